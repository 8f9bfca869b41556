import fc from 'fast-check';
import { canonicalJson } from '@fajiao/event-store';
import { addMinutes, parseInstant, type Fact, type Instant } from '@fajiao/kernel';
import { requirementsOf } from './act';
import { caseActs } from './case-acts';
import { noCase } from './case-state';
import { clocksOf } from './clocks';
import { describeCase } from './describe';
import { caseSchemas, type CaseEvent } from './events';
import { evolve } from './evolve';
import { demandIssued } from '../spec-support/after-service.fixture.spec';
import { equipmentConfiscated, preserved, seizureApproved, unlicensed } from '../spec-support/measures.fixture.spec';
import { at, hearingNotice, hearingRequest } from '../spec-support/other-steps.fixture.spec';
import {
  excluded,
  termOf,
  unlawfulOnTheSpot,
  unlawfulPenalty,
  unlawfulSeizures,
} from '../spec-support/oracle.fixture.spec';
import { lawOn, play, type Played, type Step } from '../spec-support/play.fixture.spec';
import { randomPlay, type Tried } from '../spec-support/random-play.fixture.spec';
import { unsaid } from '../spec-support/refused.fixture.spec';
import { onTheSpotUpTo, transferUpTo } from '../spec-support/spot-steps.fixture.spec';
import { majorUpTo, upTo } from '../spec-support/steps.fixture.spec';
import { tries } from '../spec-support/tries.fixture.spec';

/** Acts in all: runs of `ACTS_A_RUN` each. */
const RUNS = Number(process.env['PROPERTIES_RUNS'] ?? 1000);
const ACTS_A_RUN = 100;

/** They follow from no act: the collecting side's money, and an opening that a crash left. */
const BY_POLICIES = ['PaymentCompleted', 'PaymentReopened', 'PaymentWrittenOff', 'OpeningAbandoned'];

interface Beginning {
  readonly played: Played;
  readonly at: Instant;
}

const begun = (steps: readonly Step[], at = steps.at(-1)?.at ?? '2023-09-11T09:00+08:00'): Beginning => ({
  played: play(steps),
  at: parseInstant(at),
});

/** Some runs begin with nothing; the others on the way, so that what comes late is tried often. */
const beginnings: readonly Beginning[] = [
  ...Array.from({ length: 6 }, () => begun([])),
  ...[upTo('concluded'), upTo('waived'), upTo('waived'), upTo('served'), upTo('served')].map((steps) => begun(steps)),
  ...[majorUpTo('noticed'), majorUpTo('deliberated'), majorUpTo('served')].map((steps) => begun(steps)),
  ...[onTheSpotUpTo('decided'), transferUpTo('handedOver')].map((steps) => begun(steps)),
  begun([...unlicensed, preserved, seizureApproved]),
  begun([...unlicensed, ...equipmentConfiscated]),
  ...[1, 2, 3].map(() => begun([...majorUpTo('noticed'), hearingRequest, hearingNotice], at('2024-04-01'))),
  begun([...upTo('served'), demandIssued('2023-11-20')], at('2024-04-02')),
];

