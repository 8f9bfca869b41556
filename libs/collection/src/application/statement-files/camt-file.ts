import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { getDecoder } from 'iconv-lite';
import { type QualifiedTag, type SAXOptions, SAXParser, type Tag } from 'sax';
import { CamtReader } from './camt-reader';
import type { FilePiece } from './file-piece';
import { StatementFileFault } from './statement-file-fault';

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'us-ascii': 'utf8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
};
/** Deeper than any message of ISO 20022. */
const MOST_DEEP = 40;

/**
 * Reads a camt.053 (statement) or camt.054 (notification, which here lists what has reached the treasury) as a stream.
 * No document type and no entity but the five of XML is taken, so nothing in the file can grow beyond it.
 * @throws StatementFileFault
 */
export async function* readCamt(path: string): AsyncGenerator<FilePiece> {
  const decoder = getDecoder(await encodingOf(path), { stripBOM: true });
  const reader = new CamtReader();
  const parser = parserFor(reader);
  for await (const chunk of createReadStream(path, { highWaterMark: 128 * 1024 }) as AsyncIterable<Buffer>) {
    parser.write(decoder.write(chunk));
    yield* reader.taken();
  }
  const rest = decoder.end();
  if (rest) parser.write(rest);
  parser.close();
  yield* reader.taken();
  yield { frame: reader.frame() };
}

function parserFor(reader: CamtReader): SAXParser {
  const options: SAXOptions & { readonly strictEntities: true } = { strictEntities: true, position: false, trim: true };
  const parser = new SAXParser(true, options);
  let depth = 0;
  const refuse = (): never => {
    throw new StatementFileFault('statement-file.xml');
  };
  parser.onerror = refuse;
  parser.ondoctype = refuse;
  parser.onopentag = ({ name, attributes }: Tag | QualifiedTag) => {
    depth += 1;
    if (depth > MOST_DEEP) refuse();
    reader.open(localName(name), currencyOf(attributes['Ccy']));
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    reader.close(localName(name));
  };
  parser.ontext = (text) => reader.text(text);
  parser.oncdata = (text) => reader.text(text);
  return parser;
}

const currencyOf = (attribute: unknown): string => (typeof attribute === 'string' ? attribute : '');

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws StatementFileFault */
async function encodingOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0);
    const start = buffer.subarray(0, bytesRead).toString('latin1');
    const named = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8';
    const encoding = Object.hasOwn(ENCODINGS, named.toLowerCase()) ? ENCODINGS[named.toLowerCase()] : undefined;
    if (encoding === undefined) throw new StatementFileFault('statement-file.encoding');
    return encoding;
  } finally {
    await file.close();
  }
}
