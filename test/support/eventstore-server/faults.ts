/** The faults that a test can put into a running server. All are off at the start. */
export interface Faults {
  /** As SIGSTOP: connections are taken and stay open, nothing is answered. What gives up meanwhile is not executed. */
  freeze(): void;
  thaw(): void;
  /** New connections are refused, open ones are reset. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  /** The next appends are written, then their connection is reset before the answer. */
  resetAfterCommit(times?: number): void;
  /** The next appends are written, but their answer takes so long. */
  answerLate(milliseconds: number, times?: number): void;
  /** The next appends get this status with these trailers, and nothing is written. */
  failAppends(status: FailedStatus, times?: number): void;
  /** As a node in an election: every call is answered "Server Is Not Ready". */
  notReady(on: boolean): void;
  /** A repetition that comes while the first append is being committed gets "Commit phase timeout." */
  twinsTimeOut(on: boolean): void;
  /** GetSupportedMethods takes so long; Infinity: it is never answered. */
  slowFeatures(milliseconds: number): void;
  /** The server's clock runs ahead of the client's by so much. */
  clockAhead(milliseconds: number): void;
  /** As a restart does: the ids that `any` and `stream_exists` rest on are gone. */
  forgetIds(): void;
  /** What this node shows without `requires-leader` is so old (a follower). */
  stale(milliseconds: number): void;
}

export interface FailedStatus {
  readonly code: number;
  readonly details: string;
  readonly trailers?: Readonly<Record<string, string>>;
}

/** Where the services look the faults up. */
export class FaultState {
  resetsLeft = 0;
  lateAnswersLeft = 0;
  lateAnswerMillis = 0;
  failuresLeft = 0;
  failure: FailedStatus = { code: 2, details: '' };
  nodeNotReady = false;
  twinsTimeOut = false;
  featuresMillis = 0;
  clockAheadMillis = 0;
  staleMillis = 0;
  #thawed: Promise<void> | undefined;
  #thaw: () => void = () => undefined;

  freeze(): void {
    this.#thawed ??= new Promise((resolve) => {
      this.#thaw = resolve;
    });
  }

  thaw(): void {
    this.#thaw();
    this.#thawed = undefined;
  }

  /** Passes at once unless the server is frozen. */
  gate(): Promise<void> | undefined {
    return this.#thawed;
  }

  now(): number {
    return Date.now() + this.clockAheadMillis;
  }
}
