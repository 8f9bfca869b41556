import { chmodSync, lstatSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a run's own, with a place for the app's `VAR_DIR` in it. */
export interface RunFolder {
  readonly path: string;
  readonly varDir: string;
  remove(): void;
}

/** Started by root, the embedded database server runs as another user, who has to get through to the data. */
export function makeRunFolder(purpose: string): RunFolder {
  const path = mkdtempSync(join(tmpdir(), `fajiao-${purpose}-`));
  chmodSync(path, 0o711);
  const varDir = join(path, 'var');
  return {
    path,
    varDir,
    remove: () => {
      const data = join(varDir, 'postgres');
      // where that user gets no further than the temporary folders, the data are elsewhere
      if (lstatSync(data, { throwIfNoEntry: false })?.isSymbolicLink())
        rmSync(realpathSync(data), { recursive: true, force: true });
      rmSync(path, { recursive: true, force: true });
    },
  };
}
