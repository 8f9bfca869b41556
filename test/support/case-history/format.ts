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
}

export interface CaseHistory {
  readonly title: string;
  /** Further cases of the same file are keyed; the first one is `1`. */
  readonly cases: Readonly<Record<string, CaseHead>>;
  readonly steps: readonly Step[];
  readonly expect: JsonObject;
  /** Set where the file asks for more than steps on cases, such as fines opened beforehand. */
  readonly unsupported?: string;
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
    histories: file['cases'].map((entry: Json, index) =>
      refusalEntry(objectOf(entry, `${path}: cases/${index}`), folder),
    ),
  };
}

function caseHistory(file: JsonObject, where: string): CaseHistory {
  const title = text(file['title'], `${where}: title`);
  const steps = list(file['steps'], `${where}: steps`).map((step, index) => stepOf(step, `${where}: steps/${index}`));
  const expect = file['expect'] === undefined ? {} : objectOf(file['expect'], `${where}: expect`);
  if (file['fines'] !== undefined)
    return { title, cases: {}, steps, expect, unsupported: 'fines opened without a case (a bank’s day)' };
  return { title, cases: casesOf(file, where), steps, expect };
}

function refusalEntry(entry: JsonObject, folder: string): CaseHistory {
  const title = text(entry['title'], 'title of an entry');
  const own = list(entry['steps'] ?? [], `${title}: steps`);
  const steps = [...own, entry['attempt'] ?? null].map((step, index) => stepOf(step, `${title}: steps/${index}`));
  if (entry['from'] === undefined) return { title, cases: casesOf(entry, title), steps, expect: {} };
  const from = objectOf(entry['from'], `${title}: from`);
  const earlier = caseHistory(objectOf(readJson(folder + text(from['file'], `${title}: from/file`)), title), title);
  return {
    title,
    cases: { ...earlier.cases, ...othersOf(entry, title) },
    steps: [...earlier.steps.slice(0, Number(from['steps'])), ...steps],
    expect: {},
  };
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

function stepOf(value: Json, where: string): Step {
  const step = objectOf(value, where);
  for (const key of ['at', 'by', 'act']) text(step[key], `${where}: ${key}`);
  return step as unknown as Step;
}

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

function text(value: Json | undefined, where: string): string {
  if (typeof value !== 'string') throw new HistoryFault(`${where} must be a text`);
  return value;
}
