/** Stream whose first event's id is the id of the store. */
const STORE = 'store';

/** Names on the server: everything of a run carries its prefix, so that several can share a server. */
export class Names {
  /** @throws Error for a prefix that the server would take for its own */
  constructor(readonly prefix: string) {
    if (!/^[A-Za-z0-9._-]*$/.test(prefix))
      throw new Error('a stream prefix has letters, digits, ".", "_" and "-" only');
  }

  get storeStream(): string {
    return this.prefix + STORE;
  }

  onServer(stream: string): string {
    return this.prefix + stream;
  }

  /** The stream's own name; undefined for streams of the server, of other runs, and for the store's own. */
  ours(streamOnServer: string): string | undefined {
    if (streamOnServer.startsWith('$') || !streamOnServer.startsWith(this.prefix)) return undefined;
    return streamOnServer === this.storeStream ? undefined : streamOnServer.slice(this.prefix.length);
  }
}
