// What the pure code (kernel and every core) may not do, and which packages each layer may use.
import ts from 'typescript';
import { placeOf } from '../places.ts';
import { importsOf, lineOf, sources, walk } from '../syntax.ts';
import type { Rule, Violation } from '../tree.ts';

const impureNames = new Set([
  'Date',
  'Promise',
  'process',
  'performance',
  'crypto',
  'fetch',
  'Buffer',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'globalThis',
  'require',
]);

/** Packages that pure code may import, and where. */
const purePackages: readonly { readonly path: RegExp; readonly specifier: string; readonly reason: string }[] = [
  { path: /^server\/src\/kernel\/calendar\/zone\.ts$/, specifier: 'temporal-polyfill', reason: 'the time zone database' },
];

export const coresArePure: Rule = {
  name: 'kernel and cores are pure and synchronous',
  reason:
    'Preview, quote, forecast and the real run share this code, and property tests run it a million times: the same facts must give the same answer, ' +
    'with no clock, chance, database or outside world in between.',
  check: (tree) =>
    sources(tree, (path) => placeOf(path)?.pure === true).flatMap(({ path, source }) => {
      const violations: Violation[] = [];
      walk(source, (node) => {
        const what = impurityAt(node);
        if (what !== null) violations.push({ path, line: lineOf(source, node), message: `uses ${what}` });
      });
      return violations;
    }),
  planted: [
    plant('export const now = () => Date.now();'),
    plant('export const at = new Date(0);'),
    plant('export async function load() { return 1; }'),
    plant('export const load = async () => 1;'),
    plant('export function load(): Promise<number> { throw 1; }'),
    plant('export const dice = Math.random();'),
    plant('export const zone = process.env.TZ;'),
    plant("export const zod = import('./other.ts');"),
    { at: 'server/src/kernel/a.ts', files: { 'server/src/kernel/a.ts': 'export const t = () => performance.now();' } },
  ],
  allowed: {
    'server/src/domains/tax/core/a.ts':
      'export const half = (n: bigint) => n / 2n; // not a Date\nexport interface Invoice { readonly Date: string }',
    'server/src/domains/tax/core/a.test.ts': 'const started = Date.now();',
    'server/src/domains/tax/store.ts': 'export async function load() { return new Date(); }',
  },
};

function plant(text: string) {
  return { at: 'server/src/domains/tax/core/a.ts', files: { 'server/src/domains/tax/core/a.ts': text } };
}

function impurityAt(node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async';
  if (node.kind === ts.SyntaxKind.AwaitExpression) return 'await';
  if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent)) return 'import()';
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'random' && node.getText() === 'Math.random') return 'Math.random';
  if (!ts.isIdentifier(node) || !impureNames.has(node.text)) return null;
  const parent = node.parent;
  const isOnlyAName =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertySignature(parent) || ts.isPropertyAssignment(parent) || ts.isMethodSignature(parent)) && parent.name === node);
  return isOnlyAName ? null : node.text;
}

export const packagesHaveTheirPlace: Rule = {
  name: 'packages and built-in modules are used where they belong',
  reason:
    'The kernel and the cores stand on nothing but the language, so that nothing outside can change an amount. ' +
    'Built-in modules are written with node:, so that no package can take their name.',
  check: (tree) =>
    sources(tree).flatMap(({ path, source }) =>
      importsOf(source).flatMap(({ specifier, line }) => {
        if (specifier.startsWith('.')) return [];
        if (builtIns.has(specifier)) return [{ path, line, message: `write node:${specifier}` }];
        if (placeOf(path)?.pure !== true) return [];
        const granted = purePackages.some((grant) => grant.specifier === specifier && grant.path.test(path));
        return granted ? [] : [{ path, line, message: `pure code imports ${specifier}` }];
      }),
    ),
  planted: [
    { at: 'server/src/kernel/a.ts', files: { 'server/src/kernel/a.ts': "import { z } from 'zod';" } },
    { at: 'server/src/kernel/a.ts', files: { 'server/src/kernel/a.ts': "import { Temporal } from 'temporal-polyfill';" } },
    { at: 'server/src/domains/tax/core/a.ts', files: { 'server/src/domains/tax/core/a.ts': "import { readFileSync } from 'node:fs';" } },
    { at: 'tools/a.ts', files: { 'tools/a.ts': "import { readFileSync } from 'fs';" } },
  ],
  allowed: {
    'server/src/kernel/calendar/zone.ts': "import { Temporal } from 'temporal-polyfill';",
    'server/src/domains/tax/core/a.test.ts': "import { test } from 'vitest';",
    'tools/a.ts': "import { readFileSync } from 'node:fs';",
  },
};

const builtIns = new Set(
  'assert buffer child_process cluster crypto dns events fs fs/promises http https net os path perf_hooks process readline stream stream/promises timers timers/promises tty url util v8 vm worker_threads zlib'.split(
    ' ',
  ),
);
