/** Chance from one seed (mulberry32): the same seed always throws the same. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** 0 to `bound` - 1. */
  under(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }

  between(least: number, most: number): number {
    return least + this.under(most - least + 1);
  }

  of<One>(list: readonly [One, ...One[]] | readonly One[]): One {
    return list[this.under(list.length)] as One;
  }

  /** Once in `n` throws. */
  onceIn(n: number): boolean {
    return this.under(n) === 0;
  }
}
