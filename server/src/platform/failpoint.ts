// Places where a fault test can make the program fail: before and after each commit, outside call and publication. Off, one costs a look at a number.
import type pg from 'pg';
import { assert } from '../kernel/assert.ts';
import { Refusal } from '../kernel/refusal.ts';

export const failpointModes = ['throw', 'kill', 'hang', 'drop'] as const;
export type FailpointMode = (typeof failpointModes)[number];

interface Armed {
  readonly mode: FailpointMode;
  /** How many passes go through unharmed first. */
  skip: number;
}

const declared = new Map<string, string>();
const armed = new Map<string, Armed>();
const hits = new Map<string, number>();

export class FailpointError extends Error {
  constructor(name: string) {
    super(`failpoint ${name}`);
    this.name = 'FailpointError';
  }
}

/** Each part of the program lists its own, `billing.batch_written: 'The batch is written and not committed.'`, beside the code that passes them. */
export function declareFailpoints<const T extends Record<string, string>>(list: T): T {
  for (const [name, meaning] of Object.entries(list)) {
    assert(!declared.has(name), `failpoint ${name} is declared twice`);
    declared.set(name, meaning);
  }
  return list;
}

/** Give the transaction's connection where there is one, so that mode `drop` can break it. */
export function failpoint(name: string, client?: pg.ClientBase): Promise<void> | undefined {
  if (armed.size === 0) return undefined;
  assert(declared.has(name), `failpoint ${name} is not declared`);
  const found = armed.get(name);
  if (found === undefined) return undefined;
  if (found.skip > 0) {
    found.skip -= 1;
    return undefined;
  }
  hits.set(name, (hits.get(name) ?? 0) + 1);
  return fail(name, found.mode, client);
}

async function fail(name: string, mode: FailpointMode, client: pg.ClientBase | undefined): Promise<void> {
  if (mode === 'kill') process.kill(process.pid, 'SIGKILL');
  if (mode === 'drop' && client !== undefined) {
    (client as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection.stream.destroy(new FailpointError(name));
    return;
  }
  if (mode === 'throw' || mode === 'drop') throw new FailpointError(name);
  // A kill is delivered a moment later; until then, and for `hang`, nothing goes on. The timer keeps the process from ending by itself.
  await new Promise(() => setInterval(() => undefined, 1_000_000));
}

/** For tests within the process. `off` by `disarmFailpoints`. */
export function armFailpoint(name: string, mode: FailpointMode, skip = 0): void {
  assert(declared.has(name), `failpoint ${name} is not declared`);
  armed.set(name, { mode, skip });
}

export function disarmFailpoints(): void {
  armed.clear();
}

export function listFailpoints(): { name: string; meaning: string; hits: number }[] {
  return [...declared].map(([name, meaning]) => ({ name, meaning, hits: hits.get(name) ?? 0 }));
}

/** PRORATA_FAILPOINTS: `billing.batch_written=kill,issue.numbered=throw:3` (after three passes). Call when everything is imported. */
export function armFromText(text: string): void {
  for (const item of text.split(',').filter((part) => part.trim() !== '')) {
    const match = /^\s*([a-z_.]+)=([a-z]+)(?::(\d+))?\s*$/.exec(item);
    const mode = failpointModes.find((candidate) => candidate === match?.[2]);
    if (match === null || mode === undefined || !declared.has(match[1]!)) {
      throw new Refusal('config.failpoint', `There is no such failpoint or mode: ${item}. Modes are ${failpointModes.join(', ')}.`, {
        path: 'PRORATA_FAILPOINTS',
      });
    }
    armFailpoint(match[1]!, mode, Number(match[3] ?? 0));
  }
}
