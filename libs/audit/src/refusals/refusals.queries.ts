import type { Position } from '@fajiao/event-store';
import { decodeCursor, encodeCursor, platformProblem } from '@fajiao/platform';
import { withTables } from '@fajiao/projections';
import type { DataSource } from 'typeorm';
import { auditRefusals } from './audit-refusals.projection';
import { RefusalRow } from './refusal.entity';

export interface RefusalQuery {
  /** Id of the case or fine that the act was meant for. */
  readonly target?: string;
  readonly actor?: string;
  readonly code?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface RefusalList {
  readonly items: readonly RefusalRow[];
  readonly next: string | null;
  readonly position: Position | null;
}

/** Refused acts, newest first. */
export class Refusals {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Problem `cursor.invalid` */
  async list({ target, actor, code, cursor, limit }: RefusalQuery): Promise<RefusalList> {
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const { result: rows, position } = await withTables(this.dataSource, auditRefusals, (manager) => {
      const query = manager
        .createQueryBuilder(RefusalRow, 'refusal')
        .orderBy('refusal.position', 'DESC')
        .take(limit + 1);
      if (target !== undefined) query.andWhere('refusal.targetId = :target', { target });
      if (actor !== undefined) query.andWhere('refusal.actorId = :actor', { actor });
      if (code !== undefined) query.andWhere(':code = ANY (refusal.codes)', { code });
      if (after !== undefined) query.andWhere('refusal.position < :after', { after });
      return query.getMany();
    });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.position]) : null, position };
  }
}

function placeOf(cursor: string): string {
  const [place] = decodeCursor(cursor, 1);
  if (typeof place !== 'string') throw platformProblem('cursor.invalid');
  return place;
}
