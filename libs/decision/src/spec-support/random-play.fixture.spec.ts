import { addMinutes, civilDateOf, parseInstant, type Ground, type Instant } from '@fajiao/kernel';
import type { Act } from '../domain/act';
import { caseActs } from '../domain/case-acts';
import type { CaseState } from '../domain/case-state';
import type { LawContext } from '../domain/context';
import { completePayment, numberDecision, reopenPayment, writeOffPayment } from '../domain/effects';
import type { CaseEvent } from '../domain/events';
import { Dice } from './dice.fixture.spec';
import { members } from './people.fixture.spec';
import { actNamed, attempt, caseId, happened, lawOn, rulebook, type Played, type Step } from './play.fixture.spec';
import type { Trying } from './tries-before-decision.fixture.spec';
import { tries } from './tries.fixture.spec';

/** What was tried, on what, and what came of it. */
export interface Tried {
  readonly act: Act<never>;
  readonly step: Step;
  readonly before: Played;
  readonly after: Played;
  readonly events?: readonly CaseEvent[];
  readonly refused?: readonly Ground[];
}

const people = Object.keys(members);
const usual: Readonly<Record<Trying['by'], readonly string[]>> = {
  officer: ['officer-1', 'officer-2'],
  lead: ['lead-1'],
  legal: ['legal-1', 'legal-1', 'legal-2'],
  chair: ['chair-1'],
  head: ['head-1', 'head-2'],
};

/** As often as its weight says, in quarters. */
const urn = caseActs.flatMap((act) => Array.from({ length: 4 * (tries[act.name]?.weight ?? 4) }, () => act));

/** One try a seed; a policy does its part after each. */
export function randomPlay(
  seeds: readonly number[],
  beginning: Played,
  begins: Instant,
  watch: (tried: Tried) => void,
): Played {
  let played = beginning;
  let now = begins;
  for (const seed of seeds) {
    const dice = new Dice(seed);
    now = addMinutes(now, minutesUntilNext(dice));
    const step = tryOn(dice, played, now);
    const act = actNamed(step.act);
    const outcome = attempt(step, played);
    const after = outcome.events ? numbered(happened(outcome.events, step, played), step.at) : played;
    watch({ act, step, before: played, after, ...outcome });
    played = byTheCollectingSide(dice, after, now);
  }
  return played;
}

/** Mostly within days, now and then after months. */
function minutesUntilNext(dice: Dice): number {
  const hours = dice.onceIn(40) ? dice.under(24 * 250) : dice.onceIn(3) ? dice.under(24 * 9) : dice.under(30);
  return hours * 60 + dice.under(60);
}

function tryOn(dice: Dice, { state }: Played, now: Instant): Step {
  const law = lawOn(now);
  const act = dice.onceIn(6) ? dice.of(caseActs) : seeminglyOpen(dice, state, law);
  const { by, data } = tries[act.name]!;
  const late = dice.onceIn(25);
  const at = late ? addMinutes(now, -dice.under(60 * 24 * 9)) : now;
  return {
    at,
    by: dice.onceIn(8) ? dice.of(people) : dice.of(usual[by]),
    act: act.name,
    data: data?.(dice, state, { today: civilDateOf(at), at }) ?? {},
    ...(late && { recordedAt: now, ...(!dice.onceIn(4) && { lateReason: '网络中断' }) }),
    ...(dice.onceIn(30) && { competing: [{ caseId: 'another', offence: 'CT-NET-31-1' }] }),
  };
}

/** One that nothing stands against that can be told beforehand, if a few draws bring one up. */
function seeminglyOpen(dice: Dice, state: CaseState, law: LawContext): Act<never> {
  let act = dice.of(urn);
  for (let draw = 0; draw < 12 && !isOpen(act, state, law); draw += 1) act = dice.of(urn);
  return act;
}

function isOpen({ requires }: Act<never>, state: CaseState, law: LawContext): boolean {
  return requires.every((requirement) => {
    const check = requirement.asks === 'case' ? requirement.check : requirement.beforehand;
    return check?.(state, law).is !== 'missing';
  });
}

export function numbered(played: Played, at: string): Played {
  const { decision, number } = played.state;
  if (!decision || number) return played;
  const data = { documentNumber: '（示）文综罚字〔2023〕第1号', kind: decision.outcome, year: 2023, number: 1 };
  const done = numberDecision(played.state, data, { caseId, rulebook });
  return 'events' in done ? happened(done.events, { at, by: 'policy:number-decisions' }, played) : played;
}

/** Money comes in, and once in a while a bank takes it back, or what is unpaid is written off. */
function byTheCollectingSide(dice: Dice, played: Played, now: Instant): Played {
  const { service, payment } = played.state;
  if (!service?.fineId || !dice.onceIn(payment ? 150 : 30)) return played;
  const { fineId } = service;
  const paidOn = civilDateOf(parseInstant(now));
  const of = { fineId, caseId } as const;
  const given = { writtenOffFen: 500_000, writtenOffOn: paidOn, ground: 'object-lost', source: 'ACL-40' };
  const done = payment
    ? reopenPayment(played.state, { ...of, reversedReference: 'R-1', reversedFen: payment.paidFen })
    : dice.onceIn(8)
      ? writeOffPayment(played.state, { ...of, ...given } as never)
      : completePayment(played.state, { ...of, surchargeFen: 0, paidOn, paidFen: 500_000 } as never);
  return 'events' in done ? happened(done.events, { at: now, by: 'policy:complete-payment' }, played) : played;
}
