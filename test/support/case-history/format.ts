import { readFileSync } from 'node:fs';

/** The format of a case history: what was done, by whom, when, and what must come of it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** A value of an answer as text; what is no text is shown as JSON. */
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

/** A case of the file: its party, the offence (code of the catalogue), and the day of the act. */
export interface CaseHead {
  readonly party: JsonObject;
  readonly offence: string;
  readonly actDate: string;
  readonly actEndDate?: string;
  readonly place?: string;
}

export interface Step {
  /** The time of the act and, for the run, the clock. */
  readonly at: string;
  /** A person of the staff file or a bank. */
  readonly by: string;
  readonly act: string;
  readonly data?: JsonObject;
  /** The further case it belongs to; without it, the first. */
  readonly case?: string;
  readonly refused?: { readonly code: string; readonly source: string; readonly orCode?: readonly string[] };
  /** What a bank is to be answered, and what is to hold after the step. */
  readonly answer?: Json;
  readonly effect?: Json;
}

/** A fine that stands before the first step, opened and cancelled as decisions do it. */
export interface GivenFine {
  /** Stands for the payment code that the system issues: `<A>`. */
  readonly code: string;
  readonly documentNumber: string;
  readonly servedOn: string;
  readonly fen: number;
  readonly cancelledAt?: string;
}

export interface CaseHistory {
  readonly title: string;
  /** Further cases of the same file are keyed; the first one is `1`. */
  readonly cases: Readonly<Record<string, CaseHead>>;
  /** Fines of no case: the file is about what banks do. */
  readonly fines?: readonly GivenFine[];
  readonly steps: readonly Step[];
  readonly expect: JsonObject;
}

export interface HistoryFile {
  readonly title: string;
  /** True for a file of refusals: each history is an entry of its own with an empty store. */
  readonly entries: boolean;
  readonly histories: readonly CaseHistory[];
}

export class HistoryFault extends Error {}

/** Reads a case history or a file of refusals; `from` entries are read with the file that they continue. */
export function readHistoryFile(path: string): HistoryFile {
  const file = objectOf(readJson(path), path);
  if (!Array.isArray(file['cases'])) {
    const history = caseHistory(file, path);
    return { title: history.title, entries: false, histories: [history] };
  }
  const folder = path.replace(/[^/\\]*$/, '');
  return {
    title: text(file['title'], `${path}: title`),
    entries: true,
    histories: filled(file['cases'], `${path}: cases`).map((entry, index) =>
      refusalEntry(objectOf(entry, `${path}: cases/${index}`), folder),
    ),
  };
}

function caseHistory(file: JsonObject, where: string): CaseHistory {
  const title = text(file['title'], `${where}: title`);
  const steps = stepsOf(filled(file['steps'], `${where}: steps`), where);
  const expect = expectOf(file, where);
  if (file['fines'] !== undefined) {
    const fines = filled(file['fines'], `${where}: fines`).map((fine, i) => fineOf(fine, `${where}: fines/${i}`));
    return { title, cases: {}, fines, steps, expect };
  }
  return onItsCases({ title, cases: casesOf(file, where), steps, expect }, where);
}

function refusalEntry(entry: JsonObject, folder: string): CaseHistory {
  const title = text(entry['title'], 'title of an entry');
  const attempt = stepOf(entry['attempt'] ?? null, `${title}: attempt`);
  const steps = [...stepsOf(list(entry['steps'] ?? [], `${title}: steps`), title), attempt];
  if (entry['from'] === undefined) return onItsCases({ title, cases: casesOf(entry, title), steps, expect: {} }, title);
  const from = objectOf(entry['from'], `${title}: from`);
  const path = folder + text(from['file'], `${title}: from/file`);
  const earlier = caseHistory(objectOf(readJson(path), path), path);
  const cases = { ...earlier.cases, ...othersOf(entry, title) };
  const played = count(from['steps'], earlier.steps.length, `${title}: from/steps`);
  return onItsCases({ title, cases, steps: [...earlier.steps.slice(0, played), ...steps], expect: {} }, title);
}

/** @throws HistoryFault when a step or an expectation is of a case that the file does not have */
function onItsCases(history: CaseHistory, where: string): CaseHistory {
  const named: [string, string][] = [
    ...history.steps.map(({ case: key = '1' }, index): [string, string] => [key, `steps/${index}`]),
    ...Object.keys(history.expect['others'] ?? {}).map((key): [string, string] => [key, 'expect/others']),
  ];
  for (const [key, part] of named)
    if (!Object.hasOwn(history.cases, key)) throw new HistoryFault(`${where}: ${part}: the file has no case ${key}`);
  return history;
}

