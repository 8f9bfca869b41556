import fc from 'fast-check';
import { canonicalJson } from '@fajiao/event-store';
import { civilDateOf, daysBetween, instantOfMillis, type Fact } from '@fajiao/kernel';
import { requirementsOf } from './act';
import { caseActs } from './case-acts';
import { describeCase } from './describe';
import type { CaseEvent } from './events';
import { attempt, happened, lawOn, nothingYet, type Played, type Step } from '../spec-support/play.fixture.spec';
import { majorCase, straightCase } from '../spec-support/steps.fixture.spec';
import {
  changed,
  exclusion,
  hearing,
  hearingNotice,
  hearingRequest,
  less,
  lowered,
  recusal,
  reduction,
  revision,
  statement,
  statementReview,
  suspension,
} from '../spec-support/other-steps.fixture.spec';

/** Everything that people might try, most of it at the wrong time. */
const things: readonly Step[] = [
  ...Object.values(straightCase),
  ...Object.values(majorCase),
  changed(straightCase.filed, { officers: ['officer-1', 'officer-3'] }),
  changed(straightCase.approved, { markedMajor: true }),
  recusal('officer-2'),
  exclusion(1),
  statement,
  statementReview,
  revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 400000 }] }),
  revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 700000 }] }, true),
  lowered('2024-03-27'),
  hearingRequest,
  hearingNotice,
  hearing,
  { ...hearing, act: 'miss-hearing', data: {} },
  reduction,
  { ...majorCase.reviewed, act: 'return-legal-review' },
  changed(majorCase.decided, { penalties: less }),
  suspension,
  { ...suspension, act: 'resume', data: {} },
  { ...suspension, act: 'drop', data: { ground: '当事人死亡' } },
  { ...suspension, act: 'decide-no-penalty', data: { ground: 'not-proven' } },
  { ...straightCase.approved, act: 'replace-officers', data: { officers: ['officer-1', 'officer-head-1'] } },
];
const people = [
  'officer-1',
  'officer-2',
  'officer-head-1',
  'officer-legal-1',
  'officer-chair-1',
  'lead-1',
  'legal-1',
  'chair-1',
  'head-1',
];

const BEGINNING = Date.UTC(2023, 8, 9, 1);

interface Try {
  readonly thing: Step;
  /** undefined: whoever usually does it. */
  readonly by: string | undefined;
  readonly hoursLater: number;
}

const tries = fc.array(
  fc.record({
    thing: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...things) },
      // The straight way, so that decisions are reached.
      { weight: 2, arbitrary: fc.constantFrom(...Object.values(straightCase)) },
      { weight: 2, arbitrary: fc.constantFrom(straightCase.decided, majorCase.decided) },
    ),
    by: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...people) },
    ),
    hoursLater: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 24 * 8 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 24 * 120 }) },
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

/** Half of the runs begin with a case that is nearly decided. */
const beginnings = fc.constantFrom<readonly Step[]>(
  [],
  Object.values(straightCase).slice(0, 5),
  Object.values(straightCase).slice(0, 7),
  Object.values(majorCase).slice(0, 6),
  Object.values(majorCase).slice(0, 7),
);

function run(beginning: readonly Step[], list: readonly Try[], onStep: (step: Step, before: Played) => void): Played {
  let millis = BEGINNING;
  let played = nothingYet;
  const all = [...beginning.map((thing) => ({ thing, by: undefined, hoursLater: 30 })), ...list];
  for (const { thing, by = thing.by, hoursLater } of all) {
    millis += hoursLater * 3_600_000;
    const { recordedAt: _recordedAt, ...rest } = thing;
    const step = { ...rest, by, at: instantOfMillis(millis) };
    onStep(step, played);
    const { events } = attempt(step, played);
    if (events) played = numbered(happened(events, step, played), step);
  }
  return played;
}

function numbered(played: Played, step: Step): Played {
  const { decision, number } = played.state;
  if (!decision || number) return played;
  const data = { documentNumber: '第1号', kind: decision.outcome, year: 2023, number: 1 } as const;
  return happened([{ type: 'DecisionNumbered', data }], { at: step.at, by: 'policy:number-decisions' }, played);
}

type Facts = readonly Fact<CaseEvent>[];

const after = (facts: Facts, revision: number, ...types: readonly CaseEvent['type'][]): boolean =>
  facts.some((fact) => fact.revision > revision && types.includes(fact.type));

const lastOf = (
  facts: Facts,
  type: CaseEvent['type'],
  holds: (fact: Fact<CaseEvent>) => boolean = () => true,
): number => facts.findLast((fact) => fact.type === type && holds(fact))?.revision ?? -1;

