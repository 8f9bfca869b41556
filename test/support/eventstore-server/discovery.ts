import { setTimeout as delay } from 'node:timers/promises';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { type Empty, UUID } from '@eventstore/db-client/generated/shared_pb';
import type { Node } from './node';

const SERVER_VERSION = '23.10.6.0';

/** `Gossip/Read`: the members of the cluster and who leads it. */
export function gossip(node: Node) {
  return async (_call: ServerUnaryCall<Empty, ClusterInfo>, callback: sendUnaryData<ClusterInfo>): Promise<void> => {
    await node.faults.gate();
    const members = node.cluster.nodes.map((member) =>
      new MemberInfo()
        .setInstanceId(new UUID().setStructured(structured(crypto.randomUUID())))
        .setTimeStamp(String(Date.now()))
        .setIsAlive(true)
        .setState(member === node.cluster.leader ? MemberInfo.VNodeState.LEADER : MemberInfo.VNodeState.FOLLOWER)
        .setHttpEndPoint(new EndPoint().setAddress(member.host).setPort(member.port)),
    );
    callback(null, new ClusterInfo().setMembersList(members));
  };
}

/** `ServerFeatures/GetSupportedMethods`: what a client asks before its first append without credentials. */
export function supportedMethods(node: Node) {
  return async (
    _call: ServerUnaryCall<Empty, SupportedMethods>,
    callback: sendUnaryData<SupportedMethods>,
  ): Promise<void> => {
    await node.faults.gate();
    if (node.faults.featuresMillis === Number.POSITIVE_INFINITY) return;
    await delay(node.faults.featuresMillis);
    const methods = Object.values(StreamsService).map(({ path }: { path: string }) => {
      const [, service = '', method = ''] = path.toLowerCase().split('/');
      return new SupportedMethod().setServiceName(service).setMethodName(method);
    });
    callback(null, new SupportedMethods().setMethodsList(methods).setEventStoreServerVersion(SERVER_VERSION));
  };
}

function structured(uuid: string): UUID.Structured {
  const digits = uuid.replaceAll('-', '');
  const half = (from: number): string => BigInt.asIntN(64, BigInt(`0x${digits.slice(from, from + 16)}`)).toString();
  return new UUID.Structured().setMostSignificantBits(half(0)).setLeastSignificantBits(half(16));
}
