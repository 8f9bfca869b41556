import type { Position } from '@fajiao/event-store';
import { type CivilDate, isUuid } from '@fajiao/kernel';
import { decodeCursor, encodeCursor, platformProblem } from '@fajiao/platform';
import { withTables } from '@fajiao/projections';
import { Brackets, type DataSource, type SelectQueryBuilder } from 'typeorm';
import { type DisclosureClock, disclosureClocks, type DisclosureRules } from '../domain/disclosure-clocks';
import type { PublicEntry } from '../domain/public-entry';
import { DisclosedDecisionRow } from './disclosed-decision.entity';
import { disclosureDecisions } from './disclosure-decisions.projection';

/** A decision on the public site, and how its two clocks ended. */
export interface DisclosedDecision extends PublicEntry {
  readonly status: 'published';
  /** A natural person's number is never shown. */
  readonly citizenId: null;
  readonly publishedOn: CivilDate;
  readonly clocks: readonly DisclosureClock[];
  /** What is shown is not what was decided first, but what holds instead; null: it is. */
  readonly amendment: { readonly amendedOn: CivilDate; readonly reason: string } | null;
}

/** A decision that was taken down: its number and the reason are all that is left of it (APL-48). */
export interface WithdrawnDecision {
  readonly status: 'withdrawn';
  readonly caseId: string;
  readonly documentNumber: string;
  readonly withdrawnOn: CivilDate;
  readonly reason: string;
}

export interface DisclosedList {
  readonly items: readonly DisclosedDecision[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  readonly position: Position | null;
}

export interface DisclosedQuery {
  /** Part of a document number, a public name or a violation. */
  readonly q?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** What the public reads: newest publication first. */
export class DisclosedDecisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: DisclosureRules,
  ) {}

  /** @throws Problem `cursor.invalid` */
  async list({ q, cursor, limit }: DisclosedQuery): Promise<DisclosedList> {
    const after = cursor === undefined ? undefined : keyOf(cursor);
    const { result: rows, position } = await withTables(this.dataSource, disclosureDecisions, (manager) => {
      const query = manager
        .createQueryBuilder(DisclosedDecisionRow, 'decision')
        .where('decision.entry IS NOT NULL')
        .orderBy({ 'decision.publishedAt': 'DESC', 'decision.caseId': 'DESC' })
        .take(limit + 1);
      if (q) matching(query, q);
      if (after) query.andWhere('(decision.publishedAt, decision.caseId) < (:publishedAt, :caseId)', after);
      return query.getMany();
    });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map((row) => this.shown(row)).filter((shown) => shown.status === 'published'),
      next: last ? encodeCursor([last.publishedAt, last.caseId]) : null,
      position,
    };
  }

  /** Undefined where nothing about such a case is public. */
  async find(caseId: string): Promise<DisclosedDecision | WithdrawnDecision | undefined> {
    const { result: row } = await withTables(this.dataSource, disclosureDecisions, (manager) =>
      manager.findOneBy(DisclosedDecisionRow, { caseId }),
    );
    return row ? this.shown(row) : undefined;
  }

  private shown(row: DisclosedDecisionRow): DisclosedDecision | WithdrawnDecision {
    const { caseId, documentNumber, entry, publishedOn, amendedOn, withdrawnOn, reason } = row;
    if (!entry)
      return {
        status: 'withdrawn',
        ...{ caseId, documentNumber, withdrawnOn: withdrawnOn ?? publishedOn, reason: reason ?? '' },
      };
    return {
      ...entry,
      status: 'published',
      amendment: amendedOn === null ? null : { amendedOn, reason: reason ?? '' },
      citizenId: null,
      publishedOn,
      clocks: disclosureClocks(this.rules, entry.decidedOn, publishedOn),
    };
  }
}

const SEARCHED = ['documentNumber', 'publicName', 'violationTitle'] as const;

function matching(query: SelectQueryBuilder<DisclosedDecisionRow>, text: string): void {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  query.andWhere(
    new Brackets((any) => SEARCHED.forEach((field) => any.orWhere(`decision.${field} ILIKE :pattern`, { pattern }))),
  );
}

/** Where a page ended. @throws Problem `cursor.invalid` */
function keyOf(cursor: string): { publishedAt: string; caseId: string } {
  const [publishedAt, caseId] = decodeCursor(cursor, 2);
  if (typeof publishedAt === 'string' && typeof caseId === 'string' && isUuid(caseId)) return { publishedAt, caseId };
  throw platformProblem('cursor.invalid');
}
