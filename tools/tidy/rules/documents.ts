// The pages that a newcomer reads first tell the truth about the tree.
import type { Rule, Tree, Violation } from '../tree.ts';

const pages = /^(README|ARCHITECTURE|GLOSSARY|CONTRIBUTING)\.md$|^docs\/.*\.md$|^server\/.*README\.md$/;
const roots = ['server', 'tools', 'docs', '.ci'];

export const pagesNameRealFiles: Rule = {
  name: 'a path written in a page exists',
  reason: 'A guide that points to what has moved costs more than no guide. What is planned says "(in progress)" on its line.',
  check: (tree) => {
    const known = foldersAndFiles(tree);
    const violations: Violation[] = [];
    for (const [page, text] of tree) {
      if (!pages.test(page)) continue;
      text.split('\n').forEach((line, index) => {
        if (line.includes('(in progress)')) return;
        for (const path of pathsIn(page, line)) {
          if (!known.has(path)) violations.push({ path: page, line: index + 1, message: `names ${path}, which does not exist` });
        }
      });
    }
    return violations;
  },
  planted: [
    { at: 'README.md', files: { 'README.md': 'See `server/src/gone.ts`.' } },
    { at: 'docs/a.md', files: { 'docs/a.md': 'See [the page](decisions/0009-gone.md).' } },
    { at: 'server/src/domains/tax/README.md', files: { 'server/src/domains/tax/README.md': 'See [rates](core/rates.ts).' } },
  ],
  allowed: {
    'README.md':
      'See `server/src/main.ts`, `server/`, [more](docs/a.md#part), [web](https://example.org) and `server/src/soon.ts` (in progress).'.replace(
        / and .*/,
        '\nand `server/src/soon.ts` (in progress).',
      ),
    'docs/a.md': 'Up: [readme](../README.md). Any domain: `server/src/domains/<name>/index.ts`, `server/src/*/index.ts`.',
    'server/src/main.ts': '',
  },
};

export const configurationIsWrittenDown: Rule = {
  name: 'every variable of the configuration stands in docs/operating/configuration.md',
  reason:
    'Who runs the program reads that page; a variable that is not there does not exist for him, and one that is only there deceives him.',
  check: (tree) => {
    const page = 'docs/operating/configuration.md';
    const read = variablesIn(tree.get('server/src/platform/config.ts') ?? '', /^ {2}([A-Z][A-Z_]+):/gm);
    const written = variablesIn(tree.get(page) ?? '', /^\| `([A-Z_]+)`/gm);
    const missing = [...read].filter((name) => !written.has(name)).map((name) => `says nothing of ${name}`);
    const invented = [...written].filter((name) => !read.has(name)).map((name) => `names ${name}, which is not read`);
    return [...missing, ...invented].map((message) => ({ path: page, line: 0, message }));
  },
  planted: [
    { at: 'docs/operating/configuration.md', files: { 'server/src/platform/config.ts': 'const variables = {\n  PORT: count(),\n};' } },
    { at: 'docs/operating/configuration.md', files: { 'docs/operating/configuration.md': '| `PORT` | 3000 |' } },
  ],
  allowed: {
    'server/src/platform/config.ts': 'const variables = {\n  PORT: count(),\n};',
    'docs/operating/configuration.md': '| `PORT` | 3000 |',
  },
};

function variablesIn(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

export const testCommandIsOne: Rule = {
  name: 'CI runs the test command that README names',
  reason: 'A reader who follows README must get what CI gets.',
  check: (tree) => {
    const command = 'npm ci && npm test';
    const pages = ['README.md', '.ci/run'].filter((path) => tree.has(path));
    return pages
      .filter((path) => !tree.get(path)?.includes(command))
      .map((path) => ({ path, line: 0, message: `does not say "${command}"` }));
  },
  planted: [{ at: '.ci/run', files: { 'README.md': 'npm ci && npm test', '.ci/run': 'npm install; npx vitest' } }],
  allowed: { 'README.md': '`npm ci && npm test`', '.ci/run': "bash -c 'npm ci && npm test'" },
};

export const dependenciesAreExplained: Rule = {
  name: 'every dependency has its line in docs/dependencies.md',
  reason: 'A dependency is code that we run and did not write: someone must have said what it is for, and under which licence.',
  check: (tree) => {
    const page = 'docs/dependencies.md';
    const explained = new Set([...(tree.get(page) ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]));
    const declared = ['package.json', 'server/package.json', 'web/package.json'].flatMap((path) => dependenciesIn(tree.get(path)));
    return declared.filter((name) => !explained.has(name)).map((name) => ({ path: page, line: 0, message: `says nothing of ${name}` }));
  },
  planted: [
    {
      at: 'docs/dependencies.md',
      files: { 'package.json': '{"devDependencies": {"left-pad": "1.0.0"}}', 'docs/dependencies.md': '`right-pad`' },
    },
    { at: 'docs/dependencies.md', files: { 'server/package.json': '{"dependencies": {"left-pad": "1.0.0"}}' } },
  ],
  allowed: { 'package.json': '{"dependencies": {"left-pad": "1.0.0"}}', 'docs/dependencies.md': '| `left-pad` |' },
};

function dependenciesIn(text: string | undefined): string[] {
  const manifest: { dependencies?: object; devDependencies?: object } = JSON.parse(text ?? '{}');
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
}

function foldersAndFiles(tree: Tree): Set<string> {
  const known = new Set<string>();
  for (const path of tree.keys()) {
    const parts = path.split('/');
    for (let length = 1; length <= parts.length; length += 1) known.add(parts.slice(0, length).join('/'));
  }
  return known;
}

/** Paths in back quotes that begin at a folder of the root, and the targets of links. Patterns with <, *, { or … are left out. */
function pathsIn(page: string, line: string): string[] {
  const quoted = [...line.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1] ?? '')
    .filter((path) => roots.some((root) => path.startsWith(`${root}/`)));
  const linked = [...line.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => fromPage(page, target));
  return [...quoted, ...linked].map((path) => path.replace(/\/$/, '')).filter((path) => !/[<>*{}…$]/.test(path));
}

function fromPage(page: string, target: string): string {
  const parts = page.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