const seed = Number(process.env['PROPERTIES_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** What was seen in all runs together. */
const seen = { acts: 0, made: new Map<string, number>(), accepted: new Map<string, number>() };

const count = (of: Map<string, number>, name: string): Map<string, number> => of.set(name, (of.get(name) ?? 0) + 1);

/** Everything that must hold after one try. */
function holds(tried: Tried): void {
  seen.acts += 1;
  if (tried.refused) {
    lawful(faultsOfRefusal(tried));
    return;
  }
  count(seen.accepted, tried.act.name);
  const fresh = tried.after.facts.slice(tried.before.facts.length);
  for (const fact of fresh) count(seen.made, fact.type);
  lawful(fresh.flatMap((fact) => faultsOf(tried.before, fact)));
  lawful(clockFaults(tried));
}

/** Cheaper, a hundred thousand times, than an expectation. */
function lawful(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join('; '));
}

function faultsOf({ facts: before }: Played, fact: Fact<CaseEvent>): readonly string[] {
  const out = [...excluded(before, fact)];
  if (fact.type === 'PenaltyDecided') out.push(...unlawfulPenalty(before, fact));
  if (fact.type === 'SpotPenaltyDecided') out.push(...unlawfulOnTheSpot(fact));
  if (fact.type.startsWith('Sei') && unlawfulSeizures([...before, fact]).length > 0) out.push('unlawful seizure');
  return out;
}

/** Each ground names its source, and its sentence can be said with its detail. */
function faultsOfRefusal({ refused = [], step }: Tried): readonly string[] {
  if (refused.length === 0) return [`${step.act}: refused without a ground`];
  return refused.flatMap((ground) => {
    const lacking = unsaid(ground);
    return ground.source && lacking.length === 0
      ? []
      : [`${step.act}: ${ground.code} of ${ground.source} without ${lacking.join()}`];
  });
}

const PAUSES: readonly string[] = ['suspend', 'resume', 'hand-over', 'transfer-returned', 'transfer-declined'];

/** A pause or its end never brings an end nearer, and the term for deciding counts the day of resumption. */
function clockFaults({ step, before, after }: Tried): readonly string[] {
  if (!PAUSES.includes(step.act) || before.state.ending || after.state.ending) return [];
  const law = lawOn(step.at);
  const dueOf = ({ state }: Played) =>
    new Map(clocksOf(state, law).map(({ name, subject, due }) => [`${name} ${subject ?? ''}`, due]));
  const earlier = dueOf(before);
  const nearer = [...dueOf(after)].filter(([name, due]) => due !== null && due < (earlier.get(name) ?? due));
  const term = termOf(after.facts, law.today);
  const counted = dueOf(after).get('decideBy ') ?? null;
  const wrong =
    term !== null && counted !== null && counted !== term
      ? [
          `decideBy ${counted} is not ${term}: ${JSON.stringify([after.state.approval?.on, after.state.pauses, law.today])}`,
        ]
      : [];
  return [...nearer.map(([name]) => `${name} nearer after ${step.act}`), ...wrong];
}

/** Stored and read again, the history comes to the same state; every state can be told in JSON. */
function tellable({ facts, state }: Played, begins: Instant): void {
  const stored = JSON.parse(JSON.stringify(facts)) as Played['facts'];
  expect(stored.reduce(evolve, noCase)).toEqual(state);
  for (const days of [0, 20, 400]) {
    const day = addMinutes(begins, days * 1440);
    const description = describeCase(state, lawOn(day)) ?? {};
    expect(canonicalJson(JSON.parse(canonicalJson(description)))).toBe(canonicalJson(description));
  }
}

const whichBeginning = fc.nat({ max: beginnings.length - 1 });
const seeds = (many: number) => fc.array(fc.noBias(fc.integer()), { minLength: many, maxLength: many, size: 'max' });

describe(`whatever people try in whatever order (PROPERTIES_SEED=${seed})`, () => {
  it('every act is tried', () => {
    expect(caseActs.map(({ name }) => name).filter((name) => !tries[name])).toEqual([]);
    expect(Object.keys(tries).filter((name) => !caseActs.some((act) => act.name === name))).toEqual([]);
  });

  it('no decision stands whose requirements were not met, nobody excluded acts, no clock runs back, nothing throws', () => {
    fc.assert(
      fc.property(whichBeginning, seeds(ACTS_A_RUN), (which, list) => {
        const beginning = beginnings[which]!;
        tellable(randomPlay(list, beginning.played, beginning.at, holds), beginning.at);
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    );
    expect(seen.acts).toBeGreaterThanOrEqual(RUNS * ACTS_A_RUN);
  }, 300_000);

  it('comes everywhere: each act is accepted, each event is made', () => {
    const never = caseActs.map(({ name }) => name).filter((name) => !seen.accepted.has(name));
    const unmade = Object.keys(caseSchemas).filter((type) => !seen.made.has(type) && !BY_POLICIES.includes(type));
    if (process.env['PROPERTIES_COUNTS'])
      process.stdout.write(`${JSON.stringify([[...seen.accepted], [...seen.made]])}\n`);
    expect({ never, unmade }).toEqual({ never: [], unmade: [] });
  });

  it('what is told beforehand to be missing is what the act is refused with', () => {
    const told = ({ act, before, step, refused = [] }: Tried): void => {
      const missing = requirementsOf(act, before.state, lawOn(step.at)).filter(({ state }) => state === 'missing');
      const codes = refused.map(({ code }) => code);
      // Only a reason that the act itself brings can take the place of the term.
      const asked = missing.filter(
        ({ code }) => code !== 'decision.term-expired' || !('pastTerm' in (step.data ?? {})),
      );
      expect(codes).toEqual(expect.arrayContaining(asked.map(({ code }) => code)));
    };
    fc.assert(
      fc.property(whichBeginning, seeds(40), (which, list) => {
        const beginning = beginnings[which]!;
        randomPlay(list, beginning.played, beginning.at, told);
      }),
      { numRuns: 60, seed },
    );
  });
});
