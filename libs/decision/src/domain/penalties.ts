import type { Penalty } from '@fajiao/contracts';
import { fen, sumFen, type Fen } from '@fajiao/kernel';

/** Penalties compared and summed. */

export interface Money {
  readonly fineFen: Fen;
  readonly confiscatedGainsFen: Fen;
}

export function moneyOf(penalties: readonly Penalty[]): Money {
  const sum = (kind: 'fine' | 'confiscation-of-gains') =>
    sumFen(...penalties.map((penalty) => (penalty.kind === kind ? penalty.fen : fen(0))));
  return { fineFen: sum('fine'), confiscatedGainsFen: sum('confiscation-of-gains') };
}

export function hasMoney(penalties: readonly Penalty[]): boolean {
  const { fineFen, confiscatedGainsFen } = moneyOf(penalties);
  return fineFen + confiscatedGainsFen > 0;
}

/** Goods that the penalties confiscate. */
export function goodsOf(penalties: readonly Penalty[]): readonly string[] {
  return penalties.flatMap((penalty) => (penalty.kind === 'confiscation-of-goods' ? penalty.items : []));
}

/** Nothing is added and nothing is more than it was. */
export function onlyLowers(before: readonly Penalty[], after: readonly Penalty[]): boolean {
  return after.every((penalty) => before.some((was) => isAtMost(penalty, was)));
}

/** The same, in whatever order. */
export function samePenalties(a: readonly Penalty[], b: readonly Penalty[]): boolean {
  return a.length === b.length && onlyLowers(a, b) && onlyLowers(b, a);
}

/** Days of a suspension; a month counts as thirty. */
export function suspensionDays({ days = 0, months = 0 }: { readonly days?: number; readonly months?: number }): number {
  return days + 30 * months;
}

function isAtMost(penalty: Penalty, was: Penalty): boolean {
  switch (penalty.kind) {
    case 'fine':
    case 'confiscation-of-gains':
      return was.kind === penalty.kind && penalty.fen <= was.fen;
    case 'confiscation-of-goods':
      return was.kind === penalty.kind && penalty.items.every((item) => was.items.includes(item));
    case 'suspension':
      return was.kind === penalty.kind && suspensionDays(penalty) <= suspensionDays(was);
    default:
      return was.kind === penalty.kind;
  }
}
