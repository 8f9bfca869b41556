import type { Position } from '@fajiao/event-store';
import type { CivilDate, Instant } from '@fajiao/kernel';
import { decodeCursor, encodeCursor } from '@fajiao/platform';
import { readRows } from '@fajiao/projections';
import type { ClockId } from '@fajiao/rulebook';
import type { DataSource } from 'typeorm';
import type { ClockName } from '../domain/clocks';
import { dueTables } from './decision-due.projection';
import type { Status } from '../domain/status';

/** How a term stands on the day of who asks. */
export const DUE_STATES = ['overdue', 'running', 'standing-still', 'unknown'] as const;
export type DueState = (typeof DUE_STATES)[number];

/** What the list is narrowed to; all that is said must hold. */
export interface DueQuery {
  /** Terms of cases that this person investigates, and those that one of these acts keeps. */
  readonly mine?: { readonly officer: string; readonly acts: readonly string[] };
  /** Terms of cases that this person investigates. */
  readonly officer?: string;
  /** Terms of cases that one of them investigates. */
  readonly officers?: readonly string[];
  readonly clock?: ClockName;
  readonly act?: string;
  readonly state?: DueState;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly cursor?: string;
  readonly limit: number;
}

/** A term in the list. */
export interface ListedTerm {
  readonly caseId: string;
  readonly clock: ClockName;
  readonly rule: ClockId;
  readonly source: string;
  /** The act that keeps it. */
  readonly act: string | null;
  /** null: it stands still, or rests on a calendar year that is not loaded. */
  readonly due: CivilDate | null;
  readonly notBefore: CivilDate;
  readonly dueAt: Instant | null;
  readonly state: DueState;
  /** Of the case. */
  readonly status: Status;
  readonly partyName: string;
  readonly offenceTitle: string;
  readonly documentNumber: string | null;
  readonly officers: readonly string[];
}

export interface DueList {
  readonly items: readonly ListedTerm[];
  readonly next: string | null;
  readonly position: Position | null;
}

type Row = Omit<ListedTerm, 'state'> & { readonly standsStill: boolean };

const SELECTED = `SELECT case_id AS "caseId", clock, rule, source, act, due, not_before AS "notBefore", due_at AS "dueAt",
  stands_still AS "standsStill", status, party_name AS "partyName", offence_title AS "offenceTitle",
  document_number AS "documentNumber", officers
  FROM ${dueTables.name}.due_term`;

/** What is due across cases, the earliest end first. */
export class DecisionDue {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Problem `cursor.invalid` */
  async list(asked: DueQuery, today: CivilDate): Promise<DueList> {
    const { limit } = asked;
    const { result: rows, position } = await readRows<Row>(this.dataSource, dueTables, queryOf(asked, today));
    const items = rows
      .slice(0, limit)
      .map(({ standsStill, ...row }) => ({ ...row, state: stateOn(row.due, standsStill, today) }));
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.notBefore, last.caseId, last.clock]) : null, position };
  }
}

function queryOf({ mine, officer, officers, clock, act, state, from, to, cursor, limit }: DueQuery, today: CivilDate) {
  const values: unknown[] = [];
  const its = (value: unknown): string => `$${values.push(value)}`;
  const day = (value: CivilDate): string => `${its(value)}::date`;
  const conditions = [
    ...(mine ? [`(officers @> ${its(JSON.stringify([mine.officer]))}::jsonb OR act = ANY (${its(mine.acts)}))`] : []),
    ...(officer ? [`officers @> ${its(JSON.stringify([officer]))}::jsonb`] : []),
    ...(officers ? [`jsonb_exists_any(officers, ${its(officers)})`] : []),
    ...(clock ? [`clock = ${its(clock)}`] : []),
    ...(act ? [`act = ${its(act)}`] : []),
    ...(state ? [whereState(state, () => day(today))] : []),
    ...(from ? [`not_before >= ${day(from)}`] : []),
    ...(to ? [`not_before <= ${day(to)}`] : []),
    ...(cursor ? [`(not_before, case_id, clock) > (${decodeCursor(cursor, 3).map(its).join(', ')})`] : []),
  ];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const text = `${SELECTED} ${where} ORDER BY not_before, case_id, clock LIMIT ${its(limit + 1)}`;
  return { text, values };
}

function whereState(state: DueState, today: () => string): string {
  switch (state) {
    case 'overdue':
      return `due < ${today()}`;
    case 'running':
      return `due >= ${today()}`;
    case 'standing-still':
      return 'stands_still';
    case 'unknown':
      return 'due IS NULL AND NOT stands_still';
  }
}

function stateOn(due: CivilDate | null, standsStill: boolean, today: CivilDate): DueState {
  if (due === null) return standsStill ? 'standing-still' : 'unknown';
  return due < today ? 'overdue' : 'running';
}
