// The pool against real processes that answer, crash, hang and leave.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../../testing/temporary-folder.ts';
import { ChildPool, type ChildPoolOptions } from './child-pool.ts';
import { ChildCrashed, ChildTimedOut, PoolClosed } from './errors.ts';

type Order = { readonly do: 'answer' | 'crash' | 'hang' | 'environment' | 'crash_once'; readonly mark?: string };
type Answer = { readonly pid: number; readonly names: string[] };

const folder = makeTemporaryFolder();
const program = join(folder, 'worker.mjs');
writeFileSync(
  program,
  `import { existsSync, writeFileSync } from 'node:fs';
process.on('message', (order) => {
  if (order.do === 'hang') for (;;);
  if (order.do === 'crash' || (order.do === 'crash_once' && !existsSync(order.mark))) {
    if (order.mark) writeFileSync(order.mark, '');
    console.error('out of luck');
    process.exit(7);
  }
  process.send({ pid: process.pid, names: Object.keys(process.env) });
});
process.on('disconnect', () => process.exit(0));`,
);
const entry = pathToFileURL(program);
const opened: ChildPool<Order, Answer>[] = [];

function open(options: Partial<ChildPoolOptions> = {}): ChildPool<Order, Answer> {
  const pool = new ChildPool<Order, Answer>({ entry, processes: 2, timeoutMs: 30_000, recycleAfter: 1000, ...options });
  opened.push(pool);
  return pool;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((pool) => pool.close()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('ChildPool', () => {
  it('starts no more processes than it may and keeps them', async () => {
    const pool = open();
    expect(pool.processIds()).toEqual([]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => pool.run({ do: 'answer' })));
    expect(new Set(answers.map((answer) => answer.pid)).size).toBeLessThanOrEqual(2);
    expect(pool.processIds()).toHaveLength(2);
  });

  it('replaces a process after its number of jobs', async () => {
    const pool = open({ processes: 1, recycleAfter: 2 });
    const pids: number[] = [];
    for (let job = 0; job < 5; job += 1) pids.push((await pool.run({ do: 'answer' })).pid);
    expect(pids[0]).toBe(pids[1]);
    expect(pids[2]).toBe(pids[3]);
    expect(new Set(pids).size).toBe(3);
  });

  it('tries a job again whose process died, and gives up with what it said', async () => {
    const pool = open({ processes: 1 });
    const mark = join(folder, 'once');
    const answer = pool.run({ do: 'crash_once', mark });
    await expect(answer).resolves.toMatchObject({ names: expect.any(Array) });
    expect(existsSync(mark)).toBe(true);
    const given = await pool.run({ do: 'crash' }).catch((error: unknown) => error);
    expect(given).toBeInstanceOf(ChildCrashed);
    expect((given as Error).message).toBe('out of luck');
    await expect(pool.run({ do: 'answer' })).resolves.toBeDefined();
  });

  it('kills what takes too long and goes on', async () => {
    const pool = open({ processes: 1, timeoutMs: 1500 });
    const hanging = pool.run({ do: 'hang' });
    const [pid] = pool.processIds();
    await expect(hanging).rejects.toBeInstanceOf(ChildTimedOut);
    await expect(pool.run({ do: 'answer' })).resolves.toBeDefined();
    await pool.close();
    expect(isAlive(pid!)).toBe(false);
  });

  it('says so when the program does not exist', async () => {
    await expect(open({ entry: new URL('missing.mjs', entry) }).run({ do: 'answer' })).rejects.toThrow('Cannot find module');
  });

  it('hands on nothing of our environment', async () => {
    process.env.PRORATA_SECRET = 'hidden';
    const { names } = await open().run({ do: 'environment' });
    delete process.env.PRORATA_SECRET;
    expect(names.filter((name) => !/^(HTTPS?|ALL)_PROXY$|^NODE_CHANNEL/.test(name))).toEqual([]);
  });

  it('ends running jobs, refuses the rest and leaves no process behind', async () => {
    const pool = open({ processes: 1 });
    const first = pool.run({ do: 'answer' });
    const second = pool.run({ do: 'answer' }).catch((error: unknown) => error);
    const pids = pool.processIds();
    const closing = pool.close();
    await expect(first).resolves.toMatchObject({ pid: pids[0] });
    expect(await second).toBeInstanceOf(PoolClosed);
    await closing;
    expect(pids.filter(isAlive)).toEqual([]);
    await expect(pool.run({ do: 'answer' })).rejects.toBeInstanceOf(PoolClosed);
  });
});
