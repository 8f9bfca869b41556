import {
  concluded as remedyConcluded,
  deferred,
  instalments,
  sought,
} from '../spec-support/after-service.fixture.spec';
import { codes, grounds } from '../spec-support/discretion.fixture.spec';
import {
  confirmation,
  disposal,
  equipmentConfiscated,
  preserved,
  resolved,
  seized,
  seizedUrgently,
  seizureApproved,
  seizureExtension,
  tested,
  testing,
  unlicensed,
} from '../spec-support/measures.fixture.spec';
import { at, changed, suspension } from '../spec-support/other-steps.fixture.spec';
import { lawOn, play, type Played, type Step } from '../spec-support/play.fixture.spec';
import { organisationParty, straightCase, upTo } from '../spec-support/steps.fixture.spec';
import { clocksOf } from './clocks';
import type { ClockName } from './case-clock';

const clock = (name: ClockName, { state }: Played, day: string) =>
  clocksOf(state, lawOn(at(day))).find((one) => one.name === name);
const refusedIf = (step: Step, given: readonly Step[]) => codes(step, play(given));
const extendedOn = (day: string, until = '2024-01-10'): Step => ({
  ...{ at: at(day), by: 'head-1', act: 'extend-term' },
  data: { until, basis: '旅游行政处罚办法' },
});
const resumedOn = (day: string): Step => ({ at: at(day), by: 'head-1', act: 'resume' });

describe('the term for deciding', () => {
  const decideBy = (given: readonly Step[], day: string) => clock('decideBy', play(given), day);

  it('that was extended is moved only by what stood still since', () => {
    const before = [...upTo('waived'), suspension, resumedOn('2023-10-05'), extendedOn('2023-10-09')];
    expect(decideBy(before, '2023-10-09')).toMatchObject({ due: '2024-01-10' });
  });

  it('that was extended went on running in the list while the case was suspended', () => {
    const suspended = [...upTo('waived'), extendedOn('2023-09-24'), suspension];
    expect(decideBy(suspended, '2023-10-01')).toMatchObject({
      ...{ due: null, notBefore: '2024-01-16', reason: 'standing-still', state: 'standing-still' },
    });
    expect(decideBy([...suspended, resumedOn('2023-10-05')], '2023-10-05')).toMatchObject({
      ...{ due: '2024-01-20', state: 'running' },
    });
  });

  it('begins anew with an order to decide anew, without what moved the first one', () => {
    const first = [
      ...[...upTo('waived'), suspension, resumedOn('2023-09-27'), extendedOn('2023-09-27')],
      ...upTo('served').slice(7),
    ];
    const redone = [...first, sought('2023-10-09'), remedyConcluded('2023-12-01', 'redo')];
    expect(decideBy(redone, '2023-12-04')).toMatchObject({
      ...{ due: '2024-02-29', startedBy: 'RedoOrdered', startedOn: '2023-12-01', pausedBy: [], previousDue: [] },
    });
  });

  it('is extended on a ground that may be left to its basis, and tells both where they are on no list', () => {
    expect(grounds(changed(extendedOn('2023-09-25'), { basis: '本机关的规定' }), play(upTo('waived')))).toEqual([
      { code: 'term.ground-unknown', source: 'APL-60', detail: { ground: '', basis: '本机关的规定' } },
    ]);
    const named = { ground: '等待当事人配合', basis: '旅游行政处罚办法' };
    expect(grounds(changed(suspension, named), play(upTo('waived')))).toEqual([
      { code: 'term.ground-unknown', source: 'APL-60', detail: named },
    ]);
  });
});

describe('preservations', () => {
  const two = [...unlicensed, preserved, { ...preserved, at: at('2023-09-14', '11:00') }];
  const ofNumber = (preservation: number, day = '2023-09-15') => changed(resolved(day), { preservation });

  it('are resolved each for itself', () => {
    const second = play([...two, ofNumber(2)]);
    expect(second.state.preservations.map((one) => one.resolved?.on ?? null)).toEqual([null, '2023-09-15']);
    expect(codes(ofNumber(2, '2023-09-18'), second)).toEqual(['preservation.none-open APL-56']);
    expect(codes(ofNumber(1, '2023-09-18'), second)).toEqual([]);
  });

  it('of which none is named are resolved oldest first', () => {
    const { state } = play([...two, resolved('2023-09-15')]);
    expect(state.preservations.map((one) => one.resolved?.on ?? null)).toEqual(['2023-09-15', null]);
  });
});

