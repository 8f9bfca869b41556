import type { Side } from './client';
import { type CaseHead, type Json, type JsonObject, type Step, textOf } from './format';

/** What a step needs to know of the case that it belongs to. */
export interface CaseInPlay {
  readonly head: CaseHead;
  /** Known once the case is filed. */
  readonly id: string | undefined;
  /** Asks the collecting side for the case's fine, and its ETag. */
  fine(): Promise<{ readonly id: string; readonly etag: string }>;
  /** Asks the collecting side for the refund of the case's fine that waits for its second person. */
  openRefund(): Promise<string>;
  /** Asks the collecting side for the relief (减免, 终结执行) of the case's fine that waits for its second person. */
  openRelief(): Promise<string>;
  /** Asks the collecting side for the payment code of the case's fine. */
  paymentCode(): Promise<string>;
}

export interface ActRequest {
  readonly side: Side;
  readonly path: string;
  readonly body: JsonObject;
  /** The act rests on the version of the case that the actor saw. */
  readonly onCase: boolean;
  /** ETag of what else it rests on. */
  readonly ifMatch?: string;
}

type Act = (step: Step, play: CaseInPlay) => ActRequest | Promise<ActRequest>;

const onCase =
  (noun: string): Act =>
  ({ data = {} }, { id }) => ({ side: 'decision', path: `/decision/v1/cases/${id}/${noun}`, body: data, onCase: true });

/** An act on one of several things of a case, by its number. */
const onNumbered =
  (field: string, collection: string, noun: string): Act =>
  ({ data = {} }, { id }) => {
    const { [field]: number = null, ...body } = data;
    const path = `/decision/v1/cases/${id}/${collection}/${JSON.stringify(number)}/${noun}`;
    return { side: 'decision', path, body, onCase: true };
  };

const onEvidence = (noun: string): Act => onNumbered('evidence', 'evidence', noun);

/** A bank's message. A person who tries it goes to the route of the first bank with a token of their own. */
const fromBank =
  (noun: string, body: (step: Step, play: CaseInPlay) => JsonObject | Promise<JsonObject>): Act =>
  async (step, play) => ({
    side: 'collection',
    path: `/collection/v1/bank-callbacks/${step.by.startsWith('bank-') ? step.by : 'bank-a'}/${noun}`,
    body: await body(step, play),
    onCase: false,
  });

/** An act of the collecting side on the fine of the case. */
const onFine =
  (noun: string, body: (data: JsonObject) => JsonObject = (data) => data): Act =>
  async ({ data = {} }, play) => {
    const { id, etag: ifMatch } = await play.fine();
    return { side: 'collection', path: `/collection/v1/fines/${id}/${noun}`, body: body(data), onCase: false, ifMatch };
  };

/** The second person's act on what the first asked for. */
const onRequest =
  (collection: 'refunds' | 'reliefs'): Act =>
  async (step, play) => {
    const request = await (collection === 'refunds' ? play.openRefund() : play.openRelief());
    return onFine(`${collection}/${request}/authorisation`)(step, play);
  };

/** An act of an editor of the public site. */
const inPublic =
  (noun: string): Act =>
  ({ data = {} }, { id }) => ({
    side: 'editing',
    path: `/editing/v1/decisions/${id}/${noun}`,
    body: data,
    onCase: false,
  });

/** The bank of a reference: its first letter names it. */
const bankOf = (reference: Json | undefined): string => `bank-${textOf(reference).charAt(0).toLowerCase()}`;

