import type { Policy, StreamFact } from '@fajiao/projections';
import { paymentId } from '../domain/bank-reference';
import { correctListing } from '../domain/payment/payment.decider';
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
import { type Listed, StatementLines } from './statement-lines';

type News = StatementLinesReceived | CorrectionAuthorised;

/** Lines that are worked on side by side: enough to keep the event store busy, fewer than its connections. */
const LANES = 12;

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
    if (fact.type === 'CorrectionAuthorised') await this.correct(fact);
    else await this.reconcile(fact);
  }

  /** What the payment's line proves with its right amount goes on by carry-money. */
  private async correct(fact: StreamFact<CorrectionAuthorised>): Promise<void> {
    const { bank, reference, fen, correctionId } = fact.data;
    const id = paymentId({ bank, reference });
    const command = commandsOfPolicy(this.deps, this.name, fact)(`${payments.category}-${id}`, 'corrected');
    const correction = { correctionId, fen };
    await this.deps.handler.execute(payments, id, command, (state) => correctListing(state, correction));
  }

  private async reconcile(fact: StreamFact<StatementLinesReceived>): Promise<void> {
    const { bank, date, kind } = fact.data;
    const id = statementIdOf(bank, date, kind);
    const { sorted } = (await this.deps.handler.load(statements, id)).state;
    const outcomes = await this.outcomesOf(
      fact,
      fact.data.lines.filter(({ line }) => line > sorted),
    );
    const commandFor = commandsOfPolicy(this.deps, this.name, fact);
    for (let from = 0; from < outcomes.length;) {
      const some = outcomes.slice(from, from + outcomesAnAppend(outcomes.slice(from)));
      const command = commandFor(fact.stream, `lines from ${some[0]?.line}`);
      await this.deps.handler.execute(statements, id, command, (state) => sortLines(state, some));
      from += some.length;
    }
  }

  private async outcomesOf(
    fact: StreamFact<StatementLinesReceived>,
    lines: readonly StatementLine[],
  ): Promise<Outcome[]> {
    const commandFor = commandsOfPolicy(this.deps, this.name, fact);
    const { data, meta } = fact;
    const listed = await sideBySide(lines, referencesOf, (line) =>
      this.lines.list(line, data, meta.recordedAt, commandFor),
    );
    const taken = await sideBySide(listed, ofOneFine, (line) => this.lines.carry(line, commandFor));
    const inOrder = taken.sort((a, b) => a.read.line - b.read.line);
    const touched = new Map<string, number>();
    for (const { place } of inOrder)
      if (place && 'fineId' in place) touched.set(place.fineId, (touched.get(place.fineId) ?? 0) + 1);
    return inLanes(inOrder, LANES, (one) => {
      const isAlone = !one.place || !('fineId' in one.place) || touched.get(one.place.fineId) === 1;
      return this.lines.outcomeOf(one, fact.data, isAlone);
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
  isMalformed(line) ? [] : [line.reference, ...(line.reverses === undefined ? [] : [line.reverses])];

const ofOneFine = ({ read, target, code }: Listed): readonly string[] => [
  ...referencesOf(read).map((reference) => `reference ${reference}`),
  ...(target === undefined ? [] : [`reference ${target}`]),
  ...(code === undefined ? [] : [`code ${code}`]),
];
