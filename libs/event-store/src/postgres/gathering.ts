/** After so many milliseconds a call gives its place to the next: others do not wait for what it waits for. */
const PATIENCE = 50;

interface Asked<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer | Promise<Answer>) => void;
  readonly reject: (fault: unknown) => void;
}

export interface GatheringOptions<Question, Answer> {
  /** Calls under way at most: whoever asks meanwhile waits, and is answered with the others who do. */
  readonly calls: number;
  /** How many of those who wait, from the first on, fit into one call: at least one. */
  readonly fitting: (questions: readonly Question[]) => number;
  /** An answer for each question, in order; a promise where the others need not wait for it. */
  readonly answer: (questions: readonly Question[]) => Promise<readonly (Answer | Promise<Answer>)[]>;
}

/** Questions to the server that are asked at the same moment go in one call. */
export class Gathering<Question, Answer> {
  private waiting: Asked<Question, Answer>[] = [];
  private calls = 0;
  private isDue = false;

  constructor(private readonly options: GatheringOptions<Question, Answer>) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (this.isDue) return;
      this.isDue = true;
      setImmediate(() => {
        this.isDue = false;
        this.send();
      });
    });
  }

  private send(): void {
    while (this.waiting.length > 0 && this.calls < this.options.calls) {
      const fitting = this.options.fitting(this.waiting.map(({ question }) => question));
      void this.call(this.waiting.splice(0, fitting));
    }
  }

  private async call(asked: readonly Asked<Question, Answer>[]): Promise<void> {
    const leave = this.takePlace();
    try {
      const answers = await this.options.answer(asked.map(({ question }) => question));
      asked.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('a question without an answer'));
        else resolve(answer);
      });
      await Promise.allSettled(answers);
    } catch (fault) {
      for (const { reject } of asked) reject(fault);
    } finally {
      leave();
    }
  }

  private takePlace(): () => void {
    this.calls += 1;
    let left = false;
    const leave = (): void => {
      clearTimeout(timer);
      if (left) return;
      left = true;
      this.calls -= 1;
      this.send();
    };
    const timer = setTimeout(leave, PATIENCE);
    return leave;
  }
}
