// How TypeScript becomes JavaScript for typescript.mjs: the types go, nothing else changes. What came of a file is kept beside the packages, one
// entry for each file, so that a command starts in half the time; where nothing can be written there, it is done anew each time.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const kept = fileURLToPath(new URL('../node_modules/.cache/prorata-typescript/', import.meta.url));
const OPTIONS = { loader: 'ts', format: 'esm', target: 'node20.19', sourcemap: 'inline', sourcesContent: false };
const recipe = JSON.stringify([OPTIONS, require('esbuild/package.json').version]);

/** A hook of Node.js's module loader, for `registerHooks` and, as all of it is synchronous, for `register` alike. */
export function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const file = fileURLToPath(url);
  return { format: 'module', source: javascriptOf(file, readFileSync(file, 'utf8')), shortCircuit: true };
}

function javascriptOf(file, source) {
  const entry = join(kept, hash(file));
  const mark = `\n//${hash(recipe + source)}\n`;
  const before = readKept(entry);
  if (before?.endsWith(mark)) return before;
  // Only now: esbuild brings a process of its own.
  const { code } = require('esbuild').transformSync(source, { ...OPTIONS, sourcefile: file });
  keep(entry, code + mark);
  return code;
}

function readKept(entry) {
  try {
    return readFileSync(entry, 'utf8');
  } catch {
    return undefined;
  }
}

/** Others may be doing the same: whoever reads sees a whole entry or none. */
function keep(entry, text) {
  const unfinished = `${entry}.${process.pid}`;
  try {
    mkdirSync(kept, { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, entry);
  } catch {
    // Read-only, full, or not ours: slower, and nothing else.
  }
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
