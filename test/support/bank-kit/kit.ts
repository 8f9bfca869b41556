/**
 * For a bank that builds its adapter; what it asks for comes from the OpenAPI document.
 * `npm run bank-kit -- --out DIR`: signed examples and seeded faults with the answers that are due, as files for its tests.
 * `-- --url URL`: plays them against a server that has the bank in test mode.
 * `-- --serve PORT`: stands where the server would, for the adapter to send to; Ctrl+C tells what it did wrong.
 * `--bank ID` and `--secret whsec_…` say who signs.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AdapterDesk } from './adapter-desk';
import { bankDocument } from './document';
import { examplesOf } from './examples';
import { play } from './run';
import type { Example } from './signed';

/** For examples only: it is published here. */
const EXAMPLE_SECRET = `whsec_${Buffer.from('an example secret of 32 bytes...').toString('base64')}`;

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string' },
      url: { type: 'string' },
      serve: { type: 'string' },
      bank: { type: 'string', default: 'bank-a' },
      secret: { type: 'string', default: EXAMPLE_SECRET },
    },
  });
  const { bank, secret } = values;
  const document = bankDocument();
  const signer = { bank, secret, now: Math.floor(Date.now() / 1000) };
  const examples = examplesOf(document, signer, randomBytes(6).toString('hex'));
  if (values.out !== undefined) return write(values.out, examples);
  if (values.url !== undefined) return report(await play(values.url, examples));
  if (values.serve !== undefined) return serve(new AdapterDesk(document, bank, secret), Number(values.serve));
  console.log('Say --out DIR, --url URL or --serve PORT.');
  return 2;
}

function write(folder: string, examples: readonly Example[]): number {
  mkdirSync(folder, { recursive: true });
  for (const [index, example] of examples.entries()) {
    const name = `${String(index + 1).padStart(3, '0')}-${example.name.replace(/[^A-Za-z0-9]+/g, '-')}`;
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(example, null, 2)}\n`);
    if (example.operation === 'sendStatementFile')
      writeFileSync(join(folder, `${name}.${extensionOf(example)}`), Buffer.from(example.body, example.encoding));
  }
  console.log(`${examples.length} examples are in ${folder}; the files among them also as such.`);
  return 0;
}

const extensionOf = ({ headers }: Example): string => (headers['content-type'] === 'text/csv' ? 'csv' : 'xml');

function report(played: Awaited<ReturnType<typeof play>>): number {
  const wrong = played.filter(({ fault }) => fault !== null);
  for (const { name, fault } of wrong) console.log(`✗ ${name}: ${fault}`);
  console.log(`${played.length - wrong.length} of ${played.length} examples are answered as they should be.`);
  return wrong.length === 0 ? 0 : 1;
}

async function serve(desk: AdapterDesk, port: number): Promise<number> {
  console.log(`The adapter may send to http://127.0.0.1:${await desk.listen(port)}; Ctrl+C ends it.`);
  console.log('It may ask what is due under these codes, and report the payments that the answers allow:');
  for (const code of desk.quotes.codes.keys()) console.log(`  ${code}`);
  await new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
  await desk.close();
  const faults = desk.faults();
  for (const fault of faults) console.log(`✗ ${fault}`);
  console.log(`${desk.seen.size} messages, ${faults.length} faults.`);
  return faults.length === 0 && desk.seen.size > 0 ? 0 : 1;
}

if (require.main === module)
  main(process.argv.slice(2)).then(
    (code) => process.exit(code),
    (fault: unknown) => {
      console.error(fault instanceof Error ? fault.message : fault);
      process.exit(2);
    },
  );
