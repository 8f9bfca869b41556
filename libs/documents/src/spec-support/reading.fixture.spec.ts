import { execFileSync } from 'node:child_process';
import { inflateRawSync } from 'node:zlib';

// The reader of PDFs is an ES module that Jest's own module system cannot load: it runs in a process of its own.
const READ = `
  const { buffer } = require('node:stream/consumers');
  const { extractText, getDocumentProxy } = require('unpdf');
  void (async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await buffer(process.stdin)));
    const { text } = await extractText(pdf, { mergePages: false });
    process.stdout.write(JSON.stringify(text));
  })();`;

/** The text of a PDF page by page, without blanks and line ends: Chinese has none, and lines break anywhere. */
export function pagesOf(pdf: Uint8Array): readonly string[] {
  const text = execFileSync(process.execPath, ['-e', READ], { input: pdf, cwd: __dirname, encoding: 'utf8' });
  return (JSON.parse(text) as string[]).map((page) => page.replace(/\s/g, ''));
}

export const textOf = (pdf: Uint8Array): string => pagesOf(pdf).join('');

export interface ZipEntry {
  readonly name: string;
  /** MS-DOS date and time. */
  readonly stamp: number;
  readonly content: string;
}

/** What stands in a zip, by its central directory. */
export function entriesOf(zip: Buffer): readonly ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const entries: ZipEntry[] = [];
  let place = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(place + 28);
    const size = zip.readUInt32LE(place + 20);
    const local = zip.readUInt32LE(place + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(data, data + size);
    const content = zip.readUInt16LE(place + 10) === 0 ? packed : inflateRawSync(packed);
    entries.push({
      name: zip.toString('utf8', place + 46, place + 46 + nameLength),
      stamp: zip.readUInt32LE(local + 10),
      content: content.toString('utf8'),
    });
    place += 46 + nameLength + zip.readUInt16LE(place + 30) + zip.readUInt16LE(place + 32);
  }
  return entries;
}

/** The running text of a DOCX. */
export function wordsOf(docx: Buffer): string {
  const document = entriesOf(docx).find(({ name }) => name === 'word/document.xml')?.content ?? '';
  return [...document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
}
