import type { Position } from '@fajiao/event-store';
import type { CivilDate } from '@fajiao/kernel';
import { decodeCursor, encodeCursor } from '@fajiao/platform';
import { withTables } from '@fajiao/projections';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Status } from '../domain/status';
import { DecisionCaseRow } from './decision-case.entity';
import { decisionCases } from './decision-cases.projection';

/** What the list is narrowed to; all that is said must hold. */
export interface CaseQuery {
  /** Part of the party's name, or its whole unified social credit code. */
  readonly party?: string;
  /** Part of the document number. */
  readonly documentNumber?: string;
  /** Staff id of an officer of the case. */
  readonly officer?: string;
  /** Code of the catalogue. */
  readonly offence?: string;
  readonly status?: Status;
  readonly filedFrom?: CivilDate;
  readonly filedTo?: CivilDate;
  readonly decidedFrom?: CivilDate;
  readonly decidedTo?: CivilDate;
  readonly cursor?: string;
  readonly limit: number;
}

export interface CaseList {
  readonly items: readonly DecisionCaseRow[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  readonly position: Position | null;
}

type Query = SelectQueryBuilder<DecisionCaseRow>;

/** Cases by party, number, officer, offence, status and date, newest filing first. */
export class DecisionCases {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Problem `cursor.invalid` */
  async list(asked: CaseQuery): Promise<CaseList> {
    const { cursor, limit } = asked;
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2);
    const { result: rows, position } = await withTables(this.dataSource, decisionCases, (manager) => {
      const query = manager
        .createQueryBuilder(DecisionCaseRow, 'listed')
        .orderBy({ 'listed.filedAt': 'DESC', 'listed.caseId': 'DESC' })
        .take(limit + 1);
      narrow(query, asked);
      if (after) {
        const [filedAt, caseId] = after;
        query.andWhere('(listed.filedAt, listed.caseId) < (:filedAt, :caseId)', { filedAt, caseId });
      }
      return query.getMany();
    });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.filedAt, last.caseId]) : null, position };
  }
}

function narrow(query: Query, asked: CaseQuery): void {
  const { party, documentNumber, officer, offence, status, filedFrom, filedTo, decidedFrom, decidedTo } = asked;
  if (party)
    query.andWhere('(listed.partyName ILIKE :name OR listed.partyCode = :party)', { name: part(party), party });
  if (documentNumber) query.andWhere('listed.documentNumber ILIKE :number', { number: part(documentNumber) });
  if (officer) query.andWhere('listed.officers @> :officers::jsonb', { officers: JSON.stringify([officer]) });
  if (offence) query.andWhere('listed.offenceCode = :offence', { offence });
  if (status) query.andWhere('listed.status = :status', { status });
  if (filedFrom) query.andWhere('listed.filedOn >= :filedFrom', { filedFrom });
  if (filedTo) query.andWhere('listed.filedOn <= :filedTo', { filedTo });
  if (decidedFrom) query.andWhere('listed.decidedOn >= :decidedFrom', { decidedFrom });
  if (decidedTo) query.andWhere('listed.decidedOn <= :decidedTo', { decidedTo });
}

/** Anywhere in the text; what PostgreSQL takes for a wildcard stands for itself. */
const part = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
