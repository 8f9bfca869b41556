import { actOf, type ActRequest } from './acts';
import { BankAnswers } from './bank-answers';
import { bankInvariants, type PlayedDay } from './bank-invariants';
import { type Answer, Client, type RunningSystem } from './client';
import { type ExpectationResult, expectationsOf } from './expectations';
import { fineOf, fineSeen, waitingOf } from './fine-of-case';
import { type CaseHead, type CaseHistory, type Json, type JsonObject, type Step, textOf } from './format';
import { GivenFines } from './given-fines';

/** What one step came to. */
export interface StepResult {
  readonly n: number;
  readonly act: string;
  readonly by: string;
  readonly at: string;
  readonly case: string;
  /** HTTP status; absent where the act is not built. */
  readonly status?: number;
  /** The events that the act made; of a bank's message with all that followed from it. */
  readonly event?: string;
  readonly refusal?: { readonly codes: readonly string[]; readonly source: string };
  /** The act has no place in the system yet. */
  readonly unsupported?: string;
  readonly ok: boolean;
  /** Why it is not, in words. */
  readonly fault?: string;
}

export interface HistoryResult {
  readonly file: string;
  readonly title: string;
  /** Ids of the cases that were filed, by their key in the file. */
  readonly caseIds: Readonly<Record<string, string | undefined>>;
  readonly steps: readonly StepResult[];
  readonly expect: Readonly<Record<string, ExpectationResult>>;
  readonly ok: boolean;
}

/** Told of each step as it happens, for whoever prints. */
export interface Observer {
  step?(result: StepResult, request: { method: string; path: string; body: JsonObject } | undefined): void;
  /** What the case in play still requires after the step, and which acts are open, as the system says it. */
  required?(requirements: Requirements): void;
}

export interface Requirements {
  /** What is missing for the next milestone. */
  readonly next: readonly JsonObject[];
  readonly acts: readonly JsonObject[];
}

/** A case of the file while it is played. */
interface CaseState {
  readonly head: CaseHead;
  id?: string;
  etag?: string;
}

/** Reads the log as the auditor does, from where it was read last. */
class LogReader {
  private next: string | undefined;

  constructor(private readonly client: Client) {}

  async since(at: string): Promise<string[]> {
    const types: string[] = [];
    for (let atEnd = false; !atEnd;) {
      const path = `/audit/v1/events?limit=500${this.next === undefined ? '' : `&after=${this.next}`}`;
      const page = await this.client.read({ side: 'audit', path, by: 'auditor-1', at });
      types.push(...(page['events'] as JsonObject[]).map(({ type }) => type as string));
      this.next = page['next'] as string;
      atEnd = page['atEnd'] === true;
    }
    return types;
  }
}

/** Plays a history against an empty system over HTTP and holds what it answers against what the file says. */
export async function runHistory(
  file: string,
  history: CaseHistory,
  system: RunningSystem,
  observer: Observer = {},
): Promise<HistoryResult> {
  const client = new Client(system);
  const cases = new Map<string, CaseState>(Object.entries(history.cases).map(([key, head]) => [key, { head }]));
  const steps: StepResult[] = [];
  const log = new LogReader(client);
  const fines = await GivenFines.open(client, history.fines ?? []);
  const table: Table = { client, log, fines, banks: new BankAnswers(client, fines) };
  if (fines.any) {
    cases.set('1', { head: NO_CASE });
    await log.since(history.steps[0]?.at ?? '');
  }
  let day: PlayedDay | undefined;
  for (const [index, step] of history.steps.entries()) {
    const state = cases.get(step.case ?? '1');
    const { result, request }: Played = state
      ? await play(table, step, index, state)
      : { result: notBuilt(step, index, `case ${step.case}`) };
    if (request && step.act === 'send-statement')
      day = { client, statement: step, body: request.body, recorded: (at) => log.since(at) };
    steps.push(result);
    observer.step?.(result, request);
    if (request && state?.id !== undefined) observer.required?.(await requirementsOf(client, state.id, step));
  }
  const lastAt = history.steps.at(-1)?.at ?? '';
  const caseIds = Object.fromEntries([...cases].map(([key, { id }]) => [key, id]));
  const { invariants, ...expected } = history.expect;
  const expect = await expectationsOf(expected, client, caseIds, lastAt);
  if (invariants !== undefined) expect['invariants'] = await bankInvariants(invariants as readonly Json[], day);
  const ok = steps.every((step) => step.ok) && Object.values(expect).every((result) => result.ok);
  return { file, title: history.title, caseIds, steps, expect, ok };
}

