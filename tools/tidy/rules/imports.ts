// Who may import whom: layers, the ladder of domains, their doors, packages, file endings, cycles.
import { ladder } from '../../../server/src/domains/ladder.ts';
import { isCore, layers, type Place, placeOf } from '../places.ts';
import { importsOf, resolveImport, sources } from '../syntax.ts';
import type { Rule, Tree, Violation } from '../tree.ts';

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly line: number;
  readonly typeOnly: boolean;
  readonly started: boolean;
}

export function relativeEdges(tree: Tree): Edge[] {
  return sources(tree).flatMap(({ path, source }) =>
    importsOf(source).flatMap(({ specifier, line, typeOnly, started }) => {
      const to = resolveImport(path, specifier);
      return to === null ? [] : [{ from: path, to, line, typeOnly, started }];
    }),
  );
}

function judgeEdges(tree: Tree, judge: (edge: Edge, from: Place, to: Place) => string | null): Violation[] {
  return relativeEdges(tree).flatMap((edge) => {
    const from = placeOf(edge.from);
    const to = placeOf(edge.to);
    const message = from === null || to === null ? null : judge(edge, from, to);
    return message === null ? [] : [{ path: edge.from, line: edge.line, message }];
  });
}

export const layersPointDown: Rule = {
  name: 'imports point down the layers',
  reason:
    'A lower layer that knows a higher one can be neither read, tested nor replaced without it. ' +
    'kernel <- platform <- domains <- adapters <- api <- main, cli and commands; tests and test support may reach in, nothing reaches out to them.',
  check: (tree) =>
    judgeEdges(tree, (edge, from, to) => {
      if (from.layer === 'outside') return null;
      if (to.layer === 'outside') return from.test ? null : `imports ${edge.to}, which is not part of the shipped program`;
      if (to.test) return `imports the test ${edge.to}`;
      return layers.indexOf(to.layer) <= layers.indexOf(from.layer) ? null : `${from.layer} imports ${to.layer} (${edge.to})`;
    }),
  planted: [
    { at: 'server/src/kernel/a.ts', files: { 'server/src/kernel/a.ts': "import '../platform/log.ts';" } },
    { at: 'server/src/platform/a.ts', files: { 'server/src/platform/a.ts': "import type { X } from '../domains/tax/index.ts';" } },
    { at: 'server/src/domains/tax/a.ts', files: { 'server/src/domains/tax/a.ts': "export * from '../../adapters/mail/send.ts';" } },
    { at: 'server/src/domains/tax/a.ts', files: { 'server/src/domains/tax/a.ts': "import '../../testing/database.ts';" } },
    { at: 'server/src/adapters/a.ts', files: { 'server/src/adapters/a.ts': "const send = await import('../commands/bill.ts');" } },
  ],
  allowed: {
    'server/src/domains/tax/a.ts': "import '../../kernel/refusal.ts';\nimport '../../platform/log.ts';",
    'server/src/domains/tax/a.db.test.ts': "import '../../testing/database.ts';",
    'server/src/main.ts': "import './api/v1.ts';",
  },
};

export const everyFileHasAPlace: Rule = {
  name: 'every source file stands in a known layer',
  reason:
    'A folder outside the layers has no rules, and what has no rules grows. Put the file into a layer, or name the new layer in tools/tidy/places.ts.',
  check: (tree) =>
    sources(tree, (path) => placeOf(path) === null).map(({ path }) => ({
      path,
      line: 0,
      message: 'stands in no layer that the project knows',
    })),
  planted: [
    { at: 'server/src/stuff/a.ts', files: { 'server/src/stuff/a.ts': '' } },
    { at: 'server/src/domains/a.ts', files: { 'server/src/domains/a.ts': '' } },
  ],
  allowed: { 'server/src/kernel/a.ts': '', 'server/src/domains/ladder.ts': '', 'tools/a.ts': '' },
};

