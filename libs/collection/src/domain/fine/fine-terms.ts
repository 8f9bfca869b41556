import { addDays, type CivilDate, fen, type Fen, sumFen, type WorkingCalendar } from '@fajiao/kernel';
import {
  type Clock,
  clockRule,
  deadline,
  type FormerSchedule,
  movedTo,
  type Pause,
  pausedForRemedy,
  type Profile,
  type Schedule,
  type Term,
} from '@fajiao/rulebook';
import { amountsOf, type ApprovedTerm, type FineState } from './fine.state';
import type { FineImposed } from './fine.events';

/** The law that money is counted by. */
export interface FineRules {
  readonly profile: Profile;
  readonly calendar: WorkingCalendar;
}

/**
 * The term of payment (缴款期限, APL-67): from service, 15 days, rolling; moved by every deferral, and by a plan to the end
 * of its last part. `previousDue` are the ends that held before.
 */
export function paymentTerm(
  { servedOn }: FineImposed['data'],
  terms: readonly ApprovedTerm[],
  rules: FineRules,
): Clock {
  const first = firstTerm(servedOn, rules);
  return terms.reduce((clock, term) => movedTo(clock, lastDayOf(term) ?? clock.startedOn), first);
}

/** Custody of money taken on the spot (APL-71): to be deposited after it was handed in. */
export function depositClock(handedInOn: CivilDate, { profile, calendar }: FineRules): Clock {
  return deadline(clockRule(profile, 'deposit', handedInOn), handedInOn, calendar);
}

/**
 * Which parts of the fine are due when: the latest approval holds from its day on, and what held before it stays for the
 * days before (readings: moved-term).
 */
export function schedulesOf(
  { servedOn }: FineImposed['data'],
  state: FineState,
  rules: FineRules,
): Schedule & { readonly formerly: readonly FormerSchedule[] } {
  const { fineFen } = amountsOf(state);
  const steps: { readonly from: CivilDate | null; readonly schedule: Schedule }[] = [
    { from: null, schedule: { terms: [{ fen: fineFen, ends: firstTerm(servedOn, rules) }] } },
  ];
  for (const term of state.terms)
    steps.push({ from: term.approvedOn, schedule: scheduleOf(term, fineFen, steps.at(-1)?.schedule.terms ?? []) });
  const formerly = steps.slice(0, -1).flatMap(({ from, schedule }, i): FormerSchedule[] => {
    const next = steps
      .slice(i + 1)
      .map((step) => step.from ?? servedOn)
      .sort()[0];
    return next === undefined || (from !== null && next <= from) ? [] : [{ ...schedule, through: addDays(next, -1) }];
  });
  return { ...(steps.at(-1)?.schedule ?? { terms: [] }), formerly };
}

/** Days without surcharge: while a remedy is pending, and after the fine was written off. */
export function pausesOf({ pauses, writtenOff }: FineState): Pause[] {
  const remedies = pauses
    .filter(({ counted }) => counted)
    .map(({ from, through }) => pausedForRemedy(from, through, 'SurchargePaused'));
  const ended = writtenOff ? [{ from: addDays(writtenOff.on, 1), through: null, by: 'FineWrittenOff' }] : [];
  return [...remedies, ...ended];
}

/** What a plan leaves out was due before it. */
function scheduleOf(term: ApprovedTerm, fineFen: Term['fen'], before: readonly Term[]): Schedule {
  if (term.kind === 'deferral') return { terms: [{ fen: fineFen, ends: { due: term.until } }] };
  const parts = term.instalments.map(({ due, fen: part }) => ({ fen: part, ends: { due } }));
  const ends = before.at(-1)?.ends;
  const earlier = term.beforeFen > 0 && ends ? [{ fen: term.beforeFen, ends }] : [];
  return { terms: [...earlier, ...parts], missedMakesAllDue: term.missedMakesAllDue };
}

function firstTerm(servedOn: CivilDate, { profile, calendar }: FineRules): Clock {
  return deadline(clockRule(profile, 'payment', servedOn), servedOn, calendar);
}

function lastDayOf(term: ApprovedTerm): CivilDate | undefined {
  if (term.kind === 'deferral') return term.until;
  return term.instalments
    .map(({ due }) => due)
    .sort()
    .at(-1);
}

type Plan = Extract<ApprovedTerm, { kind: 'instalments' }>;

/** The plan that holds now. */
export function planOf({ terms }: FineState): Plan | undefined {
  const last = terms.at(-1);
  return last?.kind === 'instalments' ? last : undefined;
}

/** What is unpaid of each part of the plan that holds; together the unpaid fine. Money fills the parts in their order. */
export function openParts(state: FineState, fineUnpaidFen: Fen): readonly Fen[] {
  const plan = planOf(state);
  if (!plan) return [];
  const { fineFen } = amountsOf(state);
  const paid = fineFen - fineUnpaidFen;
  return plan.instalments.map((_, i) => {
    const isLast = i === plan.instalments.length - 1;
    const upTo = isLast ? fineFen : Math.min(dueUpTo(plan, i + 1), fineFen);
    const before = i === 0 ? 0 : Math.min(dueUpTo(plan, i), fineFen);
    return fen(Math.max(0, upTo - Math.max(before, paid)));
  });
}

/** How much the parts of a plan up to and with this one come to, with what was paid before the plan. */
function dueUpTo({ beforeFen, instalments }: Plan, count: number): Fen {
  return sumFen(beforeFen, ...instalments.slice(0, count).map((part) => part.fen));
}
