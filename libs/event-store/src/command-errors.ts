/** The act needs a stream that does not exist. */
export class StreamNotFound extends Error {
  constructor(readonly stream: string) {
    super(`${stream} does not exist`);
  }
}

/** The caller's decision rests on an older state (If-Match). */
export class StaleRevision extends Error {
  constructor(
    readonly stream: string,
    /** The etag as it stands. */
    readonly etag: number,
  ) {
    super(`${stream} has moved on to etag ${etag}`);
  }
}

/** The command id is known, with another body. */
export class CommandContentDiffers extends Error {
  constructor(
    readonly stream: string,
    readonly commandId: string,
  ) {
    super(`${stream} holds command ${commandId} with another body`);
  }
}