/** The acts that are built, each as the request that an officer's or a bank's client sends. */
export const acts: Readonly<Record<string, Act>> = {
  file: ({ data = {} }, { head }) => ({
    side: 'decision',
    path: '/decision/v1/cases',
    body: { ...head, ...data },
    onCase: false,
  }),
  'decide-on-the-spot': ({ data = {} }, { head }) => ({
    side: 'decision',
    path: '/decision/v1/spot-decisions',
    body: { ...head, ...data },
    onCase: false,
  }),
  'approve-filing': onCase('filing-approval'),
  'refuse-filing': onCase('filing-refusal'),
  'replace-officers': onCase('officers'),
  'request-recusal': onCase('recusal-requests'),
  'decide-recusal': onCase('recusals'),
  'collect-evidence': onCase('evidence'),
  'verify-evidence': onEvidence('verification'),
  'exclude-evidence': onEvidence('exclusion'),
  'hand-over-evidence': onEvidence('custody'),
  'sample-evidence': onCase('samples'),
  'preserve-evidence': onCase('preservations'),
  'resolve-preservation': onCase('preservation-outcome'),
  'approve-seizure': onCase('seizure-approval'),
  seize: onCase('seizures'),
  'confirm-seizure': onNumbered('seizure', 'seizures', 'confirmation'),
  'extend-seizure': onNumbered('seizure', 'seizures', 'extension'),
  'begin-testing': onNumbered('seizure', 'seizures', 'testing'),
  'end-testing': onNumbered('seizure', 'seizures', 'testing-result'),
  'lift-seizure': onNumbered('seizure', 'seizures', 'lifting'),
  'dispose-seized': onNumbered('seizure', 'seizures', 'disposal'),
  'order-correction': onCase('correction-orders'),
  'inspect-correction': onNumbered('order', 'correction-orders', 'inspections'),
  'conclude-investigation': onCase('investigation-conclusion'),
  'revise-proposal': onCase('proposal-revisions'),
  'serve-prior-notice': onCase('prior-notice'),
  'waive-rights': onCase('rights-waiver'),
  'receive-statement': onCase('statements'),
  'review-statement': onCase('statement-review'),
  'hearing-requested': onCase('hearing-request'),
  'withdraw-hearing-request': onCase('hearing-request-withdrawal'),
  'notice-hearing': onCase('hearing-notice'),
  'hold-hearing': onCase('hearing'),
  'miss-hearing': onCase('hearing-absence'),
  'pass-legal-review': onCase('legal-review'),
  'return-legal-review': onCase('legal-review-return'),
  deliberate: onCase('deliberation'),
  'extend-term': onCase('term-extension'),
  suspend: onCase('suspension'),
  resume: onCase('resumption'),
  'propose-transfer': onCase('transfers'),
  'approve-transfer': onCase('transfer-approval'),
  'refuse-transfer': onCase('transfer-refusal'),
  'hand-over': onCase('transfer-hand-over'),
  'transfer-returned': onCase('transfer-return'),
  'transfer-declined': onCase('transfer-declination'),
  'request-transfer-review': onCase('transfer-review-request'),
  'conclude-transfer-review': onCase('transfer-review-conclusion'),
  'record-criminal-judgment': onCase('criminal-judgment'),
  decide: onCase('decision'),
  drop: onCase('dropping'),
  'serve-decision': onCase('decision-service'),
  'report-spot-decision': onCase('spot-report'),
  'collect-on-the-spot': onCase('spot-collection'),
  'hand-in': onCase('spot-hand-in'),
  'execute-other-penalty': onCase('other-executions'),
  'correct-clerical-error': onCase('clerical-corrections'),
  'approve-deferral': onCase('deferral'),
  'approve-instalments': onCase('instalments'),
  'remedy-sought': onCase('remedies'),
  'reply-to-remedy': onCase('remedy-reply'),
  'judgment-given': onCase('remedy-judgment'),
  'appeal-filed': onCase('remedy-appeal'),
  'remedy-concluded': onCase('remedy-conclusion'),
  'stay-ordered': onCase('stay'),
  'stay-lifted': onCase('stay-lifting'),
  'issue-demand': onCase('demands'),
  'hear-on-demand': onCase('demand-statements'),
  'seek-court-enforcement': onCase('court-application'),
  'court-answered': onCase('court-answer'),
  'request-court-review': onCase('court-review-request'),
  'conclude-court-review': onCase('court-review-conclusion'),
  close: onCase('closing'),
  archive: onCase('archive'),

  'request-refund': onFine('refunds'),
  'authorise-refund': onRequest('refunds'),
  'request-relief': onFine('reliefs'),
  'authorise-relief': onRequest('reliefs'),
  'deposit-at-bank': onFine('spot-deposits', ({ bankReference = null }) => ({
    bank: bankOf(bankReference),
    bankReference,
  })),

  withdraw: inPublic('withdrawal'),
  'withdraw-and-amend': inPublic('amendment'),

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
