import { canonicalJson } from '@fajiao/event-store';
import { civilDateOf, parseInstant, sha256Hex, type Fact, type FactMeta, type Ground } from '@fajiao/kernel';
import { loadCalendar, loadRulebook } from '@fajiao/rulebook';
import { decide, type Act } from '../domain/act';
import { archiveCase } from '../domain/acts';
import { caseActs } from '../domain/case-acts';
import { noCase, type CaseState } from '../domain/case-state';
import type { ActContext, CompetingFine, EarlierFine, LawContext } from '../domain/context';
import type { CaseEvent } from '../domain/events';
import { numberDecision } from '../domain/effects';
import { evolve } from '../domain/evolve';
import { staff, staffOn } from './people.fixture.spec';

export const rulebook = loadRulebook();
export const calendar = loadCalendar();
export const caseId = '0b6f0d3e-5a52-5c3e-9d0e-3f4b8a1c2d77';

/** One act as data: when, by whom, what, and what it says. */
export interface Step {
  readonly at: string;
  readonly by: string;
  readonly act: string;
  readonly data?: object;
  /** When it was recorded, where that is later. */
  readonly recordedAt?: string;
  readonly lateReason?: string;
  readonly competing?: readonly CompetingFine[];
  readonly earlier?: readonly EarlierFine[];
}

export interface Played {
  readonly state: CaseState;
  readonly facts: readonly Fact<CaseEvent>[];
}

export const nothingYet: Played = { state: noCase, facts: [] };

export function lawOn(at: string): LawContext {
  const today = civilDateOf(parseInstant(at));
  return { today, at: parseInstant(at), rulebook, calendar, staff: staffOn(today), competingFines: [] };
}

export function contextOf({ at, by, recordedAt, lateReason, competing = [], earlier = [] }: Step): ActContext {
  return {
    ...lawOn(at),
    competingFines: competing,
    earlierFines: earlier,
    caseId,
    actor: { id: by, roles: staff.find(by)?.roles ?? [] },
    occurredAt: parseInstant(at),
    recordedAt: parseInstant(recordedAt ?? at),
    ...(lateReason !== undefined && { lateReason }),
  };
}

/** What the step makes, or why it is refused. */
export function attempt(step: Step, played: Played): { events?: readonly CaseEvent[]; refused?: readonly Ground[] } {
  const { state, facts } = played;
  const act = actNamed(step.act);
  const readsRecord = act.name === archiveCase.name && facts.length > 0;
  const context = { ...contextOf(step), ...(readsRecord && { record: recordOf(facts) }) };
  const outcome = decide(act, (step.data ?? {}) as never, state, context);
  // What no store could write is no event, e.g. one with a field that holds nothing.
  if ('events' in outcome) canonicalJson(outcome.events);
  for (const note of attempts) note({ act, step, state, context, outcome });
  return outcome;
}

/** Content hashes are the store's; here a sign of each event is enough. */
function recordOf(facts: Played['facts']): ActContext['record'] {
  return facts.map(({ revision, type }) => ({ revision, type, sha256: sha256Hex(`${revision} ${type}`) }));
}

const actsByName = new Map(caseActs.map((act) => [act.name, act]));

export function actNamed(name: string): Act<never> {
  const act = actsByName.get(name);
  if (!act) throw new Error(`no act ${name}`);
  return act;
}

export interface Attempted {
  readonly act: Act<never>;
  readonly step: Step;
  readonly state: CaseState;
  readonly context: ActContext;
  readonly outcome: { readonly events?: readonly CaseEvent[]; readonly refused?: readonly Ground[] };
}

/** Whoever wants to be told of every attempt. */
export const attempts: ((attempted: Attempted) => void)[] = [];

export function happened(events: readonly CaseEvent[], { at, by }: Pick<Step, 'at' | 'by'>, before: Played): Played {
  return events.reduce<Played>(({ state, facts }, event) => {
    const fact = { ...event, meta: metaOf(at, by), revision: facts.length } as Fact<CaseEvent>;
    return { state: evolve(state, fact), facts: [...facts, fact] };
  }, before);
}

/** Plays steps that must all be accepted; a decision gets its number as a policy would draw it. */
export function play(steps: readonly Step[], before: Played = nothingYet): Played {
  return steps.reduce((played, step) => numbered(happened(made(step, played), step, played), step), before);
}

/** What an accepted step makes. */
export function made(step: Step, given: readonly Step[] | Played): readonly CaseEvent[] {
  const { events, refused } = attempt(step, 'state' in given ? given : play(given));
  if (!events) throw new Error(`${step.act} at ${step.at} is refused: ${JSON.stringify(refused)}`);
  return events;
}

/** What the event of that type says, of those that an accepted step makes. */
export function said(type: CaseEvent['type'], step: Step, given: readonly Step[] | Played): CaseEvent['data'] | null {
  return made(step, given).find((event) => event.type === type)?.data ?? null;
}

function numbered(played: Played, { at }: Step): Played {
  const { decision, number } = played.state;
  if (!decision || number) return played;
  const data = { documentNumber: '（示）文综罚字〔2023〕第1号', kind: decision.outcome, year: 2023, number: 1 };
  const done = numberDecision(played.state, data, { caseId, rulebook });
  return 'events' in done ? happened(done.events, { at, by: 'policy:number-decisions' }, played) : played;
}

function metaOf(at: string, by: string): FactMeta {
  const instant = parseInstant(at);
  return {
    context: 'decision',
    actor: { id: by, roles: staff.find(by)?.roles ?? [] },
    occurredAt: instant,
    recordedAt: instant,
    commandId: '00000000-0000-4000-8000-000000000001',
    commandHash: '',
    correlationId: '00000000-0000-4000-8000-000000000001',
    causationId: '00000000-0000-4000-8000-000000000001',
    rulebook: { profile: rulebook.profile.id, version: rulebook.version },
  };
}
