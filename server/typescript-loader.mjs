// How TypeScript becomes JavaScript for typescript.mjs: the types go, nothing else changes.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

/** A hook of Node.js's module loader, for `registerHooks` and, as all of it is synchronous, for `register` alike. */
export function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const file = fileURLToPath(url);
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    loader: 'ts',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'inline',
    sourcefile: file,
    sourcesContent: false,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
