// What a command says. The answer goes to standard output, as text or with --json as one JSON document; everything else goes to standard error.
import type { Refusal } from '../kernel/refusal.ts';

export interface Output {
  readonly json: boolean;
  /** The answer: `value` with --json, else `text`. Once a run. */
  answer(value: unknown, text: () => string): void;
  /** A piece of a long answer as text, for answers that are not held in memory. Not with --json. */
  write(text: string): void;
  /** Something the person should know, beside the answer. */
  note(line: string): void;
  /** How far the work is: one line that is overwritten, only on a terminal. */
  progress(line: string): void;
  refuse(refusal: Refusal): void;
}

export function createOutput(
  json: boolean,
  standard: NodeJS.WriteStream = process.stdout,
  error: NodeJS.WriteStream = process.stderr,
): Output {
  let lineIsOpen = false;
  const closeLine = () => {
    if (lineIsOpen) error.write('\r\u001b[K');
    lineIsOpen = false;
  };
  const note = (line: string) => {
    closeLine();
    error.write(`${line}\n`);
  };
  return {
    json,
    note,
    answer: (value, text) => {
      closeLine();
      standard.write(`${json ? toJson(value) : text()}\n`);
    },
    write: (text) => {
      closeLine();
      standard.write(text);
    },
    progress: (line) => {
      if (!error.isTTY) return;
      error.write(`\r\u001b[K${line}`);
      lineIsOpen = true;
    },
    refuse: (refusal) => {
      if (json) standard.write(`${toJson({ error: describeRefusal(refusal) })}\n`);
      else note(`error ${refusal.code}: ${refusal.message}${refusal.path === undefined ? '' : ` (${refusal.path})`}`);
    },
  };
}

/** Whole numbers beyond what JSON's readers hold exactly are text, as all amounts are. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item), 2);
}

function describeRefusal(refusal: Refusal): Record<string, unknown> {
  return {
    code: refusal.code,
    message: refusal.message,
    ...(refusal.path === undefined ? {} : { path: refusal.path }),
    ...(Object.keys(refusal.parameters).length === 0 ? {} : { parameters: refusal.parameters }),
  };
}