/** The expectations; what a file says to hold of all its steps is one too. */
function expectOf(file: JsonObject, where: string): JsonObject {
  const expect = objectOf(file['expect'] ?? {}, `${where}: expect`);
  for (const [key, other] of Object.entries(objectOf(expect['others'] ?? {}, `${where}: expect/others`)))
    objectOf(other, `${where}: expect/others/${key}`);
  return { ...expect, ...(file['invariants'] !== undefined && { invariants: file['invariants'] }) };
}

const casesOf = (file: JsonObject, where: string): Record<string, CaseHead> => ({
  '1': caseHead(file, where),
  ...othersOf(file, where),
});

const othersOf = (file: JsonObject, where: string): Record<string, CaseHead> =>
  Object.fromEntries(
    Object.entries(objectOf(file['others'] ?? {}, `${where}: others`)).map(([key, other]) => [
      key,
      caseHead(objectOf(other, `${where}: others/${key}`), `${where}: others/${key}`),
    ]),
  );

function caseHead(from: JsonObject, where: string): CaseHead {
  return {
    party: objectOf(from['party'] ?? null, `${where}: party`),
    offence: text(from['offence'], `${where}: offence`),
    actDate: text(from['actDate'], `${where}: actDate`),
    ...(from['actEndDate'] !== undefined && { actEndDate: text(from['actEndDate'], `${where}: actEndDate`) }),
    ...(from['place'] !== undefined && { place: text(from['place'], `${where}: place`) }),
  };
}

const stepsOf = (steps: readonly Json[], where: string): Step[] =>
  steps.map((step, index) => stepOf(step, `${where}: steps/${index}`));

function stepOf(value: Json, where: string): Step {
  const { at, by, act, data, case: key, refused, answer, effect } = objectOf(value, where);
  return {
    at: instant(at, `${where}: at`),
    by: text(by, `${where}: by`),
    act: text(act, `${where}: act`),
    ...(data !== undefined && { data: objectOf(data, `${where}: data`) }),
    ...(key !== undefined && { case: text(key, `${where}: case`) }),
    ...(refused !== undefined && { refused: refusalOf(objectOf(refused, `${where}: refused`), `${where}: refused`) }),
    ...(answer !== undefined && { answer }),
    ...(effect !== undefined && { effect }),
  };
}

function fineOf(value: Json, where: string): GivenFine {
  const { code, documentNumber, servedOn, fen, cancelledAt } = objectOf(value, where);
  return {
    code: text(code, `${where}: code`),
    documentNumber: text(documentNumber, `${where}: documentNumber`),
    servedOn: text(servedOn, `${where}: servedOn`),
    fen: count(fen, Number.MAX_SAFE_INTEGER, `${where}: fen`),
    ...(cancelledAt !== undefined && { cancelledAt: instant(cancelledAt, `${where}: cancelledAt`) }),
  };
}

const refusalOf = ({ code, source, orCode = [] }: JsonObject, where: string): NonNullable<Step['refused']> => ({
  code: text(code, `${where}: code`),
  source: text(source, `${where}: source`),
  orCode: list(orCode, `${where}: orCode`).map((other) => text(other, `${where}: orCode`)),
});

function readJson(path: string): Json {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Json;
  } catch (error) {
    throw new HistoryFault(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function objectOf(value: Json, where: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HistoryFault(`${where} must be an object`);
  return value as JsonObject;
}

function list(value: Json | undefined, where: string): readonly Json[] {
  if (!Array.isArray(value)) throw new HistoryFault(`${where} must be a list`);
  return value as readonly Json[];
}

function filled(value: Json | undefined, where: string): readonly Json[] {
  const items = list(value, where);
  if (items.length === 0) throw new HistoryFault(`${where} must not be empty`);
  return items;
}

function count(value: Json | undefined, most: number, where: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
    throw new HistoryFault(`${where} must be a number from 0 to ${most}`);
  return value;
}

function instant(value: Json | undefined, where: string): string {
  const said = text(value, where);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(said) || Number.isNaN(Date.parse(said)))
    throw new HistoryFault(`${where} must be a time such as 2023-09-11T09:00+08:00`);
  return said;
}

function text(value: Json | undefined, where: string): string {
  if (typeof value !== 'string') throw new HistoryFault(`${where} must be a text`);
  return value;
}
