// The keys that seal secrets: from PRORATA_SECRET_KEY, else from a file in the data folder that is made at the first start.
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecrets, newKeyText, parseKey, type Secrets } from './sealed.ts';

export { createSecrets, type Secrets } from './sealed.ts';

const FILE = 'secret.key';

export function openSecrets(config: { readonly secretKeys: readonly string[]; readonly dataFolder: string }): Secrets {
  const texts = config.secretKeys.length > 0 ? config.secretKeys : readOrMake(config.dataFolder);
  return createSecrets(texts.map(parseKey));
}

/** Two programs that start at once must end with one key: the file is written whole beside its place and then linked there, which only one can do. */
function readOrMake(folder: string): string[] {
  const path = join(folder, FILE);
  const present = read(path);
  if (present !== null) return present;
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${newKeyText()}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(path) ?? [];
}

/** One key a line; the first seals. */
function read(path: string): string[] | null {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
