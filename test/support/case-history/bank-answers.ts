import type { Answer, Client } from './client';
import { type Json, type JsonObject, type Step, textOf } from './format';
import type { GivenFines } from './given-fines';

/** Reads a day of a bank as the bank and the finance clerk do, and says in words where it is not as the file says. */
export class BankAnswers {
  private readonly first = new Map<string, string>();

  constructor(
    private readonly client: Client,
    private readonly fines: GivenFines,
  ) {}

  /** What the step was answered. `recorded`: the events that came of it. */
  answerFaults({ by, data = {}, answer }: Step, { status, body }: Answer, recorded: readonly string[]): string[] {
    const said = JSON.stringify(body);
    const message = `${by} ${textOf(data['bankReference'])}`;
    if (answer === 'conflict') {
      const kept = recorded.join() === 'PaymentConflictRecorded';
      return [
        ...(status === 422 ? [] : [`answered ${status}, not 422`]),
        ...(kept ? [] : [`events: ${recorded.join() || 'none'}`]),
      ];
    }
    if (status >= 300) return [`answered ${status}: ${said}`];
    if (answer !== 'same-again') {
      this.first.set(message, said);
      return [];
    }
    return [
      ...(this.first.get(message) === said ? [] : [`answered ${said}, at first ${this.first.get(message)}`]),
      ...(recorded.length === 0 ? [] : [`the same again has made events: ${recorded.join()}`]),
    ];
  }

  /** What holds after the step. */
  async effectFaults(step: Step): Promise<string[]> {
    const expected = (step.effect ?? {}) as JsonObject;
    const actual = await this.effectOf(step, expected);
    return Object.entries(expected).flatMap(([key, value]) => {
      const found = JSON.stringify(sorted(actual[key] ?? null));
      const due = JSON.stringify(sorted(value));
      return found === due ? [] : [`${key} is ${found}, not ${due}`];
    });
  }

  private async effectOf({ at, by, data = {} }: Step, expected: JsonObject): Promise<JsonObject> {
    if (typeof expected['code'] === 'string') return this.fine(expected['code'], at);
    if ('suspendedFen' in expected) return this.suspended(by, textOf(data['bankReference']), at);
    const lines = ((data['lines'] ?? []) as readonly JsonObject[]).map((line) => textOf(line['bucket']));
    return this.statement(by, textOf(data['date']), at, lines);
  }

  private async fine(placeholder: string, at: string): Promise<JsonObject> {
    const path = `/collection/v1/fines/${this.fines.fineIdOf(placeholder)}`;
    const { outstanding, overpaid } = await this.client.read({ side: 'collection', path, by: 'clerk-1', at });
    return { code: placeholder, outstandingFen: fenOf(outstanding), overpaidFen: fenOf(overpaid) };
  }

  private async suspended(bank: string, reference: string, at: string): Promise<JsonObject> {
    const path = `/collection/v1/bank-callbacks/${bank}/payments/${encodeURIComponent(reference)}`;
    const { payment, suspended } = await this.client.read({ side: 'collection', path, by: bank, at });
    return { suspendedFen: fenOf((payment as JsonObject)['amount']), reason: suspended ?? null };
  }

  /** @param due the buckets of the lines, as the file expects them, line by line */
  private async statement(bank: string, date: string, at: string, due: readonly string[]): Promise<JsonObject> {
    const path = `/collection/v1/statements/${bank}/${date}`;
    const read = (rest: string) => this.client.read({ side: 'collection', path: path + rest, by: 'clerk-1', at });
    const { sum, buckets, missing } = await read('');
    const { items } = await read('/lines?limit=100');
    const found = (items as readonly JsonObject[]).map(({ bucket }) => textOf(bucket));
    if (found.join() !== due.join()) throw new Error(`the lines are ${found.join()}, not ${due.join()}`);
    return {
      linesFen: fenOf(sum),
      bucketFen: Object.fromEntries(
        (buckets as readonly JsonObject[]).map((bucket) => [textOf(bucket['bucket']), fenOf(bucket['sum'])]),
      ),
      missing: (missing as readonly JsonObject[]).map(({ reference, bucket }) => ({
        bankReference: reference ?? null,
        bucket: bucket ?? null,
      })),
    };
  }
}

const fenOf = (money: Json | undefined): Json =>
  typeof money === 'object' && money !== null && 'fen' in money ? money.fen : null;

const sorted = (value: Json): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