/** Read off the history itself, without the requirements: what makes a penalty unlawful. */
function unlawfulness(facts: Facts): readonly string[] {
  const decision = facts.find(({ type }) => type === 'PenaltyDecided');
  if (decision?.type !== 'PenaltyDecided') return [];
  const before = facts.filter(({ revision }) => revision < decision.revision);
  const approval = before.find(({ type }) => type === 'FilingApproved');
  const concluded = lastOf(before, 'InvestigationConcluded');
  const revised = lastOf(before, 'ProposalRevised');
  const renewed = Math.max(
    concluded,
    lastOf(before, 'ProposalRevised', ({ data }) => !('onlyLowers' in data && data.onlyLowers)),
  );
  const seen = Math.max(concluded, revised);
  const officers = before.flatMap((fact) => ('officers' in fact.data ? fact.data.officers.map(({ id }) => id) : []));
  const major = decision.data.penalties.some(
    (penalty) => penalty.kind === 'suspension' || (penalty.kind === 'fine' && penalty.fen >= 5_000_000),
  );
  const days = approval ? daysBetween(civilDateOf(approval.meta.occurredAt), decision.data.decidedOn) : 0;
  const heard = lastOf(before, 'HearingRequested');
  return [
    ...(approval ? [] : ['not approved']),
    ...(concluded >= 0 ? [] : ['not concluded']),
    ...(after(before, renewed, 'PriorNoticeServed') ? [] : ['not noticed']),
    ...(after(before, lastOf(before, 'StatementMade'), 'StatementReviewed') || lastOf(before, 'StatementMade') < 0
      ? []
      : ['statement not reviewed']),
    ...(heard < renewed || after(before, heard, 'HearingHeld', 'HearingMissed') ? [] : ['not heard']),
    ...(officers.includes(decision.meta.actor.id) ? ['decided by an investigator'] : []),
    ...(major && !after(before, seen, 'LegalReviewPassed') ? ['not reviewed'] : []),
    ...(major && !after(before, seen, 'DeliberationHeld') ? ['not deliberated'] : []),
    ...(days > 90 && !after(before, -1, 'CaseSuspended') ? ['past the term'] : []),
    ...(after(before, -1, 'CaseDropped', 'FilingRefused', 'NoPenaltyDecided') ? ['after the end'] : []),
  ];
}

/** Evidence by fewer than two officers, or by one who was recused at that time. */
function unlawfulEvidence(facts: Facts): readonly number[] {
  const recused = new Set<string>();
  const wrong: number[] = [];
  for (const { type, data, revision } of facts) {
    if (type === 'RecusalDecided' && data.recused) recused.add(data.officer);
    if (type !== 'EvidenceCollected') continue;
    const officers = new Set(data.officers.map(({ id }) => id));
    if (officers.size < 2 || [...officers].some((officer) => recused.has(officer))) wrong.push(revision);
  }
  return wrong;
}

describe('whatever people try in whatever order', () => {
  it('there is no penalty that its history does not carry, and nothing ever throws', () => {
    let penalties = 0;
    fc.assert(
      fc.property(beginnings, tries, (beginning, list) => {
        const { facts, state } = run(beginning, list, () => undefined);
        expect(unlawfulness(facts)).toEqual([]);
        expect(unlawfulEvidence(facts)).toEqual([]);
        if (state.decision?.outcome === 'penalty') penalties += 1;
      }),
      { numRuns: 600 },
    );
    expect(penalties).toBeGreaterThan(40);
  });

  it('what is told beforehand to be missing is what the act is refused with', () => {
    fc.assert(
      fc.property(beginnings, tries, (beginning, list) => {
        run(beginning, list, (step, before) => {
          const act = caseActs.find(({ name }) => name === step.act)!;
          const told = requirementsOf(act, before.state, lawOn(step.at)).filter(({ state }) => state === 'missing');
          const grounds = attempt(step, before).refused?.map(({ code }) => code) ?? [];
          expect(grounds).toEqual(expect.arrayContaining(told.map(({ code }) => code)));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('a case can be described on any day, in nothing but JSON', () => {
    fc.assert(
      fc.property(beginnings, tries, fc.integer({ min: 0, max: 1500 }), (beginning, list, days) => {
        const { state } = run(beginning, list, () => undefined);
        const day = instantOfMillis(BEGINNING + days * 86_400_000);
        const description = describeCase(state, lawOn(day)) ?? {};
        expect(canonicalJson(JSON.parse(canonicalJson(description)))).toBe(canonicalJson(description));
      }),
      { numRuns: 60 },
    );
  });
});
