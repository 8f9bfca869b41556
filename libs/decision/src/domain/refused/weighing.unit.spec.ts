import { fen, parseCivilDate } from '@fajiao/kernel';
import { Catalogue, type OffenceItem } from '@fajiao/rulebook';
import { codes, found, grounds, spared } from '../../spec-support/discretion.fixture.spec';
import { equipmentConfiscated, unlicensed } from '../../spec-support/measures.fixture.spec';
import { at, changed, proposing, proposingMajor } from '../../spec-support/other-steps.fixture.spec';
import { attempt, contextOf, happened, play, rulebook, type Step } from '../../spec-support/play.fixture.spec';
import { citizenParty, majorCase, majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import { decide } from '../act';
import { fileCase } from '../acts';

const { filed, approved, inspected, concluded, decided, noticed, waived } = straightCase;
const fine = (amount: number) => ({ kind: 'fine', fen: amount });
const warning = { kind: 'warning' };
const another = { caseId: 'another', offence: 'CT-NET-31-1', until: parseCivilDate('2023-06-01') };
const refusedIf = (step: Step, given: readonly Step[]) => codes(step, play(given));

describe('what was found about an act', () => {
  it.each([
    ['slight, but neither corrected nor harmless', ['slight']],
    ['a first time, slight and corrected, for which it may be spared', ['first-time', 'slight-harm', 'corrected']],
    ['a party that is partly unable to understand, for which it may be mitigated', ['partly-incapable']],
  ])('leaves a penalty lawful: %s', (_what, conditions) => {
    expect(refusedIf(decided, found(...conditions))).toEqual([]);
  });

  it('bars a penalty by any ground that must spare it, with the source of that ground', () => {
    expect(grounds(decided, play(found('no-fault-proven')))).toEqual([
      { code: 'penalty.must-not', source: 'APL-33', detail: { ground: 'no-fault' } },
    ]);
  });
});

describe('a fine of another case for the same act', () => {
  it('does not bar a warning: only a second fine is forbidden (APL-29)', () => {
    const warned = [...upTo('inspected'), { ...concluded, data: proposing({ penalties: [warning], tier: '轻微' }) }];
    expect(refusedIf({ ...decided, competing: [another] }, [...warned, noticed, waived])).toEqual([]);
  });
});

describe('a decision not to punish', () => {
  const given = play(upTo('waived'));
  const first = spared('first-time-slight-corrected', {
    ...{ found: ['first-time', 'slight-harm', 'corrected'], education: '已教育' },
  });

  it('names all earlier fines where it is not the first time', () => {
    const earlierFines = [another, { ...another, caseId: 'a third' }];
    expect(grounds(first, given, { earlierFines })).toEqual([
      { code: 'no-penalty.not-first-time', source: 'APL-33', detail: { cases: 'another, a third' } },
    ]);
  });

  it('asks for earlier fines only where its ground is the first time', () => {
    const noFault = spared('no-fault', { found: ['no-fault-proven'], education: '已教育' });
    expect(codes(noFault, given, { earlierFines: [another] })).toEqual([]);
  });

  it('holds what was found, each fact once, and nothing else', () => {
    const factsOf = (step: Step, before = given) => attempt(step, before).events?.[0]?.data;
    expect(factsOf(spared('not-proven'))).not.toHaveProperty('found');
    const twice = spared('no-fault', { found: ['no-fault-proven'], education: '已教育' });
    expect(factsOf(twice, play(found('no-fault-proven')))).toMatchObject({ found: ['no-fault-proven'] });
  });
});

describe('gains, goods and turnover', () => {
  const ENT_48 = '娱乐场所管理条例第四十八条';
  const withGains = (confiscated: number) =>
    grounds(
      changed(majorCase.concluded, {
        ...proposingMajor({ penalties: [fine(2800000), { kind: 'confiscation-of-gains', fen: confiscated }] }),
        gainsFen: 100_000,
      }),
      play(majorUpTo('inspected')),
    );

  it('are confiscated whole, also where the article itself commands it', () => {
    expect(withGains(100_000)).toEqual([]);
    expect(withGains(90_000)).toEqual([
      { code: 'gains.not-confiscated', source: 'APL-28', detail: { fen: 90_000, dueFen: 100_000 } },
    ]);
  });

  it('that the article commands to be confiscated are named with what else is missing', () => {
    const none = changed(majorCase.concluded, {
      ...proposingMajor({ penalties: [fine(2800000)] }),
      ...{ gainsFen: 100_000, goods: ['点歌机1台'] },
    });
    const [refusal] = grounds(none, play(majorUpTo('inspected')));
    expect(refusal).toMatchObject({ code: 'penalty.mandatory-missing', source: ENT_48 });
    expect(String(refusal?.detail?.['penalties']).split(', ').sort()).toEqual([
      ...['confiscation-of-gains', 'confiscation-of-goods'],
    ]);
  });

  it('have to be known where the fine is counted by them', () => {
    const step = changed(concluded, { proposal: { penalties: [fine(1_000_000)], tier: '一般' } });
    expect(grounds(step, play(unlicensed))).toMatchObject([
      { code: 'offence.base-not-found', detail: { base: 'turnover' } },
    ]);
  });
});

describe('an article', () => {
  it('that knows no fine has neither a maximum nor a minimum', () => {
    const overcrowded = [
      changed(majorCase.filed, { offence: 'CT-ENT-49-2' }),
      ...[majorCase.approved, majorCase.inspected],
    ];
    const proposed = (penalties: readonly object[]) =>
      refusedIf(changed(majorCase.concluded, { proposal: { penalties, tier: '一般' } }), overcrowded);
    expect(proposed([warning])).toEqual([]);
    expect(proposed([warning, fine(100_000)])).toContain('penalty.not-provided 娱乐场所管理条例第四十九条');
  });

  it('that suspends for three to six months does so for no day less (娱乐场所管理条例 art. 53)', () => {
    const [first] = rulebook.catalogue.versions;
    const items = first!.items.map((item) =>
      item.code === 'CT-ENT-48-5' ? { ...item, suspensionMonths: { min: 3, max: 6 } } : item,
    );
    const law = { rulebook: { ...rulebook, catalogue: new Catalogue([{ ...first!, items }]) } };
    const suspended = (days: number) => {
      const step = changed(
        majorCase.concluded,
        proposingMajor({ penalties: [fine(2800000), { kind: 'suspension', days }] }),
      );
      return codes(step, play(majorUpTo('inspected')), law);
    };
    expect(suspended(90)).toEqual([]);
    expect(suspended(89)).toEqual(['suspension.outside-range 娱乐场所管理条例第四十八条']);
  });

  it('that leaves a choice in serious circumstances names the choice', () => {
    const minors = [changed(filed, { offence: 'CT-MINOR-123' }), approved, inspected];
    const step = changed(concluded, { proposal: { penalties: [fine(5_000_000)], tier: '严重' } });
    const [refusal] = grounds(step, play(minors));
    expect(refusal).toMatchObject({ code: 'penalty.mandatory-missing' });
    expect(String(refusal?.detail?.['penalties']).split(', ').sort()).toEqual([
      ...['suspension / licence-revocation', 'warning'],
    ]);
  });
});

describe('what the heads reduce', () => {
  const reduced = (penalties: readonly object[]) => changed(majorCase.deliberated, { conclusion: 'reduce', penalties });

  it('is told', () => {
    const untold = changed(majorCase.deliberated, { conclusion: 'reduce' });
    expect(refusedIf(untold, majorUpTo('reviewed'))).toEqual(['deliberation.not-lower APL-57']);
  });

  it('is told of a reduction only', () => {
    const adopted = changed(majorCase.deliberated, { penalties: [fine(2600000)] });
    expect(refusedIf(adopted, majorUpTo('reviewed'))).toEqual(['deliberation.not-lower APL-57']);
  });

  it('is not the same', () => {
    const same = reduced(majorCase.concluded.data.proposal.penalties);
    expect(refusedIf(same, majorUpTo('reviewed'))).toEqual(['deliberation.not-lower APL-57']);
  });

  it('may be below the minimum on the ground that the proposal names, and only then', () => {
    const mitigation = { ground: 'harm-removed', reason: '主动消除' };
    const proposal = (more: object) => ({
      ...proposingMajor({ penalties: [fine(2800000), { kind: 'suspension', months: 2 }], ...more }),
    });
    const given = (more: object) =>
      majorUpTo('reviewed').map((step) => (step.act === concluded.act ? changed(step, proposal(more)) : step));
    const step = reduced([fine(900_000), { kind: 'suspension', months: 1 }]);
    expect(refusedIf(step, given({ mitigation }))).toEqual([]);
    expect(refusedIf(step, given({}))).toEqual(['fine.below-minimum 娱乐场所管理条例第四十八条']);
  });

  it('is weighed by the turnover that was found', () => {
    const counted = [...unlicensed, ...equipmentConfiscated.slice(0, 2)].map((step) =>
      step.act === concluded.act
        ? changed(step, {
            ...{ goods: [], turnoverFen: 1_000_000 },
            proposal: { penalties: [fine(6_000_000)], tier: '严重', reasons: '按违法经营额计算' },
          })
        : step,
    );
    const reviewed = { ...majorCase.reviewed, at: at('2023-10-08') };
    const step = (amount: number) => ({
      ...changed(majorCase.deliberated, { conclusion: 'reduce', penalties: [fine(amount)] }),
      at: at('2023-10-09'),
    });
    expect(refusedIf(step(5_000_000), [...counted, reviewed])).toEqual([]);
    expect(refusedIf(step(4_999_999), [...counted, reviewed])).toEqual([
      'fine.below-minimum 互联网上网服务营业场所管理条例第二十七条',
    ]);
  });
});

describe('a person responsible beside an organisation', () => {
  const beside = 'b7a0c7de-52a1-4d0e-8f0b-2f3f6d1c9a10';
  const person = changed(filed, { party: citizenParty, offence: 'CT-TOUR-98', beside });
  const besideCase = { party: 'organisation', offence: 'CT-TOUR-98', actDate: filed.data.actDate } as never;
  const made = decide(fileCase, person.data as never, play([]).state, { ...contextOf(person), besideCase });
  const given = play([approved, inspected], happened('events' in made ? made.events : [], person, play([])));

  it('is so of the same day of the act', () => {
    const other = { party: 'organisation', offence: 'CT-TOUR-98', actDate: parseCivilDate('2023-09-08') } as const;
    expect(codes(person, play([]), { besideCase: other })).toEqual(['filing.organisation-case-unknown catalogue']);
  });

  it('is weighed as such by the heads too', () => {
    const proposed = play([changed(concluded, { proposal: { penalties: [fine(1_500_000)], tier: '一般' } })], given);
    const step = {
      ...changed(majorCase.deliberated, { conclusion: 'reduce', penalties: [fine(1_000_000)] }),
      at: at('2023-10-09'),
    };
    expect(codes(step, proposed)).toEqual([]);
  });

  it('may be judged by a later version that is milder for persons, though not for the organisation', () => {
    const [first] = rulebook.catalogue.versions;
    const milderForPersons = (item: OffenceItem): OffenceItem =>
      item.code === 'CT-TOUR-98' && item.responsiblePersons
        ? { ...item, responsiblePersons: { ...item.responsiblePersons, fineFen: { min: fen(0), max: fen(1_000_000) } } }
        : item;
    const later = {
      ...first!,
      ...{ effectiveFrom: parseCivilDate('2023-09-15'), items: first!.items.map(milderForPersons) },
    };
    const law = { rulebook: { ...rulebook, catalogue: new Catalogue([first!, later]) } };
    const proposal = { penalties: [fine(900_000)], tier: '一般' };
    const governing = { version: '2023-09-15', reason: '新规定处罚较轻' };
    expect(codes(changed(concluded, { proposal }), given, law)).toEqual(['catalogue.milder-version APL-37']);
    expect(codes(changed(concluded, { proposal: { ...proposal, governing } }), given, law)).toEqual([]);
  });
});
