/** What a reader of the global order remembers between two pages: see sql/readable-end.sql. */
export class Settling {
  private settled = 0n;
  private waiting: { readonly until: bigint; readonly transactions: readonly string[] } | undefined;

  /** Arguments settled, waits_until, waits_for of the read function. */
  question(): [string, string | null, readonly string[] | null] {
    const { until, transactions } = this.waiting ?? {};
    return [this.settled.toString(), until?.toString() ?? null, transactions ?? null];
  }

  /** Its answer. Pages may be read at the same time: what is settled stays so, and who is waited for first stays it. */
  answer(settled: string, until: string | null, transactions: readonly string[] | null): void {
    if (BigInt(settled) > this.settled) this.settled = BigInt(settled);
    if (this.waiting && this.waiting.until <= this.settled) this.waiting = undefined;
    if (!this.waiting && until !== null && transactions !== null && BigInt(until) > this.settled) {
      this.waiting = { until: BigInt(until), transactions };
    }
  }

  /** Process of the server that is waited for. */
  waitingFor(): number | undefined {
    const first = this.waiting?.transactions[0];
    return first === undefined ? undefined : Number(first.slice(0, first.indexOf(':')));
  }
}
