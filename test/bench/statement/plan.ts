/** The ways in which a line, or a callback, may differ from the other side's word: ten, each to be found by its name. */
export const DIFFERENCES = [
  'malformed',
  'duplicate-line',
  'reversal',
  'reversal-of-unknown',
  'suspended.unknown-code',
  'suspended.fine-cancelled',
  'amount-differs',
  'callback-missing',
  'matched-with-overpayment',
  'unknown-to-bank',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

export const BANK = 'bank-01';
export const DAY = '2024-04-12';
export const FINE_FEN = 100_000;

/** What each payment of the day is like; spread evenly, the same for everybody who asks. */
export class Plan {
  private readonly stride: number;

  /** @param payments how many there are @param each differences of each kind */
  constructor(
    readonly payments: number,
    readonly each: number,
  ) {
    this.stride = Math.floor(payments / (DIFFERENCES.length * each));
    // A duplicate and a reversal are about the plain payment before them.
    if (this.stride < 3) throw new Error('too many differences for so few payments');
  }

  kindOf(n: number): Difference | 'matched' {
    const index = Math.floor(n / this.stride);
    const isDifferent = n % this.stride === this.stride - 1 && index < DIFFERENCES.length * this.each;
    return isDifferent ? (DIFFERENCES[index % DIFFERENCES.length] ?? 'matched') : 'matched';
  }

  /** Lines of the file: a callback that the bank does not know of has none. */
  get lines(): number {
    return this.payments - this.each;
  }

  /** How many lines end in each bucket. */
  buckets(): Record<string, number> {
    const different = DIFFERENCES.filter((kind) => kind !== 'unknown-to-bank');
    const plain = this.payments - this.each * DIFFERENCES.length;
    return { ...Object.fromEntries(different.map((kind) => [kind, this.each])), matched: plain };
  }
}
