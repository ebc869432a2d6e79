// The house rules, held against the project as it stands; and against planted faults, which shows that each rule can fail.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from './tidy/rules.ts';
import { sources } from './tidy/syntax.ts';
import { readTree, treeOf, type Violation } from './tidy/tree.ts';

const project = readTree(fileURLToPath(new URL('..', import.meta.url)));

function print(violation: Violation): string {
  return `${violation.path}${violation.line > 0 ? `:${violation.line}` : ''} ${violation.message}`;
}

// Parsing everything once is most of the work, and is done before the first rule is timed.
sources(project);

describe('the project', () => {
  it.each(rules)('$name', ({ check, reason }) => {
    const found = check(project).map(print);
    if (found.length > 0) expect.fail(`${reason}\n\n${found.join('\n')}\n`);
  });
});

describe('a planted fault is found', () => {
  const faults = rules.flatMap((rule) => rule.planted.map((fault, index) => ({ rule, fault, name: `${rule.name} (${index + 1})` })));
  it.each(faults)('$name', ({ rule, fault }) => {
    expect(rule.check(treeOf(fault.files)).map(({ path }) => path)).toContain(fault.at);
  });
});

describe('what is in order is left alone', () => {
  it.each(rules)('$name', ({ check, allowed }) => {
    expect(check(treeOf(allowed)).map(print)).toEqual([]);
  });
});