export const domainsUseDoors: Rule = {
  name: 'a domain imports only doors, and only to its left on the ladder',
  reason:
    'The door (index.ts) is the list of what a domain promises; what is behind it may change freely. A core may import the cores to its left, ' +
    'since both are pure. The ladder (server/src/domains/ladder.ts) keeps the domains free of knots.',
  check: (tree) =>
    judgeEdges(tree, (edge, from, to) => {
      if (to.domain === null || from.domain === to.domain || from.layer === 'outside') return null;
      if (!edge.to.endsWith(`/domains/${to.domain}/index.ts`) && !(isCore(edge.from) && isCore(edge.to))) {
        return `reaches past the door of ${to.domain} (${edge.to})`;
      }
      if (from.domain === null) return null;
      const [mine, theirs] = [rung(from.domain), rung(to.domain)];
      if (mine < 0 || theirs < 0) return `${mine < 0 ? from.domain : to.domain} is not on the ladder`;
      return theirs < mine ? null : `${from.domain} imports ${to.domain}, which stands to its right`;
    }),
  planted: [
    { at: 'server/src/domains/tax/a.ts', files: { 'server/src/domains/tax/a.ts': "import '../invoicing/index.ts';" } },
    { at: 'server/src/domains/invoicing/a.ts', files: { 'server/src/domains/invoicing/a.ts': "import '../tax/store.ts';" } },
    {
      at: 'server/src/domains/invoicing/a.ts',
      files: { 'server/src/domains/invoicing/a.ts': "import type { T } from '../tax/core/t.ts';" },
    },
    { at: 'server/src/domains/tax/core/a.ts', files: { 'server/src/domains/tax/core/a.ts': "import '../../usage/core/event.ts';" } },
    { at: 'server/src/commands/a.ts', files: { 'server/src/commands/a.ts': "import '../domains/tax/store.ts';" } },
    { at: 'server/src/domains/gossip/a.ts', files: { 'server/src/domains/gossip/a.ts': "import '../tax/index.ts';" } },
  ],
  allowed: {
    'server/src/domains/invoicing/a.ts': "import '../tax/index.ts';\nimport './store.ts';",
    'server/src/domains/invoicing/core/a.ts': "import '../../tax/core/tax-table.ts';",
    'server/src/commands/a.ts': "import '../domains/tax/index.ts';",
  },
};

function rung(domain: string): number {
  return (ladder as readonly string[]).indexOf(domain);
}

const oracle = 'server/src/domains/quotes/oracle/expected-cells.ts';

export const oracleStandsAlone: Rule = {
  name: 'the oracle imports nothing of what it judges',
  reason:
    'quotes/oracle computes charges a second time, from docs/charging.md alone. What it shared with the engine, a mistake included, both would agree on.',
  check: (tree) => {
    const edges = relativeEdges(tree).filter(({ typeOnly }) => !typeOnly);
    const reached = new Set([oracle]);
    const violations: Violation[] = [];
    // A set grows while it is walked: everything that the oracle reaches is looked at, whatever folder it lies in.
    for (const path of reached) {
      for (const { to, line } of edges.filter(({ from }) => from === path)) {
        const isOwn = to.startsWith('server/src/domains/quotes/oracle/') || to.startsWith('server/src/kernel/');
        if (isOwn) reached.add(to);
        else violations.push({ path, line, message: `imports ${to}` });
      }
    }
    return violations;
  },
  planted: [
    { at: oracle, files: { [oracle]: "import { price } from '../../pricelists/core/rate.ts';" } },
    {
      at: 'server/src/domains/quotes/oracle/walk.ts',
      files: { [oracle]: "import './walk.ts';", 'server/src/domains/quotes/oracle/walk.ts': "import '../core/simulate.ts';" },
    },
  ],
  allowed: {
    [oracle]:
      "import './days.ts';\nimport { formatDay } from '../../../kernel/calendar/civil.ts';\nimport type { Fact } from '../../subscriptions/core/fact.ts';",
    'server/src/domains/quotes/oracle/days.ts': '',
    'server/src/domains/quotes/oracle/agreement.ts': "import './expected-cells.ts';\nimport '../index.ts';",
  },
};

