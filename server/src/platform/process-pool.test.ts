// The pool against real processes that answer, never end, grow, fail and wait in line.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../testing/temporary-folder.ts';
import { ProcessPool, type ProcessPoolOptions } from './process-pool.ts';

const program = join(makeTemporaryFolder(), 'child.mjs');
writeFileSync(
  program,
  `process.on('message', (order) => {
  if (order === 'hang') for (;;);
  if (order === 'fail') throw new Error('out of luck');
  if (order === 'grow') for (const all = []; ; ) all.push(new Array(1000).fill(all.length));
  process.send({ order, processId: process.pid });
});`,
);
const opened: ProcessPool<string, { order: string; processId: number }>[] = [];

function open(options: Partial<ProcessPoolOptions> = {}) {
  const usual = { entry: pathToFileURL(program), processes: 1, timeoutMs: 30_000, memoryMegabytes: 64, mostWaiting: 10 };
  const pool = new ProcessPool<string, { order: string; processId: number }>({ ...usual, ...options });
  opened.push(pool);
  return pool;
}

afterEach(async () => {
  for (const pool of opened.splice(0)) await pool.close();
});

it('answers each, by the same processes', async () => {
  const answers = await Promise.all(['a', 'b', 'c'].map((order) => open({ processes: 1 }).run(order)));
  expect(answers.map((one) => one.order)).toEqual(['a', 'b', 'c']);
  const pool = open({ processes: 2 });
  const many = await Promise.all(Array.from({ length: 8 }, (_none, index) => pool.run(String(index))));
  expect(many.map((one) => one.order)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  expect(new Set(many.map((one) => one.processId)).size).toBeLessThanOrEqual(2);
});

it('ends what takes too long, and goes on with the next', async () => {
  const pool = open({ timeoutMs: 1500 });
  const [hanging, next] = [pool.run('hang'), pool.run('a')];
  await expect(hanging).rejects.toMatchObject({ why: 'too long' });
  expect(await next).toMatchObject({ order: 'a' });
});

it('ends what takes too much memory or fails, and goes on', async () => {
  const pool = open();
  await expect(pool.run('grow')).rejects.toMatchObject({ why: 'too large' });
  await expect(pool.run('fail')).rejects.toThrow('out of luck');
  expect(await pool.run('a')).toMatchObject({ order: 'a' });
});

it('turns away what does not fit in the line, and everybody when it closes', async () => {
  const pool = open({ mostWaiting: 1 });
  const first = pool.run('hang').catch((error: unknown) => error);
  const second = pool.run('a').catch((error: unknown) => error);
  await expect(pool.run('b')).rejects.toMatchObject({ why: 'too many' });
  await pool.close();
  expect(await Promise.all([first, second])).toMatchObject([{ why: 'closed' }, { why: 'closed' }]);
  await expect(pool.run('c')).rejects.toMatchObject({ why: 'closed' });
});
