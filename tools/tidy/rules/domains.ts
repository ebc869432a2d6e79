// The one shape of a domain folder.
import { ladder } from '../../../server/src/domains/ladder.ts';
import type { Rule, Tree, Violation } from '../tree.ts';

const chapters = ['Owns', 'Does not own', 'Words', 'Rules that always hold', 'What each time means'];

export const domainsExplainThemselves: Rule = {
  name: 'a domain has a place on the ladder, a README with its five chapters, and a door',
  reason:
    'Learning one domain is learning all: what it owns, what its words mean, what always holds, what each time means; and one list of what it promises.',
  check: (tree) => foldersOf(tree).flatMap((domain) => judgeDomain(tree, domain)),
  planted: [
    { at: 'server/src/domains/tax', files: { 'server/src/domains/tax/index.ts': '' } },
    { at: 'server/src/domains/tax', files: { 'server/src/domains/tax/README.md': complete() } },
    {
      at: 'server/src/domains/tax',
      files: { 'server/src/domains/tax/README.md': '# Tax\n\n## Owns\n', 'server/src/domains/tax/index.ts': '' },
    },
    {
      at: 'server/src/domains/gossip',
      files: { 'server/src/domains/gossip/README.md': complete(), 'server/src/domains/gossip/index.ts': '' },
    },
  ],
  allowed: { 'server/src/domains/tax/README.md': complete(), 'server/src/domains/tax/index.ts': '' },
};

function complete(): string {
  return chapters.map((chapter) => `## ${chapter}\n`).join('\n');
}

function foldersOf(tree: Tree): string[] {
  const folders = [...tree.keys()].flatMap((path) => /^server\/src\/domains\/([^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(folders)];
}

function judgeDomain(tree: Tree, domain: string): Violation[] {
  const path = `server/src/domains/${domain}`;
  const missing: string[] = [];
  if (!(ladder as readonly string[]).includes(domain)) missing.push('a place on the ladder');
  if (!tree.has(`${path}/index.ts`)) missing.push('index.ts');
  const readme = tree.get(`${path}/README.md`);
  if (readme === undefined) missing.push('README.md');
  else
    missing.push(
      ...chapters
        .filter((chapter) => !new RegExp(`^##+ ${chapter}`, 'm').test(readme))
        .map((chapter) => `a chapter "${chapter}" in README.md`),
    );
  return missing.map((what) => ({ path, line: 0, message: `has no ${what}` }));
}

export const ladderIsTrue: Rule = {
  name: 'every rung of the ladder is a domain that exists',
  reason: 'A ladder with rungs that are not there is a plan; plans belong into the issues.',
  check: (tree) => {
    const path = 'server/src/domains/ladder.ts';
    const folders = foldersOf(tree);
    if (!tree.has(path)) return [];
    return ladder
      .filter((domain) => !folders.includes(domain))
      .map((domain) => ({ path, line: 0, message: `names ${domain}, which has no folder` }));
  },
  planted: [{ at: 'server/src/domains/ladder.ts', files: { 'server/src/domains/ladder.ts': '' } }],
  allowed: {
    'server/src/domains/ladder.ts': '',
    ...Object.fromEntries(ladder.map((domain) => [`server/src/domains/${domain}/index.ts`, ''])),
  },
};