export const clientStandsAlone: Rule = {
  name: 'the client library imports nothing of the server',
  reason: 'sdk/ is installed without the server, also in browsers. What it knows of the server is its description, server/openapi.json.',
  check: (tree) =>
    relativeEdges(tree)
      .filter(({ from, to }) => from.startsWith('sdk/') && !to.startsWith('sdk/'))
      .map(({ from, to, line }) => ({ path: from, line, message: `imports ${to}` })),
  planted: [{ at: 'sdk/src/a.ts', files: { 'sdk/src/a.ts': "import type { A } from '../../server/src/kernel/a.ts';" } }],
  allowed: { 'sdk/src/a.ts': "import './b.ts';\nimport 'openapi-fetch';", 'sdk/src/b.ts': '', 'tools/a.ts': "import '../sdk/src/a.ts';" },
};

export const webAsksTheApi: Rule = {
  name: 'the web knows the server by the client library alone',
  reason:
    'What a page can do, any program can do by the API: a page with a way of its own would show what nobody else gets, past the checks.',
  check: (tree) =>
    relativeEdges(tree)
      .filter(({ from, to }) => from.startsWith('web/src/') && !to.startsWith('web/src/'))
      .map(({ from, to, line }) => ({ path: from, line, message: `imports ${to}` })),
  planted: [{ at: 'web/src/a.tsx', files: { 'web/src/a.tsx': "import '../../server/src/kernel/money.ts';" } }],
  allowed: { 'web/src/a.tsx': "import './b.ts';\nimport '@prorata/sdk';", 'web/src/b.ts': '', 'tools/a.ts': "import '../web/src/b.ts';" },
};

export const importsNameTheFile: Rule = {
  name: 'relative imports name a file that exists, with its ending',
  reason: 'Node runs these files as they are: what an import says is what is loaded, with nothing guessed in between.',
  check: (tree) =>
    relativeEdges(tree).flatMap(({ from, to, line }) => {
      if (!/\.(tsx?|json|css)$/.test(to)) return [{ path: from, line, message: `imports ${to} without .ts` }];
      return tree.has(to) ? [] : [{ path: from, line, message: `imports ${to}, which does not exist` }];
    }),
  planted: [
    { at: 'tools/a.ts', files: { 'tools/a.ts': "import './b';", 'tools/b.ts': '' } },
    { at: 'tools/a.ts', files: { 'tools/a.ts': "import './b.js';", 'tools/b.ts': '' } },
    { at: 'tools/a.ts', files: { 'tools/a.ts': "import './gone.ts';" } },
  ],
  allowed: { 'tools/a.ts': "import './b.ts';\nimport 'node:fs';\nimport 'vitest';", 'tools/b.ts': '' },
};

export const noCycles: Rule = {
  name: 'files do not import each other in a circle',
  reason:
    'In a circle no file can be understood first, and which one runs first depends on who asked. Types alone may refer to each other, and a file may start itself as a process.',
  check: (tree) => {
    const edges = new Map<string, Edge[]>();
    for (const edge of relativeEdges(tree)) {
      if (!edge.typeOnly && !edge.started) edges.set(edge.from, [...(edges.get(edge.from) ?? []), edge]);
    }
    const violations: Violation[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      for (const { to, line } of edges.get(path) ?? []) {
        const start = trail.indexOf(to);
        if (start >= 0) violations.push({ path, line, message: `closes a circle: ${[...trail.slice(start), to].join(' -> ')}` });
        else if (!done.has(to)) visit(to, [...trail, to]);
      }
      done.add(path);
    };
    for (const path of edges.keys()) if (!done.has(path)) visit(path, [path]);
    return violations;
  },
  planted: [
    { at: 'tools/b.ts', files: { 'tools/a.ts': "import './b.ts';", 'tools/b.ts': "import './a.ts';" } },
    { at: 'tools/a.ts', files: { 'tools/a.ts': "import './a.ts';" } },
  ],
  allowed: {
    'tools/a.ts': "import './b.ts';\nimport './c.ts';",
    'tools/b.ts': "import './c.ts';\nimport type { A } from './a.ts';",
    'tools/c.ts': "fork(new URL('./a.ts', import.meta.url));",
  },
};
