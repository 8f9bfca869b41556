import type { Position } from '@fajiao/event-store';
import { decodeCursor, encodeCursor, platformProblem } from '@fajiao/platform';
import { withTables } from '@fajiao/projections';
import { type DataSource, MoreThan } from 'typeorm';
import type { Bucket } from '../domain/statement/bucket';
import { collectionStatements } from './collection-statements.projection';
import { StatementLineRow } from './statement-line.entity';

export interface LinesQuery {
  readonly bucket?: Bucket | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface ListedLines {
  readonly items: readonly StatementLineRow[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  readonly position: Position | null;
}

/** The lines of a file that have their bucket, in the file's order. */
export class StatementLineList {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Problem `cursor.invalid` */
  async list(statement: string, { bucket, cursor, limit }: LinesQuery): Promise<ListedLines> {
    const after = cursor === undefined ? 0 : lineOf(cursor);
    const { result: rows, position } = await withTables(this.dataSource, collectionStatements, (manager) =>
      manager.find(StatementLineRow, {
        where: { statement, line: MoreThan(after), ...(bucket !== undefined && { bucket }) },
        order: { line: 'ASC' },
        take: limit + 1,
      }),
    );
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.line]) : null, position };
  }
}

/** @throws Problem `cursor.invalid` */
function lineOf(cursor: string): number {
  const [line] = decodeCursor(cursor, 1);
  if (typeof line === 'number' && Number.isSafeInteger(line) && line > 0) return line;
  throw platformProblem('cursor.invalid');
}
