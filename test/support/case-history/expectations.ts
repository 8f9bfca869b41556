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

const fenOf = (value: Json | undefined): Json | undefined =>
  typeof value === 'object' && value !== null && 'fen' in value ? value.fen : value;

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
  amountDueFenOn: onEachDay('amount-due', 'amountDue'),
  surchargeFenOn: onEachDay('surcharge', 'surcharge'),

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
