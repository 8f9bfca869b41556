import type { Client } from './client';
import { type Json, type JsonObject, textOf } from './format';

/** What the file expects and what the running system says. `unsupported`: nothing in the system says it yet. */
export interface ExpectationResult {
  readonly expected: Json;
  readonly actual: Json;
  readonly ok: boolean;
  readonly unsupported?: true;
}

/** Asks the running system about one case; every answer comes over HTTP. */
class Inquiry {
  constructor(
    private readonly client: Client,
    private readonly caseId: string,
    private readonly at: string,
  ) {}

  case(): Promise<JsonObject> {
    return this.decision('');
  }

  async clock(rule: string): Promise<JsonObject | undefined> {
    const { clocks } = (await this.decision('/clocks')) as { clocks?: readonly JsonObject[] };
    return clocks?.find((clock) => clock['rule'] === rule);
  }

  /** The fine as it stands at another instant. */
  fineAt(at: string): Promise<JsonObject> {
    return new Inquiry(this.client, this.caseId, at).fine();
  }

  async fine(rest = ''): Promise<JsonObject> {
    const { items } = (await this.collection(`/collection/v1/fines?caseId=${this.caseId}`)) as { items?: JsonObject[] };
    const fineId = items?.[0]?.['fineId'];
    if (fineId === undefined) throw new Error(`no fine of case ${this.caseId}`);
    return this.collection(`/collection/v1/fines/${textOf(fineId)}${rest}`);
  }

  publicEntry(): Promise<JsonObject> {
    const path = `/disclosure/decisions/${this.caseId}`;
    return this.client.read({ side: 'disclosure', path, by: 'auditor-1', at: this.at });
  }

  /** The term for taking the decision down, as the editors of the public site see it. */
  async withdrawal(): Promise<JsonObject | undefined> {
    const path = '/editing/v1/withdrawals?limit=100';
    const { items } = await this.client.read({ side: 'editing', path, by: 'editor-1', at: this.at });
    const its = (items as readonly JsonObject[]).find(({ caseId }) => caseId === this.caseId);
    return its?.['withdrawBy'] as JsonObject | undefined;
  }

  private decision(rest: string): Promise<JsonObject> {
    const path = `/decision/v1/cases/${this.caseId}${rest}`;
    return this.client.read({ side: 'decision', path, by: 'auditor-1', at: this.at });
  }

  private collection(path: string): Promise<JsonObject> {
    return this.client.read({ side: 'collection', path, by: 'clerk-1', at: this.at });
  }
}

type Reading = (ask: Inquiry, expected: Json) => Promise<Json | undefined>;

const ofCase =
  (field: string): Reading =>
  async (ask) =>
    (await ask.case())[field];

const dueOf =
  (rule: string): Reading =>
  async (ask) =>
    (await ask.clock(rule))?.['due'];

const ofFine =
  (field: string): Reading =>
  async (ask) =>
    fenOf((await ask.fine())[field]);

const ofEntry =
  (field: string): Reading =>
  async (ask) =>
    (await ask.publicEntry())[field];

/** One answer for each day that the file names. */
const onEachDay =
  (noun: string, field: string): Reading =>
  async (ask, expected) => {
    const answers: Record<string, Json> = {};
    for (const day of Object.keys(expected as JsonObject))
      answers[day] = fenOf((await ask.fine(`/${noun}?on=${day}`))[field]) ?? null;
    return answers;
  };

/** The fine as it stands when each of the days ends. */
const atEndOfEachDay =
  (field: string): Reading =>
  async (ask, expected) => {
    const answers: Record<string, Json> = {};
    for (const day of Object.keys(expected as JsonObject))
      answers[day] = fenOf((await ask.fineAt(`${day}T23:59:59+08:00`))[field]) ?? null;
    return answers;
  };

/** The end of the term before an approval moved it. */
const firstPaymentDue: Reading = async (ask) => {
  const { previousDue } = (await ask.fine())['paymentTerm'] as { previousDue?: Json[] };
  return previousDue?.[0];
};

const fenOf = (value: Json | undefined): Json | undefined =>
  typeof value === 'object' && value !== null && 'fen' in value ? value.fen : value;

/** 2024-05-29T09:00+08:00 */
const toTheMinute = (instant: Json | undefined): Json | undefined =>
  typeof instant === 'string'
    ? new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().replace(/:\d\d\.\d+Z$/, '+08:00')
    : undefined;

