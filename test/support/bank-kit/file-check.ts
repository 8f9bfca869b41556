import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFile, StatementFileFault } from '@fajiao/collection';

/** What is wrong with a bank's file, by the reader that the server has. */
export async function fileFaults(bytes: Uint8Array, bank: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bank-kit-'));
  const path = join(folder, 'file');
  try {
    await writeFile(path, bytes);
    const file = await checkFile(path);
    return [
      ...(file.bank !== undefined && file.bank !== bank ? [`statement-file.bank: it is of ${file.bank}`] : []),
      ...(file.malformed > 0 ? [`${file.malformed} of its ${file.lines} lines cannot be read`] : []),
    ];
  } catch (fault) {
    if (fault instanceof StatementFileFault) return [`${fault.code} ${JSON.stringify(fault.detail)}`];
    throw fault;
  } finally {
    await rm(folder, { recursive: true });
  }
}
