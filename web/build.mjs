// Builds the web where it is not built, or older than what it is made of: `npm start` asks each time, and mostly there is nothing to do.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const sources = ['src', 'index.html', 'vite.config.ts', 'package.json', 'postcss.config.mjs', '../sdk/src', '../package-lock.json'];
const stamp = join(here, 'dist', '.made-from');

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(join(here, source)))) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

const wanted = fingerprint();
const isThere = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
if (!isThere) {
  process.stdout.write('Building the web (once after each change) …\n');
  const { build } = await import('vite');
  await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, wanted);
}
