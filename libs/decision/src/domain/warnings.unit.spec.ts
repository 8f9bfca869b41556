import { attempt, contextOf, happened, lawOn, nothingYet, play, type Step } from '../spec-support/play.fixture.spec';
import { at, changed } from '../spec-support/other-steps.fixture.spec';
import { businessParty, citizenParty, organisationParty, straightCase } from '../spec-support/steps.fixture.spec';
import { decide } from './act';
import { fileCase } from './acts';
import { warningsOf } from './warnings';

const { filed, approved, inspected, concluded } = straightCase;

/** What the last of the steps makes people think of. */
function warnedBy(steps: readonly Step[]): ReturnType<typeof warningsOf> {
  const last = steps.at(-1)!;
  const before = play(steps.slice(0, -1));
  const { events = [] } = attempt(last, before);
  return warningsOf(events, happened(events, last, before).state, lawOn(last.at));
}

describe('a filing', () => {
  const filedBeside = (...cases: readonly string[]) =>
    warnedBy([{ ...filed, competing: cases.map((caseId) => ({ caseId, offence: 'CT-NET-31-1' })) }]);

  it('warns where another case has a fine for the same act, and names it', () => {
    expect(filedBeside('another', 'a third')).toEqual([
      { code: 'fine.twice-for-one-act', source: 'APL-29', detail: { cases: 'another, a third' } },
    ]);
  });

  it('warns of nothing where no other case has one', () => {
    expect(filedBeside()).toEqual([]);
  });
});

describe('persons responsible beside an organisation', () => {
  /** A case under article 98 of the Tourism Law, which commands that persons be punished too, up to its conclusion. */
  const travelAgency = (party: object, offence = 'CT-TOUR-98'): readonly Step[] => [
    changed(filed, { party, offence, source: { kind: 'inspection' } }),
    approved,
    inspected,
    changed(concluded, {
      proposal: {
        penalties: [
          { kind: 'fine', fen: 5_000_000 },
          { kind: 'suspension', months: 1 },
        ],
        tier: '一般',
      },
    }),
  ];
  const due = {
    code: 'responsible-persons.due',
    source: '旅游法第九十八条',
    detail: { who: '直接负责的主管人员和其他直接责任人员' },
  };

  it('are due where the article commands it, which the conclusion reminds of', () => {
    expect(warnedBy(travelAgency(organisationParty))).toEqual([due]);
    expect(warnedBy(travelAgency(businessParty))).toEqual([due]);
  });

  it('are due still when the penalty is decided', () => {
    const { state } = play(travelAgency(organisationParty));
    const decided = { type: 'PenaltyDecided', data: {} } as never;
    expect(warningsOf([decided], state, lawOn(at('2023-10-10')))).toEqual([due]);
  });

  it('are no matter of another act, nor of an article that commands none', () => {
    expect(warnedBy(travelAgency(organisationParty).slice(0, -1))).toEqual([]);
    expect(warnedBy([filed, approved, inspected, concluded])).toEqual([]);
  });

  it('are not due beside a person, who is one of them', () => {
    const beside = 'b7a0c7de-52a1-4d0e-8f0b-2f3f6d1c9a10';
    const person = changed(filed, { party: citizenParty, offence: 'CT-TOUR-98', beside });
    const besideCase = { party: 'organisation', offence: 'CT-TOUR-98', actDate: filed.data.actDate } as never;
    const made = decide(fileCase, person.data as never, nothingYet.state, { ...contextOf(person), besideCase });
    const { state } = happened('events' in made ? made.events : [], person, nothingYet);
    const conclusion = { type: 'InvestigationConcluded', data: {} } as never;
    expect(state.filing?.beside).toBe(beside);
    expect(warningsOf([conclusion], state, lawOn(at('2023-09-20')))).toEqual([]);
  });

  it('are not due where the party itself is a citizen', () => {
    const citizen = changed(filed, { party: citizenParty, offence: 'CT-TOUR-95', source: { kind: 'inspection' } });
    const { state } = play([citizen]);
    const conclusion = { type: 'InvestigationConcluded', data: {} } as never;
    expect(warningsOf([conclusion], state, lawOn(at('2023-09-20')))).toEqual([]);
  });
});
