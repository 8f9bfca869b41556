import type { Side } from './client';
import type { CaseHead, JsonObject, Step } from './format';

/** What a step needs to know of the case that it belongs to. */
export interface CaseInPlay {
  readonly head: CaseHead;
  /** Known once the case is filed. */
  readonly id: string | undefined;
  /** Asks the collecting side for the payment code of the case's fine. */
  paymentCode(): Promise<string>;
}

export interface ActRequest {
  readonly side: Side;
  readonly path: string;
  readonly body: JsonObject;
  /** The act rests on the version of the case that the actor saw. */
  readonly onCase: boolean;
}

type Act = (step: Step, play: CaseInPlay) => ActRequest | Promise<ActRequest>;

const onCase =
  (noun: string): Act =>
  ({ data = {} }, { id }) => ({ side: 'decision', path: `/decision/v1/cases/${id}/${noun}`, body: data, onCase: true });

const onEvidence =
  (noun: string): Act =>
  ({ data = {} }, { id }) => {
    const { evidence = null, ...body } = data;
    const path = `/decision/v1/cases/${id}/evidence/${JSON.stringify(evidence)}/${noun}`;
    return { side: 'decision', path, body, onCase: true };
  };

/** A bank's message. A person who tries it goes to the route of the first bank with a token of their own. */
const fromBank =
  (noun: string, body: (step: Step, play: CaseInPlay) => JsonObject | Promise<JsonObject>): Act =>
  async (step, play) => ({
    side: 'collection',
    path: `/collection/v1/bank-callbacks/${step.by.startsWith('bank-') ? step.by : 'bank-a'}/${noun}`,
    body: await body(step, play),
    onCase: false,
  });

/** The acts that are built, each as the request that an officer's or a bank's client sends. */
export const acts: Readonly<Record<string, Act>> = {
  file: ({ data = {} }, { head }) => ({
    side: 'decision',
    path: '/decision/v1/cases',
    body: { ...head, ...data },
    onCase: false,
  }),
  'approve-filing': onCase('filing-approval'),
  'refuse-filing': onCase('filing-refusal'),
  'replace-officers': onCase('officers'),
  'decide-recusal': onCase('recusals'),
  'collect-evidence': onCase('evidence'),
  'verify-evidence': onEvidence('verification'),
  'exclude-evidence': onEvidence('exclusion'),
  'conclude-investigation': onCase('investigation-conclusion'),
  'revise-proposal': onCase('proposal-revisions'),
  'serve-prior-notice': onCase('prior-notice'),
  'waive-rights': onCase('rights-waiver'),
  'receive-statement': onCase('statements'),
  'review-statement': onCase('statement-review'),
  'hearing-requested': onCase('hearing-request'),
  'notice-hearing': onCase('hearing-notice'),
  'hold-hearing': onCase('hearing'),
  'miss-hearing': onCase('hearing-absence'),
  'pass-legal-review': onCase('legal-review'),
  'return-legal-review': onCase('legal-review-return'),
  deliberate: onCase('deliberation'),
  'extend-term': onCase('term-extension'),
  suspend: onCase('suspension'),
  resume: onCase('resumption'),
  decide: onCase('decision'),
  drop: onCase('dropping'),
  'serve-decision': onCase('decision-service'),
  'execute-other-penalty': onCase('other-executions'),
  'correct-clerical-error': onCase('clerical-corrections'),
  close: onCase('closing'),

  'report-payment': fromBank('payments', async ({ at, data = {} }, play) => ({
    reference: data['bankReference'] ?? null,
    code: data['code'] ?? (await play.paymentCode()),
    fen: data['fen'] ?? null,
    paidAt: data['paidAt'] ?? at,
  })),
  'reverse-payment': fromBank('reversals', ({ at, data = {} }) => ({
    reference: data['bankReference'] ?? null,
    reverses: data['reverses'] ?? null,
    fen: data['fen'] ?? null,
    reversedAt: at,
  })),
  'send-statement': fromBank('statements', ({ data = {} }) => ({
    date: data['date'] ?? null,
    lines: linesOf(data['lines']),
  })),
  'treasury-credit': fromBank('treasury-credits', ({ at, data = {} }) => ({
    reference: data['bankReference'] ?? null,
    fen: data['fen'] ?? null,
    creditedAt: at,
  })),
};

/** The act of that name, if it is built. */
export const actOf = (name: string): Act | undefined => (Object.hasOwn(acts, name) ? acts[name] : undefined);

/** A line of the file says which bucket it expects; a bank's statement does not. */
function linesOf(lines: unknown): JsonObject[] {
  if (!Array.isArray(lines)) return [];
  return (lines as JsonObject[]).map(({ bankReference, bucket: _bucket, ...line }) => ({
    reference: bankReference ?? null,
    ...line,
  }));
}
