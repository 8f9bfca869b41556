// A fine reckoned as one would by hand: one day after the other, in exact integers. It shares no code with what it is held
// against; days are numbers (0 is the day of service), times are minutes since its midnight, amounts are bigint fen.

/** Minutes. */
export const DAY = 24 * 60;

export interface Payment {
  readonly fen: bigint;
  readonly at: number;
  listed: boolean;
  credited: boolean;
  /** Minute of the reversal. */
  reversed: number | null;
  /** Proofs that are dispensed with. */
  freed: Set<'statement' | 'treasury'>;
}

/** Parts of a fine; `prefix` was due when the term before it ended. */
interface Terms {
  readonly from: number;
  readonly parts: readonly { readonly due: number; readonly fen: bigint | 'all' }[];
  readonly missedMakesAllDue: boolean;
}

export interface Reckoning {
  readonly arisen: bigint;
  readonly waived: bigint;
  readonly owed: bigint;
  readonly received: bigint;
  readonly outstanding: bigint;
  readonly overpaid: bigint;
}

export class FineByHand {
  fine: bigint;
  gains: bigint;
  /** Day of the last change. */
  changedOn: number | null = null;
  cancelled = false;
  writtenOffOn: number | null = null;
  waivedFen = 0n;
  /** In the order of their recording. */
  readonly terms: Terms[];
  readonly pauses: { from: number; through: number | null; counted: boolean }[] = [];
  readonly payments: Payment[] = [];
  readonly cash: {
    readonly fen: bigint;
    readonly at: number;
    readonly receiptNumber: string;
    deposited: boolean;
  }[] = [];
  /** `back`: minute at which the payment out came back. */
  readonly refunds: { readonly fen: bigint; readonly at: number; back: number | null }[] = [];

  constructor(
    fine: bigint,
    gains: bigint,
    readonly dueOn: number,
    readonly stated: boolean,
  ) {
    this.fine = fine;
    this.gains = gains;
    this.terms = [{ from: -Infinity, parts: [{ due: dueOn, fen: 'all' }], missedMakesAllDue: false }];
  }

  defer(from: number, until: number): void {
    this.terms.push({ from, parts: [{ due: until, fen: 'all' }], missedMakesAllDue: false });
  }

  /** What the parts leave out of the fine was due when the terms before them ended. */
  instal(
    from: number,
    parts: readonly { readonly due: number; readonly fen: bigint }[],
    missedMakesAllDue: boolean,
  ): void {
    const left = this.fine - parts.reduce((sum, part) => sum + part.fen, 0n);
    const before = this.terms.at(-1)?.parts.at(-1)?.due ?? this.dueOn;
    this.terms.push({ from, parts: [...(left > 0n ? [{ due: before, fen: left }] : []), ...parts], missedMakesAllDue });
  }

  /** Days on which money moved. */
  moneyDays(): number[] {
    const days = this.moves().map(([minute]) => Math.floor(minute / DAY));
    if (this.changedOn !== null && !this.cancelled && this.fine === 0n && this.gains === 0n) days.push(this.changedOn);
    if (this.changedOn !== null && this.cancelled) days.push(this.changedOn);
    return [...new Set(days)].sort((a, b) => a - b);
  }

  /** At the end of a day; `minute`: only money up to it. */
  on(day: number, minute = (day + 1) * DAY - 1): Reckoning {
    const fine = this.cancelled ? 0n : this.fine;
    const gains = this.cancelled ? 0n : this.gains;
    const moves = this.moves().filter(([at]) => at <= minute);
    const arisen = this.arisenOn(day, fine, moves);
    const waived = this.waivedFen < arisen ? this.waivedFen : arisen;
    const owed = fine + gains + arisen - waived;
    const received = receivedUntil(minute, moves);
    const outstanding = owed > received ? owed - received : 0n;
    return { arisen, waived, owed, received, outstanding, overpaid: received > owed ? received - owed : 0n };
  }

  /** What the history must have said when everything that is known is counted. */
  said(): { paid: boolean; settled: boolean; closable: boolean; held: bigint } {
    const days = this.moneyDays();
    const last = days.at(-1) ?? 0;
    const { owed, outstanding } = this.on(last);
    const standing = this.payments.filter(({ reversed }) => reversed === null);
    const total = (some: readonly { readonly fen: bigint }[]) => some.reduce((sum, one) => sum + one.fen, 0n);
    const gone = total(this.refunds.filter(({ back }) => back === null));
    const atBanks = total(standing) - gone;
    const paid = days.length > 0 && outstanding === 0n && atBanks >= owed;
    const listed = standing.filter((one) => one.listed || one.freed.has('statement'));
    const credited = listed.filter((one) => one.credited || one.freed.has('treasury'));
    return {
      paid,
      settled: paid && total(listed) - gone >= owed,
      closable: paid && total(credited) - gone >= owed,
      held: atBanks > owed ? atBanks - owed : 0n,
    };
  }

  private arisenOn(day: number, fine: bigint, moves: readonly Move[]): bigint {
    if (!this.stated) return 0n;
    let hundredths = 0n;
    for (let d = 1; d <= day; d += 1) {
      if (this.isPaused(d)) continue;
      const received = receivedUntil(d * DAY - 1, moves);
      const paid = received > 0n ? received : 0n;
      const due = this.dueBefore(d, fine, moves);
      if (due > paid) hundredths += (due - paid) * 3n;
      if (hundredths >= fine * 100n) return fine;
    }
    return hundredths / 100n;
  }

  private isPaused(day: number): boolean {
    if (this.writtenOffOn !== null && day > this.writtenOffOn) return true;
    return this.pauses.some(
      ({ from, through, counted }) => counted && from <= day && (through === null || day <= through),
    );
  }

  /** How much of the fine had fallen due before a day. */
  private dueBefore(day: number, fine: bigint, moves: readonly Move[]): bigint {
    const { parts, missedMakesAllDue } = this.terms.findLast(({ from }) => from <= day) ?? { parts: [] };
    const sizeOf = (size: bigint | 'all') => (size === 'all' ? fine : size);
    const upTo = (last: number) => {
      let sum = 0n;
      for (const part of parts) if (part.due <= last) sum += sizeOf(part.fen);
      return sum < fine ? sum : fine;
    };
    if (missedMakesAllDue)
      for (const { due } of parts) if (due < day && receivedUntil((due + 1) * DAY - 1, moves) < upTo(due)) return fine;
    return upTo(day - 1);
  }

  private moves(): Move[] {
    const moves: Move[] = [];
    for (const { at, fen, reversed } of this.payments) {
      moves.push([at, fen]);
      if (reversed !== null) moves.push([Math.max(at, reversed), -fen]);
    }
    for (const { at, fen, deposited } of this.cash) if (!deposited) moves.push([at, fen]);
    for (const { at, fen, back } of this.refunds) {
      moves.push([at, -fen]);
      if (back !== null) moves.push([Math.max(at, back), fen]);
    }
    return moves;
  }
}

/** When, and how much; negative where it went away. */
type Move = readonly [minute: number, fen: bigint];

function receivedUntil(minute: number, moves: readonly Move[]): bigint {
  let sum = 0n;
  for (const [at, amount] of moves) if (at <= minute) sum += amount;
  return sum;
}