/** Where the system says what a file may expect. A key that is not here is not built yet. */
const readings: Readonly<Record<string, Reading>> = {
  major: ofCase('major'),
  legalReviewRequired: ofCase('legalReviewRequired'),
  deliberationRequired: ofCase('deliberationRequired'),
  documentNumber: ofCase('documentNumber'),
  status: ofCase('status'),
  outcome: ofCase('outcome'),
  ageAtAct: ofCase('ageAtAct'),

  fileBy: dueOf('filing'),
  decideBy: dueOf('decision-term'),
  decideByBefore: async (ask) => {
    const { previousDue } = (await ask.clock('decision-term')) ?? {};
    return (previousDue as readonly Json[] | undefined)?.[0];
  },
  decideByAfter: dueOf('decision-term'),
  transferDecisionBy: dueOf('transfer-decision'),
  handOverBy: async (ask) => toTheMinute((await ask.clock('hand-over'))?.['dueAt']),
  reportBy: dueOf('spot-report'),
  handInBy: dueOf('hand-in'),
  depositBy: dueOf('deposit'),
  preservationResolveBy: dueOf('preservation'),
  rightsWindowEnds: dueOf('statement-window'),
  hearingRequestBy: dueOf('hearing-request'),
  hearingNotBefore: dueOf('hearing-notice'),
  serveBy: dueOf('service'),
  disclosureDue: dueOf('disclosure-promise'),
  disclosureCeiling: dueOf('disclosure-ceiling'),
  reconsiderationBy: dueOf('reconsideration'),
  litigationBy: dueOf('litigation'),
  limitationLastDay: dueOf('limitation'),

  paymentDue: ofFine('paymentDue'),
  paidFen: ofFine('paid'),
  surchargeFen: ofFine('surcharge'),
  overpaidFen: ofFine('overpaid'),
  refundFen: ofFine('refund'),
  paymentDueBeforeDeferral: firstPaymentDue,
  paymentDueBeforeInstalments: firstPaymentDue,
  outstandingFenOn: atEndOfEachDay('outstanding'),
  accruedSurchargeFenOn: atEndOfEachDay('surcharge'),
  surchargeDeltaFen: async (ask, expected) => {
    const arisen = async (day: string) => Number(fenOf((await ask.fine(`/surcharge?on=${day}`))['surcharge']));
    const deltas: Record<string, Json> = {};
    for (const span of Object.keys(expected as JsonObject)) {
      const [from = '', through = ''] = span.split('..');
      deltas[span] = (await arisen(through)) - (await arisen(from));
    }
    return deltas;
  },
  amountDueFenOn: onEachDay('amount-due', 'amountDue'),
  surchargeFenOn: onEachDay('surcharge', 'surcharge'),

  demandTermEnds: dueOf('demand'),
  courtApplyBy: dueOf('court-application'),
  withdrawBy: async (ask) => (await ask.withdrawal())?.['due'],

  publicName: ofEntry('publicName'),
  publicCitizenId: ofEntry('citizenId'),
};

export async function expectationsOf(
  expect: JsonObject,
  client: Client,
  caseIds: Readonly<Record<string, string | undefined>>,
  at: string,
): Promise<Record<string, ExpectationResult>> {
  const results: Record<string, ExpectationResult> = {};
  const { others = {}, ...first } = expect;
  for (const [key, expected] of Object.entries(first))
    results[key] = await compare(key, expected, client, caseIds['1'], at);
  for (const [other, expectations] of Object.entries(others as JsonObject))
    for (const [key, expected] of Object.entries(expectations as JsonObject))
      results[`others/${other}/${key}`] = await compare(key, expected, client, caseIds[other], at);
  return results;
}

async function compare(
  key: string,
  expected: Json,
  client: Client,
  caseId: string | undefined,
  at: string,
): Promise<ExpectationResult> {
  const reading = Object.hasOwn(readings, key) ? readings[key] : undefined;
  if (reading === undefined || caseId === undefined) return { expected, actual: null, ok: false, unsupported: true };
  try {
    const actual = (await reading(new Inquiry(client, caseId, at), expected)) ?? null;
    return { expected, actual, ok: JSON.stringify(sorted(actual)) === JSON.stringify(sorted(expected)) };
  } catch (error) {
    return { expected, actual: `cannot be read: ${error instanceof Error ? error.message : String(error)}`, ok: false };
  }
}

const sorted = (value: Json): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