/** What the run plays on. */
interface Table {
  readonly client: Client;
  readonly log: LogReader;
  readonly fines: GivenFines;
  readonly banks: BankAnswers;
}

/** A bank's day has fines and no cases. */
const NO_CASE: CaseHead = { party: {}, offence: '', actDate: '' };

interface Played {
  readonly result: StepResult;
  /** What was sent; undefined where nothing could be. */
  readonly request?: { readonly method: string; readonly path: string; readonly body: JsonObject };
}

async function play(table: Table, step: Step, index: number, state: CaseState): Promise<Played> {
  const act = actOf(step.act);
  if (act === undefined) return { result: notBuilt(step, index, `act ${step.act}`) };
  try {
    const filled = step.data ? { ...step, data: table.fines.filled(step.data) } : step;
    const request = await act(filled, {
      head: state.head,
      id: state.id,
      fine: async () => fineSeen(table.client, filed(state), step.at),
      openRefund: async () => waitingOf(table.client, filed(state), step.at, 'refund'),
      openRelief: async () => waitingOf(table.client, filed(state), step.at, 'relief'),
      paymentCode: async () => (await fineOf(table.client, filed(state), step.at))['paymentCode'] as string,
    });
    if (request.onCase) filed(state);
    const { path, body } = request;
    const result = await send(table, step, index, state, request);
    return { result, request: { method: 'POST', path, body } };
  } catch (fault) {
    return { result: impossible(step, index, fault) };
  }
}

async function send(
  { client, log, banks }: Table,
  step: Step,
  index: number,
  state: CaseState,
  request: ActRequest,
): Promise<StepResult> {
  const before = step.refused && state.id !== undefined ? await revisionOf(client, state.id, step) : undefined;
  const answer = await client.send({
    ...request,
    method: 'POST',
    by: step.by,
    at: step.at,
    ...(request.onCase && state.etag !== undefined && { ifMatch: state.etag }),
  });
  await client.settled();
  if (answer.status < 300) remember(state, step, answer);
  const recorded = await log.since(step.at);
  if (step.refused) return refusedResult(client, step, index, answer, state, before);
  if (step.answer === undefined && step.effect === undefined) return acceptedResult(step, index, answer, recorded);
  const faults = [...banks.answerFaults(step, answer, recorded), ...(await banks.effectFaults(step))];
  return {
    ...headOf(step, index),
    ...{ status: answer.status, event: recorded.join(', ') },
    ok: faults.length === 0,
    ...(faults.length > 0 && { fault: faults.join('; ') }),
  };
}

function filed({ id }: CaseState): string {
  if (id === undefined) throw new Error('the case of this step was not filed');
  return id;
}

/** Acts that a case begins with. */
const OPENING = ['file', 'decide-on-the-spot'];

function remember(state: CaseState, step: Step, answer: Answer): void {
  const body = answer.body as JsonObject;
  if (OPENING.includes(step.act)) state.id = body['caseId'] as string;
  if (answer.etag !== undefined && body['caseId'] === state.id) state.etag = answer.etag;
}

const notBuilt = (step: Step, index: number, unsupported: string): StepResult => ({
  ...headOf(step, index),
  unsupported,
  ok: false,
});

