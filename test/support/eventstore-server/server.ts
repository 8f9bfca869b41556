import { Server, ServerCredentials } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Access, type User } from './access';
import { batchAppend } from './batch-append';
import { Connections } from './connections';
import { softDelete, tombstone } from './delete';
import { gossip, supportedMethods } from './discovery';
import { type Faults, FaultState } from './faults';
import { Log } from './log';
import { keepInFile } from './log-file';
import { Cluster, type Node, noted, type SeenCall } from './node';
import { read } from './read';
import type { ServerCertificate } from './self-signed';
import { unaryAppend } from './unary-append';

/** Kestrel's limits: streams on one connection, and the size of a request message. */
const MAX_CONCURRENT_STREAMS = 100;
const MAX_REQUEST_BYTES = 16 * 1024 * 1024;
const HOST = '127.0.0.1';

export interface EventStoreServerOptions {
  /** A free one unless given. */
  readonly port?: number;
  /** Append-only file that the log is kept in, so that the server can be killed and started again. */
  readonly file?: string;
  /** Starts a follower in the cluster of this server: it shows the same log. */
  readonly follows?: EventStoreServer;
  /** TLS, and these users, whose rights are then looked at. */
  readonly secure?: { readonly certificate: ServerCertificate; readonly users: Readonly<Record<string, User>> };
}

export interface EventStoreServer {
  /** Connection string of this node alone. */
  readonly url: string;
  readonly port: number;
  readonly faults: Faults;
  /** The log, which followers share. */
  readonly cluster: Cluster;
  /** Every call that came in, in order. */
  readonly calls: readonly SeenCall[];
  /** Makes this node the leader of its cluster. */
  takeOver(): void;
  /** Open connections of clients. */
  connections(): number;
  stop(): Promise<void>;
}

/** A node that speaks the wire protocol of EventStoreDB 23.10, in memory. */
export async function startEventStoreServer(options: EventStoreServerOptions = {}): Promise<EventStoreServer> {
  const state = new FaultState();
  const cluster = options.follows?.cluster ?? new Cluster(newLog(state, options.file));
  const server = new Server({
    'grpc.max_concurrent_streams': MAX_CONCURRENT_STREAMS,
    'grpc.max_receive_message_length': MAX_REQUEST_BYTES,
    'grpc.max_send_message_length': -1,
  });
  const injector = server.createConnectionInjector(credentialsOf(options));
  const connections = new Connections(HOST, (socket) => injector.injectConnection(socket));
  await connections.listen(options.port ?? 0);
  const node: Node = {
    host: HOST,
    port: connections.port,
    cluster,
    faults: state,
    connections,
    access: options.secure ? new Access(cluster.log, options.secure.users) : undefined,
    calls: [],
  };
  cluster.join(node);
  addServices(server, node);
  return {
    url: urlOf(node, options),
    port: node.port,
    cluster,
    calls: node.calls,
    faults: faultsOf(state, node),
    takeOver: () => cluster.lead(node),
    connections: () => connections.open,
    stop: async () => {
      cluster.leave(node);
      await connections.close();
      injector.destroy();
      server.forceShutdown();
    },
  };
}

function newLog(state: FaultState, file: string | undefined): Log {
  const log = new Log(() => state.now());
  const found = file !== undefined && keepInFile(log, file);
  if (!found) log.writeSystemEvents();
  return log;
}

function addServices(server: Server, node: Node): void {
  server.addService(StreamsService, {
    read: noted(node, 'read', read(node)),
    append: noted(node, 'append', unaryAppend(node)),
    batchAppend: noted(node, 'batchAppend', batchAppend(node)),
    delete: noted(node, 'delete', softDelete(node)),
    tombstone: noted(node, 'tombstone', tombstone(node)),
  });
  server.addService(GossipService, { read: noted(node, 'gossip', gossip(node)) });
  server.addService(ServerFeaturesService, {
    getSupportedMethods: noted(node, 'supportedMethods', supportedMethods(node)),
  });
}

function credentialsOf({ secure }: EventStoreServerOptions): ServerCredentials {
  if (!secure) return ServerCredentials.createInsecure();
  const { key, certificate } = secure.certificate;
  return ServerCredentials.createSsl(null, [{ private_key: Buffer.from(key), cert_chain: Buffer.from(certificate) }]);
}

function urlOf(node: Node, { secure }: EventStoreServerOptions): string {
  const query = secure ? `tls=true&tlsCAFile=${encodeURIComponent(secure.certificate.file)}` : 'tls=false';
  return `esdb://${node.host}:${node.port}?${query}`;
}

function faultsOf(state: FaultState, node: Node): Faults {
  return {
    freeze: () => state.freeze(),
    thaw: () => state.thaw(),
    refuse: () => node.connections.close(),
    accept: () => node.connections.listen(node.port),
    resetAfterCommit: (times = 1) => {
      state.resetsLeft = times;
    },
    answerLate: (milliseconds, times = 1) => {
      state.lateAnswerMillis = milliseconds;
      state.lateAnswersLeft = times;
    },
    failAppends: (failure, times = 1) => {
      state.failure = failure;
      state.failuresLeft = times;
    },
    notReady: (on) => {
      state.nodeNotReady = on;
    },
    twinsTimeOut: (on) => {
      state.twinsTimeOut = on;
    },
    slowFeatures: (milliseconds) => {
      state.featuresMillis = milliseconds;
    },
    clockAhead: (milliseconds) => {
      state.clockAheadMillis = milliseconds;
    },
    forgetIds: () => node.cluster.log.forgetIds(),
    stale: (milliseconds) => {
      state.staleMillis = milliseconds;
    },
  };
}
