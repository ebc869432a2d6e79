// Dead files: what neither the program nor a test nor a tool reaches.
import ts from 'typescript';
import { isShipped } from '../places.ts';
import { importsOf, parse, resolveImport, walk } from '../syntax.ts';
import type { Rule, Tree } from '../tree.ts';

const program = ['server/src/main.ts', 'server/src/cli.ts'];
/** What a browser starts, and what builds it. */
const web = ['web/src/main.tsx', 'web/vite.config.ts'];
/** Shipped folders that serve tests, benchmarks and the ladder's own test, by purpose. */
const forTests = [/\/quotes\/oracle\//, /\/samples\.ts$/, /\/domains\/ladder\.ts$/];

export const nothingIsDead: Rule = {
  name: 'every source file is reached by the program, a test or a tool',
  reason:
    'Dead code is read, searched and kept in step for nothing. Delete it: the history keeps it. ' +
    'A program that is started by hand says so at its top: "node --import ./server/typescript.mjs tools/schema.ts".',
  check: (tree) => {
    const roots = [...tree].filter(([path, text]) => isBegun(path, text, tree.get('package.json') ?? '')).map(([path]) => path);
    const reached = reachedFrom(tree, [...roots, 'vitest.config.ts']);
    return unreached(tree, (path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'), reached, 'is reached from nowhere');
  },
  planted: [
    { at: 'tools/b.ts', files: { 'tools/a.ts': '// Run by `node --import ./server/typescript.mjs tools/a.ts`.', 'tools/b.ts': '' } },
    { at: 'web/src/b.tsx', files: { 'web/src/main.tsx': '', 'web/src/b.tsx': '' } },
    { at: 'server/src/kernel/b.ts', files: { 'server/src/main.ts': "// './kernel/b.ts'", 'server/src/kernel/b.ts': '' } },
  ],
  allowed: {
    'server/src/main.ts': "import './kernel/a.ts';\nfork(join(here, 'worker.ts'));",
    'server/src/kernel/a.ts': '',
    'server/src/worker.ts': '',
    'package.json': '{"scripts": {"bench": "node --import ./server/typescript.mjs server/bench/main.ts"}}',
    'server/bench/main.ts': '',
    'tools/schema.ts': '// Draws the schema: `node --import ./server/typescript.mjs tools/schema.ts`.',
    'vitest.config.ts': "export default { globalSetup: 'server/src/testing/global-setup.ts' };",
    'server/src/testing/global-setup.ts': '',
    'server/src/kernel/a.test.ts': "import './cases.ts';",
    'server/src/kernel/cases.ts': '',
    'web/src/main.tsx': "import './app/page.tsx';",
    'web/src/app/page.tsx': '',
  },
};

export const shippedCodeIsUsed: Rule = {
  name: 'shipped code is used by the program, not by its tests alone',
  reason: 'What only a test calls is a feature that no user has: wire it to main or cli, move it to server/src/testing, or delete it.',
  check: (tree) =>
    unreached(
      tree,
      (path) => isShipped(path) && !forTests.some((part) => part.test(path)),
      reachedFrom(tree, program),
      'is used by no command',
    ),
  planted: [
    {
      at: 'server/src/kernel/a.ts',
      files: { 'server/src/main.ts': '', 'server/src/kernel/a.ts': '', 'server/src/kernel/a.test.ts': "import './a.ts';" },
    },
  ],
  allowed: {
    'server/src/cli.ts': "const commands = { bill: () => import('./commands/bill.ts') };",
    'server/src/commands/bill.ts': "import '../kernel/a.ts';",
    'server/src/kernel/a.ts': '',
    'server/src/testing/given.ts': '',
  },
};

/** What someone starts: the program, tests, scripts of package.json, and what tells its own command line in its first lines. */
function isBegun(path: string, text: string, scripts: string): boolean {
  if (web.includes(path)) return true;
  if (!path.endsWith('.ts')) return false;
  if (program.includes(path) || path.endsWith('.test.ts') || !path.includes('/')) return true;
  return scripts.includes(` ${path}"`) || text.split('\n', 8).some((line) => /node --import \S+ (\S+\.ts)/.exec(line)?.[1] === path);
}

function unreached(tree: Tree, wanted: (path: string) => boolean, reached: ReadonlySet<string>, message: string) {
  return [...tree.keys()].filter((path) => wanted(path) && !reached.has(path)).map((path) => ({ path, line: 0, message }));
}

function reachedFrom(tree: Tree, roots: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = roots.filter((path) => tree.has(path));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    if (/\.tsx?$/.test(path)) waiting.push(...mentions(tree, path).filter((to) => tree.has(to)));
  }
  return reached;
}

/** Imports, and every string that names a file from here or from the root: child processes and set-up files are started by name. */
function mentions(tree: Tree, path: string): string[] {
  const source = parse(path, tree.get(path) ?? '');
  const found = importsOf(source).flatMap(({ specifier }) => resolveImport(path, specifier) ?? []);
  walk(source, (node) => {
    if (!ts.isStringLiteralLike(node) || !node.text.endsWith('.ts')) return;
    found.push(node.text.replace(/^\.\//, ''));
    found.push(resolveImport(path, node.text.startsWith('.') ? node.text : `./${node.text}`) ?? '');
  });
  return found;
}