/** A step that cannot even be asked for, because one before it came out otherwise. */
const impossible = (step: Step, index: number, fault: unknown): StepResult => ({
  ...headOf(step, index),
  ok: false,
  fault: fault instanceof Error ? fault.message : String(fault),
});

const headOf = (step: Step, index: number) => ({
  n: index + 1,
  act: step.act,
  by: step.by,
  at: step.at,
  case: step.case ?? '1',
});

function acceptedResult(step: Step, index: number, answer: Answer, recorded: readonly string[]): StepResult {
  const head = { ...headOf(step, index), status: answer.status };
  if (answer.status >= 300)
    return { ...head, refusal: refusalOf(answer), ok: false, fault: `refused: ${JSON.stringify(answer.body)}` };
  return { ...head, event: eventsOf(answer) || recorded.join(', '), ok: true };
}

/** A refusal must carry the code and source of the file, be on record, and leave the case as it was. */
async function refusedResult(
  client: Client,
  step: Step,
  index: number,
  answer: Answer,
  state: CaseState,
  before: number | undefined,
): Promise<StepResult> {
  const head = { ...headOf(step, index), status: answer.status };
  const { code, source, orCode = [] } = step.refused!;
  if (answer.status < 300) return { ...head, event: eventsOf(answer), ok: false, fault: `accepted; ${code} was due` };
  const refusal = refusalOf(answer);
  const grounds = ((answer.body as JsonObject)['grounds'] ?? []) as readonly JsonObject[];
  const named = grounds.find((ground) => [code, ...orCode].includes(ground['code'] as string));
  const faults = [
    ...(named ? [] : [`names ${refusal.codes.join(', ')}, not ${code}`]),
    ...(named && named['source'] !== source ? [`source ${textOf(named['source'])}, not ${source}`] : []),
    ...((await onRecord(client, step, refusal.codes[0] ?? '')) ? [] : ['not on record']),
    ...(before !== undefined && (await revisionOf(client, state.id!, step)) !== before ? ['the case has changed'] : []),
  ];
  return { ...head, refusal, ok: faults.length === 0, ...(faults.length > 0 && { fault: faults.join('; ') }) };
}

/** The auditor finds the refusal: by whom, when, and on which ground. */
async function onRecord(client: Client, step: Step, code: string): Promise<boolean> {
  const ask = (path: string) => client.read({ side: 'audit', path, by: 'auditor-1', at: step.at });
  const { items } = (await ask(`/audit/v1/refusals?actor=${actorOf(step.by)}&code=${code}`)) as {
    items?: JsonObject[];
  };
  const refusal = items?.find(({ occurredAt }) => Date.parse(occurredAt as string) === Date.parse(step.at));
  if (!refusal) return false;
  const { events } = (await ask(`/audit/v1/streams/${textOf(refusal['stream'])}/events`)) as { events?: JsonObject[] };
  return events?.[0]?.['type'] === 'ActRefused';
}

const actorOf = (by: string): string => (by.startsWith('bank-') ? `bank:${by}` : by);

const refusalOf = ({ body }: Answer) => {
  const problem = (body ?? {}) as { codes?: readonly string[]; code?: string; source?: string };
  return { codes: problem.codes ?? [problem.code ?? ''], source: problem.source ?? '' };
};

const eventsOf = ({ body }: Answer): string =>
  (((body as JsonObject)['events'] ?? []) as readonly JsonObject[]).map(({ type }) => textOf(type)).join(', ');

async function revisionOf(client: Client, id: string, { at }: Step): Promise<number> {
  const shown = await client.read({ side: 'decision', path: `/decision/v1/cases/${id}`, by: 'auditor-1', at });
  return shown['revision'] as number;
}

async function requirementsOf(client: Client, caseId: string, { at }: Step): Promise<Requirements> {
  const path = `/decision/v1/cases/${caseId}/requirements`;
  return (await client.read({ side: 'decision', path, by: 'auditor-1', at })) as unknown as Requirements;
}
