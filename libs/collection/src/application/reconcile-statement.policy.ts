import type { Policy, StreamFact } from '@fajiao/projections';
import { paymentId } from '../domain/bank-reference';
import { correctListing, denyPayment } from '../domain/payment/payment.decider';
import { payments } from '../domain/payment/payment.state';
import { type CorrectionAuthorised, discrepancySchemas } from '../domain/statement/discrepancy.events';
import {
  type Outcome,
  outcomesAnAppend,
  sortLines,
  statementIdOf,
  type StatementLinesReceived,
  statements,
  statementSchemas,
} from '../domain/statement/statement';
import { isMalformed, type StatementLine } from '../domain/statement/statement-line';
import type { CollectionDeps } from './collection-deps';
import { commandsOfPolicy } from './commands';
import { groupsBySharedKey, inLanes } from './lanes';
import { MoneyCarrier } from './money-carrier';
import { type Listed, type Received, StatementLines } from './statement-lines';

type News = StatementLinesReceived | CorrectionAuthorised;

/** Lines that are worked on side by side: what they ask of the event store at the same moment is one call there. */
const LANES = 200;

/**
 * Takes down the lines of a bank's statement, and then tells the bucket of each. Told after everything is taken down, a
 * bucket is the same when a crash comes in between. Lines that have their bucket are passed over: a statement that is
 * read again changes nothing.
 */
export class ReconcileStatementPolicy implements Policy<News> {
  readonly name = 'reconcile-statement';
  readonly schemas = {
    StatementLinesReceived: statementSchemas.StatementLinesReceived,
    CorrectionAuthorised: discrepancySchemas.CorrectionAuthorised,
  };
  readonly startsAt = 'beginning';
  private readonly lines: StatementLines;

  constructor(private readonly deps: CollectionDeps) {
    this.lines = new StatementLines(deps, new MoneyCarrier(deps));
  }

  async react(fact: StreamFact<News>): Promise<void> {
    await this.reactAll([fact]);
  }

  /** Parts of a statement that follow each other are one page: few calls of the event store, however many lines it has. */
  async reactAll(facts: readonly StreamFact<News>[]): Promise<void> {
    let page: StreamFact<StatementLinesReceived>[] = [];
    for (const fact of facts) {
      if (fact.stream !== page[0]?.stream || fact.type !== 'StatementLinesReceived') {
        await this.reconcile(page);
        page = [];
      }
      if (fact.type === 'StatementLinesReceived') page.push(fact);
      else await this.correct(fact);
    }
    await this.reconcile(page);
  }

  /** What the payment's line proves with its right amount goes on by carry-money. */
  private async correct(fact: StreamFact<CorrectionAuthorised>): Promise<void> {
    const { bank, reference, fen, correctionId } = fact.data;
    const id = paymentId({ bank, reference });
    const command = commandsOfPolicy(this.deps, this.name, fact)(`${payments.category}-${id}`, 'corrected');
    const correction = { correctionId, fen };
    await this.deps.handler.execute(payments, id, command, (state) =>
      fen === 0 ? denyPayment(state, correctionId) : correctListing(state, correction),
    );
  }

  private async reconcile(parts: readonly StreamFact<StatementLinesReceived>[]): Promise<void> {
    const [first] = parts;
    if (!first) return;
    const { bank, date, kind } = first.data;
    const id = statementIdOf(bank, date, kind);
    const { sorted } = (await this.deps.handler.load(statements, id)).state;
    const lines = parts.flatMap((part) => {
      const received = {
        receivedAt: part.meta.recordedAt,
        commandFor: commandsOfPolicy(this.deps, this.name, part),
      };
      return part.data.lines.filter(({ line }) => line > sorted).map((read) => ({ read, ...received }));
    });
    const outcomes = await this.outcomesOf(lines, first.data);
    for (let from = 0; from < outcomes.length;) {
      const some = outcomes.slice(from, from + outcomesAnAppend(outcomes.slice(from)));
      const command = lines[from]?.commandFor(first.stream, `lines from ${some[0]?.line}`);
      if (!command) throw new Error('an outcome without its line');
      await this.deps.handler.execute(statements, id, command, (state) => sortLines(state, some));
      from += some.length;
    }
  }

  private async outcomesOf(lines: readonly Received[], file: StatementLinesReceived['data']): Promise<Outcome[]> {
    const listed = await sideBySide(
      lines,
      ({ read }) => referencesOf(read),
      (line) => this.lines.list(line, file),
    );
    const taken = await sideBySide(listed, ofOneFine, (line) => this.lines.carry(line, file));
    const inOrder = taken.sort((a, b) => a.read.line - b.read.line);
    const touched = new Map<string, number>();
    for (const { place } of inOrder.flatMap((one) => [one, ...(one.parts ?? [])]))
      if (place && 'fineId' in place) touched.set(place.fineId, (touched.get(place.fineId) ?? 0) + 1);
    return inLanes(inOrder, LANES, (one) => {
      const isAlone = !one.place || !('fineId' in one.place) || touched.get(one.place.fineId) === 1;
      return this.lines.outcomeOf(one, file, isAlone);
    });
  }
}

/** The work of each line; lines that share a key are worked on one after the other, so that crashes change no order. */
async function sideBySide<Line, Done>(
  lines: readonly Line[],
  keysOf: (line: Line) => readonly string[],
  work: (line: Line) => Promise<Done>,
): Promise<Done[]> {
  const groups = await inLanes(groupsBySharedKey(lines, keysOf), LANES, async (group) => {
    const done: Done[] = [];
    for (const line of group) done.push(await work(line));
    return done;
  });
  return groups.flat();
}

const referencesOf = (line: StatementLine): readonly string[] =>
  isMalformed(line)
    ? []
    : [line.reference, ...(line.reverses === undefined ? [] : [line.reverses]), ...(line.covers ?? [])];

const ofOneFine = ({ read, target, code, parts = [] }: Listed): readonly string[] => [
  ...referencesOf(read).map((reference) => `reference ${reference}`),
  ...(isMalformed(read) || read.refunds === undefined ? [] : [`refund ${read.refunds}`]),
  ...(target === undefined ? [] : [`reference ${target}`]),
  ...[code, ...parts.map((part) => part.code)].flatMap((one) => (one === undefined ? [] : [`code ${one}`])),
];
