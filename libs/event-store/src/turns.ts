/** Work on the same key, one after the other. */
export class Turns {
  private readonly lasts = new Map<string, Promise<void>>();

  async take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const mine = (this.lasts.get(key) ?? Promise.resolve()).then(work);
    const settled = mine.then(nothing, nothing);
    this.lasts.set(key, settled);
    try {
      return await mine;
    } finally {
      if (this.lasts.get(key) === settled) this.lasts.delete(key);
    }
  }
}

const nothing = (): void => undefined;
