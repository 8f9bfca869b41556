import { enforcementTerminated, instalments } from '../../spec-support/after-service.fixture.spec';
import { codes, grounds } from '../../spec-support/discretion.fixture.spec';
import {
  at,
  changed,
  endOfCalendar,
  exclusion,
  hearing,
  hearingNotice,
  hearingRequest,
  proposing,
  revision,
  statement,
  statementReview,
} from '../../spec-support/other-steps.fixture.spec';
import { happened, play, type Step } from '../../spec-support/play.fixture.spec';
import { transferUpTo } from '../../spec-support/spot-steps.fixture.spec';
import { majorCase, majorUpTo, organisationParty, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const { concluded, decided, noticed, waived, served } = straightCase;
const refusedIf = (step: Step, given: readonly Step[]) => codes(step, play(given));
const heard = [...majorUpTo('noticed'), hearingRequest, hearingNotice, hearing];

describe('after a hearing', () => {
  const late = (time: string) => changed(majorCase.inspected, {}, { at: at('2024-04-03', time) });
  const verified = (evidence: number, time: string): Step => ({
    ...{ at: at('2024-04-03', time), by: 'officer-1', act: 'verify-evidence' },
    data: { evidence, result: '一致' },
  });
  const ready = [
    { ...majorCase.reviewed, at: at('2024-04-04') },
    { ...majorCase.deliberated, at: at('2024-04-05') },
  ];
  const decision = { ...majorCase.decided, at: at('2024-04-08') };

  it('a decision names all evidence that was not heard there', () => {
    const given = [...heard, late('09:00'), late('10:00'), verified(2, '15:00'), verified(3, '16:00'), ...ready];
    expect(grounds(decision, play(given))).toEqual([
      { code: 'hearing.evidence-not-heard', source: 'APL-65', detail: { evidence: '2, 3' } },
    ]);
  });

  it('evidence that came later and was excluded is in nobody’s way', () => {
    const given = [...heard, late('09:00'), exclusion(2, at('2024-04-03', '15:00')), ...ready];
    expect(refusedIf(decision, given)).toEqual([]);
  });
});

describe('a hearing', () => {
  it('is not told for a day of a calendar year that is not loaded', () => {
    const major = endOfCalendar.map((step) =>
      step.act === straightCase.filed.act
        ? changed(step, { party: organisationParty })
        : step.act === concluded.act
          ? {
              ...step,
              data: proposing({ penalties: [{ kind: 'warning' }, { kind: 'suspension', days: 10 }], tier: '较重' }),
            }
          : step,
    );
    const given = [...major, { ...hearingRequest, at: at('2026-12-29') }];
    const notice = changed(hearingNotice, { hearingAt: '2027-01-20T01:00:00.000Z' }, { at: at('2026-12-30') });
    expect(refusedIf(notice, given)).toEqual(['calendar.year-unknown calendar']);
  });
});

describe('the rights of the party', () => {
  it('are told: a notice without that to a hearing says which one is missing', () => {
    const before = play(majorUpTo('concluded'));
    const told = { proposal: 1, mode: 'direct', servedOn: '2024-03-19', rights: ['statement', 'defence'] };
    const given = happened([{ type: 'PriorNoticeServed', data: told } as never], majorCase.noticed, before);
    expect(grounds(majorCase.decided, play([majorCase.reviewed, majorCase.deliberated], given))).toEqual([
      { code: 'notice.rights-not-told', source: 'APL-44', detail: { right: 'hearing' } },
    ]);
  });

  it('to be heard are kept by the version that takes an adopted statement up, the third as well', () => {
    const version = (fen: number, when: string, more: object = {}): Step => ({
      ...revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen }], ...more }),
      at: when,
    });
    const given = [
      ...[...upTo('noticed'), version(480000, at('2023-09-22')), statement],
      ...[changed(statementReview, { adopted: true }), version(400000, at('2023-09-26'))],
    ];
    expect(refusedIf({ ...decided, at: at('2023-10-08') }, given)).toEqual([]);
  });

  it('may be heard again after a statement that was reviewed, until the window ends', () => {
    const given = [...upTo('noticed'), statement, statementReview];
    expect(refusedIf({ ...statementReview, at: at('2023-09-26') }, given)).toEqual(['statement.none-to-review APL-45']);
    expect(refusedIf({ ...statement, at: at('2023-09-26') }, given)).toEqual([]);
  });
});

describe('electronic service', () => {
  it('is lawful where the proof names the consent of the party', () => {
    const step = { ...served, data: { mode: 'electronic', proof: '送达地址确认书第3号' } };
    expect(refusedIf(step, upTo('decided'))).toEqual([]);
    expect(refusedIf({ ...served, data: { mode: 'electronic' } }, upTo('decided'))).toEqual([
      'service.consent-missing APL-61',
    ]);
  });
});

describe('a case that is away', () => {
  it('is not called suspended: it is with the justice organ', () => {
    const away = transferUpTo('handedOver');
    const decision = { ...decided, at: at('2024-06-10') };
    const refused = refusedIf(decision, away);
    expect(refused).toContain('case.transferred APL-27');
    expect(refused).not.toContain('case.suspended APL-60');
  });
});

describe('easier terms and the end of enforcement', () => {
  const warned = [
    ...upTo('questioned'),
    { ...concluded, data: proposing({ penalties: [{ kind: 'warning' }], tier: '轻微' }) },
    ...[noticed, waived, decided, served],
  ];

  it('are not approved where there is nothing to pay, nor without any instalment', () => {
    const plan = instalments('2023-10-09', [
      ['2023-11-30', 200000],
      ['2023-12-29', 300000],
    ]);
    expect(grounds(plan, play(warned))).toEqual([
      { code: 'fine.none', source: 'APL-67' },
      { code: 'instalments.not-the-fine', source: 'APL-66', detail: { sumFen: 500000, fineFen: 0 } },
    ]);
    expect(refusedIf(instalments('2023-10-09', []), upTo('served'))).toEqual([
      'instalments.out-of-order APL-66',
      'instalments.not-the-fine APL-66',
    ]);
  });

  it('do not rest on a suspension or a revocation that never was, whether the ground is named by its id or its title', () => {
    for (const ground of ['suspended-three-years', '没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行'])
      expect(grounds(enforcementTerminated('2023-10-20', ground), play(upTo('served')))).toEqual([
        { code: 'enforcement.suspension-too-short', source: 'ACL-39', detail: { until: null } },
      ]);
    expect(refusedIf(enforcementTerminated('2023-10-20', '据以执行的行政决定被撤销'), upTo('served'))).toEqual([
      'enforcement.decision-not-revoked ACL-40',
    ]);
  });

  it('rest on a ground of the list and nothing else', () => {
    expect(grounds(enforcementTerminated('2023-10-20', '领导要求'), play(upTo('served')))).toEqual([
      { code: 'enforcement.unknown-ground', source: 'ACL-40', detail: { ground: '领导要求' } },
    ]);
  });
});