describe('a seizure', () => {
  const approved = [...unlicensed, seizureApproved];
  const under = [...approved, seized];
  const test = { institution: '鉴定机构', what: '主机', until: '2023-10-31' };

  it('is allowed by a law that is named', () => {
    expect(grounds(changed(seizureApproved, { basis: '本机关的规定' }), play(unlicensed))).toEqual([
      { code: 'seizure.basis-unknown', source: 'ACL-10', detail: { basis: '本机关的规定' } },
    ]);
    expect(grounds(changed(seizedUrgently, { basis: undefined }), play(unlicensed))).toEqual([
      { code: 'seizure.basis-unknown', source: 'ACL-10', detail: { basis: '' } },
    ]);
  });

  it('carries out the approval that it names, and no other', () => {
    const other = { ...changed(seizureApproved, { items: ['收银机1台'] }), at: at('2023-09-14', '10:00') };
    const both = [...approved, other];
    expect(refusedIf(changed(seized, { seizure: 2 }), both)).toEqual(['seizure.beyond-approval ACL-18']);
    expect(refusedIf(changed(seized, { seizure: 2, items: ['收银机1台'] }), both)).toEqual([]);
    expect(refusedIf(changed(seized, { seizure: 3 }), both)).toEqual(['seizure.not-approved ACL-18']);
  });

  it('in the absence of the party has a witness', () => {
    expect(refusedIf(changed(seized, { partyPresent: false, witness: '见证人甲' }), approved)).toEqual([]);
  });

  it('that was approved before has nothing to be confirmed, nor a day by which', () => {
    expect(refusedIf(confirmation('2023-09-14', { confirmed: true }, '16:00'), approved)).toEqual([
      'seizure.nothing-to-confirm ACL-19',
    ]);
    expect(clock('seizureReportBy', play(under), '2023-09-15')).toBeUndefined();
    expect(clock('seizureReportBy', play([...unlicensed, seizedUrgently]), '2023-09-14')).toMatchObject({
      due: '2023-09-15',
    });
  });

  it('is tested again once the first test has ended', () => {
    const again = [...under, testing('2023-09-20', test), tested('2023-09-25', { result: '用于违法经营' })];
    expect(refusedIf(testing('2023-09-26', test), again)).toEqual([]);
  });

  it('that is extended stands still while it is tested, and shows all days that are left out', () => {
    const given = [...under, testing('2023-09-20', test), tested('2023-09-25', { result: '用于违法经营' })];
    const extended = [...given, seizureExtension('2023-10-10', { reasons: '案情复杂' })];
    expect(clock('seizureEnds', play(extended), '2023-10-11')).toMatchObject({
      ...{ due: '2023-11-18', previousDue: ['2023-10-14', '2023-10-19'] },
      pausedBy: [{ from: '2023-09-20', through: '2023-09-24', by: 'SeizureTestingBegun' }],
    });
    const testedAgain = [...extended, testing('2023-10-12', test)];
    expect(clock('seizureEnds', play(testedAgain), '2023-10-13')).toMatchObject({
      ...{ due: null, state: 'standing-still' },
    });
    const ended = [...testedAgain, tested('2023-10-22', { result: '用于违法经营' })];
    expect(clock('seizureEnds', play(ended), '2023-10-23')).toMatchObject({ due: '2023-11-28' });
  });

  it('ends as the law provides, with goods that only a served decision confiscates', () => {
    const confiscated = (day: string) => disposal(day, { how: 'confiscated' });
    const CONFISCATED = ['seizure.not-confiscated ACL-27'];
    const penalised = [...under, ...equipmentConfiscated.slice(0, 4)];
    /** Of an organisation such a fine is no major penalty. */
    const byCompany = [...under, ...equipmentConfiscated].map((step) =>
      step.act === straightCase.filed.act ? changed(step, { party: organisationParty }) : step,
    );
    const fined = byCompany.map((step) =>
      step.act === straightCase.concluded.act
        ? changed(step, {
            ...{ goods: [], turnoverFen: 100 },
            proposal: { penalties: [{ kind: 'fine', fen: 1000000 }], tier: '一般' },
          })
        : step,
    );
    const both = byCompany.map((step) =>
      step.act === straightCase.concluded.act
        ? changed(step, {
            turnoverFen: 100,
            proposal: {
              penalties: [
                { kind: 'fine', fen: 1000000 },
                { kind: 'confiscation-of-goods', items: ['电脑主机20台'] },
              ],
              tier: '一般',
            },
          })
        : step,
    );
    expect(refusedIf(confiscated('2023-09-28'), penalised)).toEqual(CONFISCATED);
    expect(refusedIf(confiscated('2023-09-29'), fined)).toEqual(CONFISCATED);
    expect(refusedIf(confiscated('2023-09-29'), both)).toEqual([]);
    expect(refusedIf(disposal('2023-09-21', { how: 'destroyed' }), under)).toEqual([]);
    expect(grounds(disposal('2023-09-21', { how: '赠予' }), play(under))).toEqual([
      { code: 'seizure.ground-unknown', source: 'ACL-28', detail: { ground: '赠予' } },
    ]);
  });
});

describe('the term for the court', () => {
  const courtBy = (...easier: readonly Step[]) =>
    clock('courtApplyBy', play([...upTo('served'), ...easier]), '2024-05-07')?.due;

  it('runs from the end of the terms of remedy, or from a deferral that ends after them', () => {
    expect(courtBy()).toBe('2024-06-28');
    expect(courtBy(deferred('2023-10-09', '2024-03-05'))).toBe('2024-06-28');
    expect(courtBy(deferred('2023-10-09', '2024-05-06'))).toBe('2024-08-06');
    const plan = instalments('2023-10-09', [
      ['2024-03-05', 200000],
      ['2024-05-06', 300000],
    ]);
    expect(courtBy(plan)).toBe('2024-08-06');
  });
});
