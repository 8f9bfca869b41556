import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Random passwords kept in one file that only its owner reads (mode 0600); made where the file or a name is missing. */
export function passwordsIn<Name extends string>(file: string, names: readonly Name[]): Readonly<Record<Name, string>> {
  const known = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<Name, string>>)
    : undefined;
  const all = { ...known } as Record<Name, string>;
  const missing = names.filter((name) => all[name] === undefined);
  if (known && missing.length === 0) return all;
  for (const name of missing) all[name] = randomBytes(24).toString('base64url');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  if (known) {
    renameSync(draft, file);
    return all;
  }
  try {
    linkSync(draft, file); // unlike a rename, never replaces the file of a process that was faster
  } catch {
    return passwordsIn(file, names);
  } finally {
    rmSync(draft);
  }
  return all;
}
