// Where a JSON text goes wrong. The runtime's messages differ between versions, so the text is walked until it fails.

export interface JsonPosition {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** Line and column count from 1. */
export function locateJsonError(source: string, error: unknown): JsonPosition {
  const message = error instanceof Error ? error.message : String(error);
  const stated = /at position (\d+)/.exec(message);
  const position = stated ? Number(stated[1]) : firstFault(source);
  const before = source.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  return { line, column, reason: reasonAt(source, position) };
}

function reasonAt(source: string, position: number): string {
  if (source.trim() === '') return 'it is empty';
  if (position >= source.length) return 'it ends in the middle';
  return `${JSON.stringify(source[position])} is not expected here`;
}

/** The longest prefix that could still become JSON, found by scanning tokens. */
function firstFault(source: string): number {
  const token =
    /[ \t\n\r]+|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/uy;
  const open: ('{' | '[')[] = [];
  let expects: 'value' | 'value_or_end' | 'key' | 'key_or_end' | 'colon' | 'comma_or_end' = 'value';
  for (let position = 0; position < source.length; ) {
    token.lastIndex = position;
    const found = token.exec(source)?.[0];
    if (found === undefined) return position;
    if (found.trim() !== '') {
      const next = afterToken(found, expects, open);
      if (next === null) return position;
      expects = next;
    }
    position += found.length;
  }
  return source.length;
}

type Expectation = 'value' | 'value_or_end' | 'key' | 'key_or_end' | 'colon' | 'comma_or_end';

/** What may follow a token, or null where the token itself may not stand. Nothing may follow the outermost value. */
function afterToken(token: string, expects: Expectation, open: ('{' | '[')[]): Expectation | null {
  const isEnd = token === '}' || token === ']';
  if (isEnd) {
    const mayEnd = expects === 'comma_or_end' || (token === '}' ? expects === 'key_or_end' : expects === 'value_or_end');
    if (!mayEnd || open.pop() !== (token === '}' ? '{' : '[')) return null;
    return 'comma_or_end';
  }
  if (expects === 'comma_or_end') {
    if (token !== ',' || open.length === 0) return null;
    return open[open.length - 1] === '{' ? 'key' : 'value';
  }
  if (expects === 'colon') return token === ':' ? 'value' : null;
  if (expects === 'key' || expects === 'key_or_end') return token.startsWith('"') ? 'colon' : null;
  if (token === ',' || token === ':') return null;
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'key_or_end' : 'value_or_end';
  }
  return 'comma_or_end';
}
