import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { keptFile } from '../config/kept-file';

/** Random passwords kept in one file that only its owner reads (mode 0600); made where the file or a name is missing. */
export function passwordsIn(file: string, names: readonly string[]): Readonly<Record<string, string>> {
  const known = JSON.parse(keptFile(file, () => '{}\n')) as Record<string, string>;
  const missing = names.filter((name) => known[name] === undefined);
  if (missing.length === 0) return known;
  const all = { ...known, ...Object.fromEntries(missing.map((name) => [name, randomBytes(24).toString('base64url')])) };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return all;
}
