import type { BankDocument } from './document';
import { camtFile, csvFile, type FileContent, type FileLine } from './files';
import {
  ALTERED,
  type Example,
  type Expected,
  SIGNATURE_FAULTS,
  type SignatureFault,
  signed,
  type Signer,
} from './signed';

/** A day's statement and what reached the treasury of it; the last line is a reversal. `run` tells runs apart. */
const linesOf = (code: string, run: string): readonly FileLine[] => [
  { reference: `file-${run}-1`, fen: 500_000, code },
  { reference: `file-${run}-2`, fen: 30_005, code },
  { reference: `file-${run}-3`, fen: -30_005, reverses: `file-${run}-2` },
];

/** Statements as files: in every format, again, as a dry run, and with every fault for which a file is not taken. */
export function fileExamples(
  { statementFile, quote }: BankDocument,
  signer: Signer,
  run: string,
  date: string,
): Example[] {
  const { operation, path } = statementFile;
  const content: FileContent = { bank: signer.bank, date, lines: linesOf(quote.code, run) };
  const credits: FileContent = { ...content, kind: 'treasury-credits', lines: content.lines.slice(0, 1) };
  const make = (name: string, expect: Expected, bytes: Uint8Array, query = '', fault: SignatureFault = {}) => {
    const contentType = bytes[0] === 0x3c ? 'application/xml' : 'text/csv';
    return signed({ operation, method: 'POST', path: path + query, contentType, bytes }, signer, name, expect, fault);
  };
  const taken = (format: string, more: Expected['fields'] = {}) => {
    const fields = { date, format, lines: 3, malformed: 0, sum: 500_000, controlSum: 500_000, ...more };
    return { status: 201, fields };
  };
  const good = csvFile(content);
  const wrong = (name: string, code: string, text: string) =>
    make(name, { status: 422, code: `statement-file.${code}` }, Buffer.from(text));
  const [csv, camt] = [good.toString(), camtFile(content).toString()];
  return [
    make('CSV, as a dry run: nothing is kept', taken('csv', { receivedAt: null }), good, '?dryRun=true'),
    make('CSV in UTF-8', taken('csv'), good),
    make('the same again', { status: 201, sameAs: `${operation}: CSV in UTF-8` }, good),
    make('CSV in GB18030: the same statement', taken('csv'), csvFile(content, 'gb18030')),
    make('camt.053: the same statement', taken('camt'), camtFile(content)),
    make('camt.053 in GB18030: the same statement', taken('camt'), camtFile(content, 'gb18030')),
    make(
      'other lines for the same day',
      { status: 422, code: 'statement.conflict' },
      csvFile({ ...content, lines: content.lines.slice(0, 1) }),
    ),
    make('what reached the treasury, as CSV', taken('csv', { kind: 'treasury-credits', lines: 1 }), csvFile(credits)),
    make('what reached the treasury, as camt.054', taken('camt', { lines: 1 }), camtFile(credits)),
    make(
      'a line that cannot be read stops nothing',
      taken('csv', { lines: 4, malformed: 1 }),
      Buffer.from(csv.replace('total,3', 'A8,1e3,,\r\ntotal,4')),
      '?dryRun=true',
    ),
    wrong('without a header', 'header', csv.slice(csv.indexOf('\n') + 1)),
    wrong('of another bank', 'bank', csv.replace(signer.bank, 'another-bank')),
    wrong('in dollars', 'header', csv.replace('CNY', 'USD')),
    wrong('cut off', 'trailer', csv.slice(0, csv.indexOf('total'))),
    wrong('that goes on after its end', 'trailer', `${csv}A9,1.00,,\r\n`),
    wrong('with another count than it says', 'count', csv.replace('total,3', 'total,4')),
    wrong('with another sum than it says', 'sum', csv.replace('total,3,5000.00', 'total,3,5000.01')),
    wrong('camt.053 with a document type', 'xml', camt.replace('<Document', '<!DOCTYPE x>\n<Document')),
    wrong('camt.053 cut off', 'xml', camt.slice(0, 600)),
    wrong('camt.053 in another encoding', 'encoding', camt.replace('UTF-8', 'UTF-7')),
    wrong('camt.053 with another sum', 'sum', camt.replace('<TtlNetNtry><Amt>5000.00', '<TtlNetNtry><Amt>5000.01')),
    ...[...SIGNATURE_FAULTS, ALTERED].map(([name, expect, fault]) => make(name, expect, good, '', fault)),
  ];
}
