// What the rules ask of the migrations: the tables they create, their columns and the comments beside them. No SQL parser: our own plain style.
import type { Tree } from './tree.ts';

export interface Table {
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The comment lines right above the table and those inside it. */
  readonly comments: string;
}

export function migrations(tree: Tree): { path: string; text: string }[] {
  return [...tree]
    .filter(([path]) => /^server\/migrations\/\d+_[^/]*\.sql$/.test(path))
    .map(([path, text]) => ({ path, text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function tablesOf(path: string, text: string): Table[] {
  const tables: Table[] = [];
  for (const match of text.matchAll(/^[ \t]*create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w.]+)\s*\(/gim)) {
    const start = match.index + match[0].length;
    const body = text.slice(start, closing(text, start));
    const before = text.slice(0, match.index).split('\n').slice(0, -1);
    let first = before.length;
    while (first > 0 && before[first - 1]?.trim().startsWith('--')) first -= 1;
    const inside = body.split('\n').flatMap((line) => (line.includes('--') ? line.slice(line.indexOf('--')) : []));
    tables.push({
      name: match[1] ?? '',
      path,
      line: before.length + 1,
      columns: columnsOf(body),
      comments: [...before.slice(first), ...inside].join('\n'),
    });
  }
  return tables;
}

/** The place of the bracket that closes the one before `start`; comments and quoted text do not count. */
function closing(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    if (text.startsWith('--', at)) at = endOf(text, '\n', at);
    else if (text[at] === "'") at = endOf(text, "'", at + 1);
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

const notAColumn = /^(primary|foreign|unique|constraint|check|exclude|like)\b/i;

function columnsOf(body: string): { name: string; type: string }[] {
  return splitAtCommas(body.replace(/--[^\n]*/g, ''))
    .map((part) => part.trim())
    .filter((part) => part !== '' && !notAColumn.test(part))
    .map((part) => /^"?(\w+)"?\s+([\s\S]*)$/.exec(part))
    .flatMap((match) => (match === null ? [] : [{ name: match[1] ?? '', type: (match[2] ?? '').toLowerCase() }]));
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
