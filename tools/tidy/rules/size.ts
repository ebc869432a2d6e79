// How long a file and a function may be.
import ts from 'typescript';
import { lineOf, sources, walk } from '../syntax.ts';
import type { Rule, Violation } from '../tree.ts';

export const greatestFileLines = 400;
export const greatestFunctionLines = 70;

export const filesAreShort: Rule = {
  name: `files have at most ${greatestFileLines} lines`,
  reason: 'A file is one thought that fits in a head. A longer one holds two, and they have names: split it by them.',
  check: (tree) =>
    sources(tree, (path) => !path.includes('.generated.')).flatMap(({ path, source }) => {
      const lines = source.text.split('\n').length - (source.text.endsWith('\n') ? 1 : 0);
      return lines > greatestFileLines ? [{ path, line: 0, message: `has ${lines} lines` }] : [];
    }),
  planted: [{ at: 'tools/a.ts', files: { 'tools/a.ts': '//\n'.repeat(greatestFileLines + 1) } }],
  allowed: { 'tools/a.ts': '//\n'.repeat(greatestFileLines), 'tools/b.generated.ts': '//\n'.repeat(greatestFileLines + 1) },
};

export const functionsAreShort: Rule = {
  name: `functions have at most ${greatestFunctionLines} lines`,
  reason: 'A function is read in one go or not at all. The groups of a test file (describe) are chapters and not functions.',
  check: (tree) =>
    sources(tree).flatMap(({ path, source }) => {
      const violations: Violation[] = [];
      walk(source, (node) => {
        if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined || isChapter(node)) return;
        const [first, last] = [node.getStart(source), node.getEnd()].map((at) => source.getLineAndCharacterOfPosition(at).line);
        const lines = (last ?? 0) - (first ?? 0) + 1;
        if (lines > greatestFunctionLines)
          violations.push({ path, line: lineOf(source, node), message: `${nameOf(node)} has ${lines} lines` });
      });
      return violations;
    }),
  planted: [
    { at: 'tools/a.ts', files: { 'tools/a.ts': `export function long() {\n${'//\n'.repeat(greatestFunctionLines - 1)}}` } },
    { at: 'tools/a.ts', files: { 'tools/a.ts': `export const long = () => {\n${'//\n'.repeat(greatestFunctionLines - 1)}};` } },
    { at: 'tools/a.ts', files: { 'tools/a.ts': `class A {\n  long() {\n${'//\n'.repeat(greatestFunctionLines - 1)}}\n}` } },
  ],
  allowed: {
    'tools/a.ts': `export function long() {\n${'//\n'.repeat(greatestFunctionLines - 2)}}`,
    'tools/a.test.ts': `describe('a', () => {\n${'//\n'.repeat(greatestFunctionLines)}});`,
  },
};

function isChapter(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'a function';
}
