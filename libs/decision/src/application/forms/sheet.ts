import type { Block, Form, GridCell } from '@fajiao/documents';
import type { Fact } from '@fajiao/kernel';
import { authorityOf } from '../../domain/decision-document';
import type { CaseEvent } from '../../domain/events';
import type { CaseFile } from './case-file';
import { nameOf, partyFields, printDate, printDay, printSource } from './words';

// Parts that many forms have.

/** In whose name: a township to which the province gave the power acts in its own (APL-24). */
export const authorityName = ({ law, state }: CaseFile): string => authorityOf(law, state.filing?.power).name;

/** A form of the authority, or of whoever acts in its own name (APL-24). `number`: left out where the form has none. */
export function formOf(
  file: CaseFile,
  {
    form,
    title,
    authority = authorityName(file),
    number,
    blocks,
  }: Omit<Form, 'authority' | 'number'> & { readonly authority?: string; readonly number?: string | undefined },
): Form {
  return { form, title, authority, ...(number !== undefined && { number }), blocks };
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const flush = (text: string): Block => ({ kind: 'paragraph', text, flush: true });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const cell = (label: string, value: string): GridCell => ({ label, value });
export const grid = (...rows: readonly (readonly GridCell[])[]): Block => ({ kind: 'grid', rows });

/** 落款 of a day. */
export const seal = (file: CaseFile, on: Parameters<typeof printDate>[0]): Block => ({
  kind: 'seal',
  authority: authorityName(file),
  on: printDate(on),
});

/** Who did it and when, as an approval form closes each of its opinions. */
export const signedBy = (file: CaseFile, { meta }: Pick<Fact<CaseEvent>, 'meta'>): string =>
  `签名：${nameOf(file, meta.actor.id)}\u3000${printDay(meta.occurredAt)}`;

/** 当事人：…, a line each. */
export const partyBlocks = ({ state }: CaseFile): readonly Block[] =>
  state.filing ? partyFields(state.filing.party).map(({ label, value }) => flush(`${label}：${value}`)) : [];

/** The head of every approval form: what the case is about, and against whom. */
export function caseRows({ state }: CaseFile): readonly (readonly GridCell[])[] {
  const { filing } = state;
  if (!filing) return [];
  const filedOn = cell('立案日期', printDate(state.approval?.on ?? filing.filedOn));
  return [
    [cell('案由', filing.offence.title)],
    [cell('案件来源', printSource(filing.source))],
    ...pairs([...partyFields(filing.party), filedOn]),
  ];
}

function pairs(cells: readonly GridCell[]): (readonly GridCell[])[] {
  const rows: GridCell[][] = [];
  for (let i = 0; i < cells.length; i += 2) rows.push(cells.slice(i, i + 2));
  return rows;
}

/** A numbered list of things. */
export const itemTable = (items: readonly string[]): Block => ({
  kind: 'table',
  columns: [
    { title: '序号', width: 1 },
    { title: '物品名称、规格、数量', width: 7 },
  ],
  rows: items.map((item, i) => [String(i + 1), item]),
});
