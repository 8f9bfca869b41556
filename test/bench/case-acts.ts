import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../support/case-history/format';
import type { RunningSystem } from '../support/case-history/client';
import { creditCodeOf } from '../support/parties';
import type { HttpConnections } from './http-connections';

/** A case as its last act has left it. */
export interface ActedOn {
  readonly id: string;
  readonly etag: string;
}

/** The first acts on cases, over HTTP: each a request that makes one append. */
export interface CaseActs {
  file(): Promise<ActedOn>;
  approve(its: ActedOn): Promise<ActedOn>;
  collectEvidence(its: ActedOn): Promise<ActedOn>;
}

export async function caseActs(connections: HttpConnections, system: RunningSystem): Promise<CaseActs> {
  const tokens = { officer: await system.token('officer-1'), lead: await system.token('lead-1') };
  let filed = 0;
  const post = (path: string, token: string, body: JsonObject, etag?: string) =>
    connections.send(
      'POST',
      path,
      {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'fajiao-demo-time': '2023-09-13T15:00:00+08:00',
        ...(etag !== undefined && { 'if-match': etag }),
      },
      JSON.stringify(body),
    );
  const act = async (what: string, token: string, body: JsonObject, { id, etag }: ActedOn): Promise<ActedOn> => {
    const { headers } = await post(`/decision/v1/cases/${id}/${what}`, token, body, etag);
    return { id, etag: headers.etag! };
  };
  return {
    file: async () => {
      const { headers } = await post('/decision/v1/cases', tokens.officer, filing(filed++));
      return { id: headers.location!.slice(-36), etag: headers.etag! };
    },
    approve: (its) => act('filing-approval', tokens.lead, {}, its),
    collectEvidence: (its) => act('evidence', tokens.officer, EVIDENCE, its),
  };
}

const filing = (n: number): JsonObject => ({
  party: {
    kind: 'individual-business',
    name: `示例网络服务中心${n}`,
    unifiedSocialCreditCode: creditCodeOf(n),
    operator: `示例经营者${n}`,
  },
  offence: 'CT-NET-31-1',
  actDate: '2023-09-09',
  officers: ['officer-1', 'officer-2'],
  source: { kind: 'inspection' },
  facts: '凌晨1时30分仍在营业',
});

const EVIDENCE: JsonObject = {
  kind: 'inspection-record',
  officers: ['officer-1', 'officer-2'],
  certificatesShown: true,
  title: '现场检查笔录',
  sha256: '3f0a9c5e7d1b2a4c6e8f00112233445566778899aabbccddeeff001122334455',
};
