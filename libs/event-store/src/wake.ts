/** Tells readers in this process how far the appends of this process have come. */
export class Wake {
  private head = 0n;
  private readonly sleepers = new Set<() => void>();

  /** Something stands at this place now. */
  announce(place: bigint): void {
    if (place > this.head) this.head = place;
    this.stir();
  }

  /** Lets everybody go on, as when a store closes. */
  stir(): void {
    for (const wake of [...this.sleepers]) wake();
  }

  /** Resolves at once when something after `place` was announced already, else at the next announcement or on abort. */
  async after(place: bigint, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.head > place) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
