// Names, first lines, and things that may not be written: any, console, mocks, sleeps, words that mean nothing outside.
import ts from 'typescript';
import { placeOf } from '../places.ts';
import { isTypeScript, lineOf, sources, walk } from '../syntax.ts';
import type { Rule, Tree, Violation } from '../tree.ts';

const emptyNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'v2']);

export const namesSaySomething: Rule = {
  name: 'files and folders have names that say what is in them, in kebab-case',
  reason: 'A folder called utils takes anything and is searched by nobody; v2 tells history, which the log tells better.',
  check: (tree) =>
    [...tree.keys()].flatMap((path) => {
      if (!/^(server|tools)\//.test(path)) return [];
      const parts = path.replace(/\.[^/]*$/, '').split('/');
      const empty = parts.find((part) => emptyNames.has(part.toLowerCase()));
      if (empty !== undefined) return [{ path, line: 0, message: `is called ${empty}` }];
      const crooked = isTypeScript(path) && parts.find((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part));
      return crooked ? [{ path, line: 0, message: `${crooked} is not kebab-case` }] : [];
    }),
  planted: [
    { at: 'server/src/kernel/utils/a.ts', files: { 'server/src/kernel/utils/a.ts': '' } },
    { at: 'server/src/domains/tax/helpers.ts', files: { 'server/src/domains/tax/helpers.ts': '' } },
    { at: 'tools/taxTable.ts', files: { 'tools/taxTable.ts': '' } },
  ],
  allowed: { 'server/src/kernel/money/tax-table.db.test.ts': '', 'server/migrations/0001_spine.sql': '', 'README.md': '' },
};

export const filesSayWhatTheyAre: Rule = {
  name: 'a source file begins with a comment that says what it is',
  reason: 'Who opens a file learns in one line whether it is the one looked for.',
  check: (tree) =>
    sources(tree)
      .filter(({ source }) => !/^(#!.*\n)?(\/\/ ?\S|\/\*\*?\s*\S)/.test(source.text))
      .map(({ path }) => ({ path, line: 1, message: 'begins without a comment' })),
  planted: [{ at: 'tools/a.ts', files: { 'tools/a.ts': "import 'node:fs';\n// late\n" } }],
  allowed: { 'tools/a.ts': '// What this is.\n', 'tools/b.ts': '#!/usr/bin/env node\n// What this is.\n' },
};

export const noAny: Rule = {
  name: 'no any, no switched-off checks',
  reason: 'any turns the compiler off for all that it touches, silently. unknown and a check say the same honestly.',
  check: (tree) =>
    sources(tree).flatMap(({ path, source }) => {
      const violations: Violation[] = [];
      walk(source, (node) => {
        if (node.kind === ts.SyntaxKind.AnyKeyword) violations.push({ path, line: lineOf(source, node), message: 'uses any' });
      });
      const off = /^\s*(?:\/\/|\/\*)\s*@ts-(ignore|nocheck|expect-error)/;
      source.text.split('\n').forEach((text, index) => {
        if (off.test(text)) violations.push({ path, line: index + 1, message: 'switches the compiler off' });
      });
      return violations;
    }),
  planted: [
    { at: 'tools/a.ts', files: { 'tools/a.ts': 'const a = {} as any;' } },
    { at: 'tools/a.ts', files: { 'tools/a.ts': 'const a: Record<string, any> = {};' } },
    { at: 'tools/a.ts', files: { 'tools/a.ts': '// @ts-ignore\nconst a: string = 1;' } },
  ],
  allowed: { 'tools/a.ts': "const any = 'any'; // any of them" },
};

export const noStrayConsole: Rule = {
  name: 'nothing writes to the console',
  reason: 'What a user sees goes through the command line’s output, which also speaks JSON; what an operator sees goes to the log.',
  check: (tree) =>
    sources(tree, (path) => path.startsWith('server/src/')).flatMap(({ path, source }) => {
      const violations: Violation[] = [];
      walk(source, (node) => {
        if (ts.isIdentifier(node) && node.text === 'console')
          violations.push({ path, line: lineOf(source, node), message: 'uses console' });
      });
      return violations;
    }),
  planted: [{ at: 'server/src/main.ts', files: { 'server/src/main.ts': "console.log('started');" } }],
  allowed: { 'server/src/main.ts': "// the provider's console\nlog.info('console');" },
};

const forbiddenInTests = [
  { call: /^vi\.(mock|doMock|hoisted|spyOn|stubGlobal|useFakeTimers)$/, message: 'replaces our own code or the clock' },
  { call: /^(?:setTimeout|sleep|delay)$/, message: 'waits for time to pass' },
  { call: /^(?:describe|it|test)\.only$/, message: 'switches the other tests off' },
];

export const testsAreHonest: Rule = {
  name: 'tests do not mock our code, sleep, or run alone',
  reason:
    'A mock shows that we agree with ourselves; a sleep is too short on a slow machine and too long on all others. Wait for an event or a state.',
  check: (tree) =>
    sources(tree, (path) => path.endsWith('.test.ts')).flatMap(({ path, source }) => {
      const violations: Violation[] = [];
      walk(source, (node) => {
        if (!ts.isCallExpression(node)) return;
        const called = node.expression.getText();
        const found = forbiddenInTests.find(({ call }) => call.test(called));
        if (found !== undefined) violations.push({ path, line: lineOf(source, node), message: `${called} ${found.message}` });
      });
      return violations;
    }),
  planted: [
    { at: 'tools/a.test.ts', files: { 'tools/a.test.ts': "vi.mock('./b.ts');" } },
    { at: 'tools/a.test.ts', files: { 'tools/a.test.ts': 'await new Promise((done) => setTimeout(done, 100));' } },
    { at: 'tools/a.test.ts', files: { 'tools/a.test.ts': "it.only('a', () => {});" } },
  ],
  allowed: { 'tools/a.test.ts': "it.each([1])('a', () => {});", 'tools/b.ts': 'setTimeout(stop, 10);' },
};

const foreignWords = [
  ['/wo', 'rk/'],
  ['sha', 'red/design'],
  ['sha', 'red/mission'],
  ['mis', 'sion.md'],
  ['/tm', 'p/full-'],
].map((halves) => halves.join(''));

export const noForeignPaths: Rule = {
  name: 'the project speaks only of itself',
  reason: 'A path or a paper that a reader does not have explains nothing to him.',
  check: (tree) => linesWith(tree, foreignWords),
  planted: foreignWords.map((word) => ({ at: 'docs/a.md', files: { 'docs/a.md': `See ${word} for more.` } })),
  allowed: { 'docs/a.md': 'The network and the framework.' },
};

function linesWith(tree: Tree, words: readonly string[]): Violation[] {
  const violations: Violation[] = [];
  for (const [path, text] of tree) {
    if (!words.some((word) => text.includes(word))) continue;
    text.split('\n').forEach((line, index) => {
      const word = words.find((candidate) => line.includes(candidate));
      if (word !== undefined) violations.push({ path, line: index + 1, message: `mentions ${word}` });
    });
  }
  return violations;
}

const refusalCode = /^[a-z][a-z0-9]*(_[a-z0-9]+)*(\.[a-z][a-z0-9]*(_[a-z0-9]+)*)+$/;

export const refusalsHaveCodes: Rule = {
  name: 'a refusal has a code of the form area.problem and a sentence',
  reason: 'Programs match on the code, which therefore never changes; people read the sentence, which says what to do.',
  check: (tree) =>
    sources(tree, (path) => placeOf(path)?.test === false).flatMap(({ path, source }) => {
      const violations: Violation[] = [];
      walk(source, (node) => {
        if (!ts.isNewExpression(node) || node.expression.getText() !== 'Refusal') return;
        const [code, sentence] = node.arguments ?? [];
        const line = lineOf(source, node);
        if (code !== undefined && ts.isStringLiteralLike(code) && !refusalCode.test(code.text)) {
          violations.push({ path, line, message: `${code.text} is not area.problem` });
        }
        const text = sentence !== undefined && ts.isStringLiteralLike(sentence) ? sentence.text : null;
        if (sentence === undefined || (text !== null && !/^[A-Z`'"].*[.!?)]$/s.test(text))) {
          violations.push({ path, line, message: `${code?.getText() ?? 'a refusal'} has no whole sentence` });
        }
      });
      return violations;
    }),
  planted: [
    { at: 'server/src/kernel/a.ts', files: { 'server/src/kernel/a.ts': "throw new Refusal('NotFound', 'It is not there.');" } },
    { at: 'server/src/kernel/a.ts', files: { 'server/src/kernel/a.ts': "throw new Refusal('account.unknown', 'unknown');" } },
  ],
  allowed: {
    'server/src/kernel/a.ts': "throw new Refusal('account.not_found', 'There is no such account. List them with `prorata accounts`.');",
  },
};
