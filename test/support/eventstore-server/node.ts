import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { Access, Right } from './access';
import type { Connections } from './connections';
import type { FaultState } from './faults';
import type { Log } from './log';

/** The nodes that share a log, one of them the leader: the first to join, until another takes over. */
export class Cluster {
  readonly nodes: Node[] = [];
  #leader: Node | undefined;

  constructor(readonly log: Log) {}

  join(node: Node): void {
    this.nodes.push(node);
    this.#leader ??= node;
  }

  /** A leader that leaves has no successor until one takes over. */
  leave(node: Node): void {
    this.nodes.splice(this.nodes.indexOf(node), 1);
    if (this.#leader === node) this.#leader = undefined;
  }

  lead(node: Node): void {
    this.#leader = node;
  }

  get leader(): Node | undefined {
    return this.#leader;
  }
}

/** A call as it came in, for tests of what a client sends. */
export interface SeenCall {
  readonly method: 'read' | 'append' | 'batchAppend' | 'delete' | 'tombstone' | 'gossip' | 'supportedMethods';
  readonly peer: string;
  readonly requiresLeader: boolean;
  readonly authorization: string | undefined;
  /** Of reads and subscriptions. */
  readonly options: ReadReq.Options | undefined;
}

/** One node: what its services work with. */
export interface Node {
  readonly host: string;
  readonly port: number;
  readonly cluster: Cluster;
  readonly faults: FaultState;
  readonly connections: Connections;
  /** Undefined on an insecure node: everybody may do everything. */
  readonly access: Access | undefined;
  readonly calls: SeenCall[];
}

/** A failed call on the wire: the status and the trailers that a real node sends. */
export type WireError = Partial<ServiceError> & { code: number; details: string; metadata: Metadata };

export function wireError(code: number, details: string, trailers: Readonly<Record<string, string>> = {}): WireError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
}

export const wireErrors = {
  accessDenied: () => wireError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }),
  unauthenticated: () => wireError(status.UNAUTHENTICATED, 'Unauthenticated'),
  notReady: () => wireError(status.UNAVAILABLE, 'Server Is Not Ready'),
  handlerThrew: () => wireError(status.UNKNOWN, 'Exception was thrown by handler.'),
  streamDeleted: (stream: string) =>
    wireError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': encodeURI(stream),
    }),
  tooLarge: (limit: number) =>
    wireError(status.INVALID_ARGUMENT, 'Maximum Append Size of exceeded.', {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(limit),
    }),
  notLeader: (leader: Node) =>
    wireError(status.NOT_FOUND, `Leader info available`, {
      exception: 'not-leader',
      'leader-endpoint-host': leader.host,
      'leader-endpoint-port': String(leader.port),
    }),
  timedOut: (what: string) => wireError(status.ABORTED, `Operation timed out: ${what}`),
};

/** Why a node does not take this call, undefined where it does. */
export function refusalOf(node: Node, metadata: Metadata, stream: string, right: Right): WireError | undefined {
  const { leader } = node.cluster;
  if (node.faults.nodeNotReady || !leader) return wireErrors.notReady();
  if (header(metadata, 'requires-leader') === 'true' && leader !== node) return wireErrors.notLeader(leader);
  const verdict = node.access?.check(header(metadata, 'authorization'), stream, right) ?? 'allowed';
  if (verdict === 'allowed') return undefined;
  return verdict === 'denied' ? wireErrors.accessDenied() : wireErrors.unauthenticated();
}

export function header(metadata: Metadata, name: string): string | undefined {
  return metadata.get(name)[0]?.toString();
}

/** A call as the services get it, whatever its kind. */
interface AnyCall {
  readonly metadata: Metadata;
  readonly request?: unknown;
  getPeer(): string;
}

/** The handler of a method, which notes every call before it is handled. */
export function noted<Call extends AnyCall, Rest extends unknown[]>(
  node: Node,
  method: SeenCall['method'],
  handle: (call: Call, ...rest: Rest) => void | Promise<void>,
): (call: Call, ...rest: Rest) => void {
  return (call, ...rest) => {
    node.calls.push({
      method,
      peer: call.getPeer(),
      requiresLeader: header(call.metadata, 'requires-leader') === 'true',
      authorization: header(call.metadata, 'authorization'),
      options: call.request instanceof ReadReq ? call.request.getOptions() : undefined,
    });
    void handle(call, ...rest);
  };
}
