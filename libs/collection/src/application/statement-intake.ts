import type { Decision } from '@fajiao/kernel';
import {
  LINES_AN_APPEND,
  receiveStatement,
  type StatementEvent,
  type StatementHead,
  statementIdOf,
  statements,
  type StatementState,
} from '../domain/statement/statement';
import type { StatementLine } from '../domain/statement/statement-line';
import type { CollectionDeps } from './collection-deps';
import { commandOfMessage, type Sender } from './commands';
import { doneOf, type Receipt } from './receipt';

/** Takes a statement in, as many lines at a time as an append holds; it goes on where it was when it died. */
export class StatementIntake {
  constructor(
    private readonly deps: CollectionDeps,
    private readonly head: StatementHead,
    private readonly sender: Sender,
  ) {}

  /** @param lines all of them, in order, held or streamed */
  async takeIn(lines: Iterable<StatementLine> | AsyncIterable<StatementLine>): Promise<Receipt<StatementState>> {
    const { stored: before } = await this.state();
    let receipt: Receipt<StatementState> | undefined;
    let part: StatementLine[] = [];
    for await (const line of lines) {
      if (line.line <= before) continue;
      part.push(line);
      if (part.length < LINES_AN_APPEND) continue;
      receipt = await this.append(part);
      if (receipt.outcome !== 'accepted') return receipt;
      part = [];
    }
    return receipt && part.length === 0 ? receipt : this.append(part);
  }

  private async append(part: readonly StatementLine[]): Promise<Receipt<StatementState>> {
    const { bank, date, kind, contentHash } = this.head;
    const content = { bank, date, contentHash, from: part[0]?.line ?? 0, ...(kind !== undefined && { kind }) };
    const command = commandOfMessage(this.deps, this.sender, {
      ...{ kind: 'statement', content, occurredAt: this.sender.now },
    });
    const decide = (state: StatementState): Decision<StatementEvent> => receiveStatement(state, this.head, part);
    const done = doneOf(await this.deps.handler.execute(statements, this.id(), command, decide, { opening: true }));
    const { state, position } = done;
    const isConflict = state.received?.contentHash !== contentHash;
    return isConflict ? { outcome: 'conflict', position } : { outcome: 'accepted', state, position };
  }

  private async state(): Promise<StatementState> {
    const { state } = await this.deps.handler.load(statements, this.id());
    return state.received?.contentHash === this.head.contentHash ? state : statements.initial;
  }

  private id(): string {
    const { bank, date, kind } = this.head;
    return statementIdOf(bank, date, kind);
  }
}
