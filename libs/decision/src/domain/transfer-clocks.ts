import { clockRule, clockStateAt, deadlineAt } from '@fajiao/rulebook';
import { ours, type CaseClock } from './case-clock';
import type { CaseState } from './case-state';
import type { LawContext } from './context';
import { ifAny } from './if-any';
import { clockFrom } from './law';
import type { Transfer } from './transfer-state';

/** Clocks of the latest transfer to the justice organs (D310); a transfer to another authority has none. */
export function transferClocks({ transfers, ending }: CaseState, law: LawContext): CaseClock[] {
  const last = transfers.at(-1);
  if (last?.kind !== 'justice') return [];
  const { proposed, approved, refused, returned, review } = last;
  const answered = (approved ?? refused)?.on ?? ending?.on;
  return [
    ours('transferDecisionBy', clockFrom(law, 'transfer-decision', proposed.on), law, answered),
    ...(approved ? [handOverClock(approved.at, last.handedOver, law)] : []),
    ...(returned?.declined
      ? [ours('transferReviewBy', clockFrom(law, 'transfer-review', returned.on), law, review?.requested.on)]
      : []),
  ];
}

/** To the minute. */
function handOverClock(from: Transfer['proposed']['at'], done: Transfer['handedOver'], law: LawContext): CaseClock {
  const clock = deadlineAt(clockRule(law.rulebook.profile, 'hand-over', law.today), from);
  const state = clockStateAt(clock, law.at, done?.at);
  return { ...clock, name: 'handOverBy', ours: true, state, ...ifAny({ doneOn: done?.on }) };
}
