// Test support: a program of ours run as a process of its own, so that tests can kill it.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** What lets Node.js run our TypeScript as it is. */
export const TYPESCRIPT = new URL('../../typescript.mjs', import.meta.url).href;

export interface RunningProgram {
  readonly child: ChildProcess;
  /** Everything it has written so far, both streams. */
  text(): string;
  /** Waits for a line of its output that matches, and returns the match. Fails when it ends first. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits for its end. */
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null }>;
}

/** `file` is relative to `server/src`. Whatever is still running when the test ends is killed. */
export function runProgram(
  file: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  user: { uid?: number; gid?: number } = {},
): RunningProgram {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', TYPESCRIPT, path, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk.toString('utf8');
    child.emit('text');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<{ status: number | null; signal: NodeJS.Signals | null }>((settle) => {
    child.once('close', (status, signal) => settle({ status, signal }));
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended, text: () => text, line: (pattern) => waitForLine(child, () => text, pattern) };
}

function waitForLine(child: ChildProcess, text: () => string, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((settle, fail) => {
    const look = () => {
      const match = pattern.exec(text());
      if (match === null) return;
      child.off('text', look);
      settle(match);
    };
    child.on('text', look);
    child.once('close', () => fail(new Error(`It ended before writing ${pattern}:\n${text()}`)));
    look();
  });
}
