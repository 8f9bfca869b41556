import { cpus, loadavg, totalmem } from 'node:os';

export interface Row {
  readonly name: string;
  readonly callers: number;
  readonly perSecond: number;
  /** The same work without what is ours, in the same run; null where there is no such thing. */
  readonly floorPerSecond: number | null;
  readonly ratio: number | null;
  readonly p50ms: number;
  readonly p99ms: number;
}

export interface Report {
  readonly machine: string;
  readonly rows: readonly Row[];
  /** Of the app's process after its rows. */
  readonly residentMiB: number;
}

/** @param postgres what its server says of itself */
export function machineLine(postgres: string): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const load = `load ${loadavg()[0]?.toFixed(1)} at the start`;
  return [
    `${processors.length} x ${processors[0]?.model.trim()}`,
    memory,
    `Node ${process.version}`,
    postgres,
    load,
  ].join(', ');
}

/** What each row is, beside what. */
const LEGEND: Readonly<Record<string, string>> = {
  'store-append': 'appends of one event through the port, beside the same SQL function called through pg',
  'store-insert': 'the same appends, beside an INSERT of the same row into a table with the same keys',
  'store-read': 'reads of a stream of 20 events, beside the same SQL function called through pg',
  'store-read-all': 'events in pages of 500 through the port, beside a SELECT of the same columns',
  'http-command': 'filings, approvals and evidence over HTTP, an append each, beside appends through the port',
  requirements: 'what the law asks of a case of 100 events, over HTTP, beside reads of its stream through the port',
  clocks: 'the clocks of that case, likewise',
  list: 'pages of 20 cases over HTTP, beside the same query through pg',
  'what-is-due':
    'pages of 20 of 110,000 terms of 100,000 open cases, due to an officer, beside the same SQL through pg',
  callback: 'signed payments over HTTP until they are answered, beside the append of their receipts',
  'callback-settled': 'the same until their money is where it belongs',
  rebuild: 'events of a rebuild of the list of cases, beside a batch INSERT of a row for each event',
  'start-cold': 'npm start without build and var/, until it is ready',
  'start-warm': 'npm start with both, until it is ready',
};

export function printed({ machine, rows, residentMiB }: Report): string {
  const head = ['', 'callers', 'per s', 'floor per s', 'ratio', 'p50 ms', 'p99 ms', ''];
  const lines = rows.map((row) => [
    row.name,
    String(row.callers),
    numeral(row.perSecond),
    row.floorPerSecond === null ? '' : numeral(row.floorPerSecond),
    row.ratio === null ? '' : `${Math.round(row.ratio * 100)} %`,
    numeral(row.p50ms),
    numeral(row.p99ms),
    LEGEND[row.name] ?? '',
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]!.length)));
  const table = [head, ...lines].map((line) => line.map((cell, column) => aligned(cell, column, widths)).join('  '));
  return [machine, '', ...table.map((line) => line.trimEnd()), '', `resident memory ${residentMiB} MiB`].join('\n');
}

const aligned = (cell: string, column: number, widths: readonly number[]): string =>
  column === 0 || column === widths.length - 1 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);

const numeral = (value: number): string => (value >= 100 ? Math.round(value).toString() : value.toPrecision(3));
