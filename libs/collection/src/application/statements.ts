import type { CivilDate } from '@fajiao/kernel';
import type { StatementKind } from '../domain/statement/bucket';
import { statementIdOf, statements, type StatementState } from '../domain/statement/statement';
import type { CollectionDeps } from './collection-deps';

/** Reads statements from their streams: always current. */
export class Statements {
  constructor(private readonly deps: CollectionDeps) {}

  /** undefined: none of that day was received. */
  async read(bank: string, date: CivilDate, kind: StatementKind = 'statement'): Promise<StatementState | undefined> {
    const { state } = await this.deps.handler.load(statements, statementIdOf(bank, date, kind));
    return state.received ? state : undefined;
  }
}
