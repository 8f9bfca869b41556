import { StoreUnavailable } from '../errors';

/** Lets so many calls at once through; the others wait, first come first served. */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(
    slots: number,
    /** How long a call waits for its turn, in milliseconds. */
    private readonly patience: number,
  ) {
    this.#free = slots;
  }

  /** @throws StoreUnavailable when no slot became free in time: the call was never made */
  async use<T>(call: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn();
    try {
      return await call();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  async #turn(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(new StoreUnavailable('too many calls wait for the event store'));
      }, this.patience);
      const go = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(go);
    });
  }
}
