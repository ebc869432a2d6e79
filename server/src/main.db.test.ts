// `npm start` as a process: what it says, what it answers, and how it stops.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished, vi } from 'vitest';
import { createTestDatabase } from './testing/database.ts';
import { type RunningProgram, runProgram } from './testing/program.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';

const LISTENS = /Prorata \S+ listens on (http:\S+)/;

function newFolder(): string {
  const folder = makeTemporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

async function start(environment: Record<string, string>): Promise<RunningProgram & { url: string }> {
  const program = runProgram('main.ts', [], { PORT: '0', ...environment });
  return { ...program, url: (await program.line(LISTENS))[1]! };
}

async function health(url: string): Promise<unknown> {
  const response = await fetch(`${url}/health`);
  return { code: response.status, ...((await response.json()) as { status: string }) };
}

const works = { code: 200, status: 'ok', checks: { database: 'ok' } };

async function stop(program: RunningProgram, signal: NodeJS.Signals): Promise<void> {
  program.child.kill(signal);
  expect(await program.ended).toEqual({ status: 0, signal: null });
}

it('starts on nothing but a folder, is shared by a second server, and leaves nothing running', async () => {
  const folder = newFolder();
  const first = await start({ PRORATA_DATA: folder });
  expect(await health(first.url)).toMatchObject(works);
  const second = await start({ PRORATA_DATA: folder });
  expect(second.url).not.toBe(first.url);
  await stop(first, 'SIGTERM');
  expect(await health(second.url)).toMatchObject(works);
  second.child.kill('SIGINT');
  await stop(second, 'SIGINT');
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  const third = await start({ PRORATA_DATA: folder });
  expect(await health(third.url)).toMatchObject(works);
  await stop(third, 'SIGHUP');
});

it.each([
  ['main.ts', []],
  ['cli.ts', ['start']],
])('runs requests and jobs in processes of their own by %s %o', async (file, command) => {
  const { url, database } = await createTestDatabase();
  onTestFinished(() => database.close());
  const environment = { DATABASE_URL: url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes', PORT: '0' };
  const workers = async () => (await database.pool.query<{ pid: number }>('select pid from worker')).rows.map((row) => row.pid);
  const startAs = async (flag: string) => {
    const program = runProgram(file, [...command, flag], environment);
    return { ...program, url: (await program.line(LISTENS))[1]! };
  };
  const api = await startAs('--api-only');
  const work = await startAs('--worker-only');
  await vi.waitFor(async () => expect(await workers()).toEqual([work.child.pid]), { timeout: 20_000, interval: 50 });
  expect([await health(api.url), await health(work.url)]).toMatchObject([works, works]);
  await stop(work, 'SIGTERM');
  expect(await workers()).toEqual([]);
  await stop(api, 'SIGINT');
});

it.each([
  [['--worker-only', '--api-only'], /^error command\.usage: With --worker-only and --api-only there is nothing left to start/],
  [['--quick'], /^error command\.usage: Unknown option '--quick'/],
])('does not understand %o', async (flags, message) => {
  const server = runProgram('main.ts', flags, { PORT: '0' });
  expect(await server.ended).toEqual({ status: 2, signal: null });
  expect(server.text()).toMatch(message);
});

it('goes on after its PostgreSQL was killed', async () => {
  const folder = newFolder();
  const server = await start({ PRORATA_DATA: folder, PRORATA_LOG: 'silent' });
  const pid = Number.parseInt(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  process.kill(pid, 'SIGKILL');
  await server.line(/PostgreSQL \(process \d+\) ended unexpectedly; it runs again as process \d+/);
  await vi.waitFor(async () => expect(await health(server.url)).toMatchObject(works), { timeout: 30_000, interval: 100 });
  await stop(server, 'SIGTERM');
});

it('leaves a busy port to its owner, and refuses one that was asked for by name', async () => {
  const { url: databaseUrl } = await createTestDatabase();
  const environment = { DATABASE_URL: databaseUrl, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes' };
  const squatter = createServer();
  const port = await new Promise<number>((settle) =>
    squatter.listen(0, '127.0.0.1', () => settle((squatter.address() as { port: number }).port)),
  );
  onTestFinished(() => void squatter.close());
  const asked = runProgram('main.ts', [], { ...environment, PORT: String(port) });
  expect(await asked.ended).toEqual({ status: 3, signal: null });
  expect(asked.text()).toMatch(
    /^error http.port_busy: Another program listens on 127\.0\.0\.1:\d+\. Stop it, or name another port in PORT\. \(PORT\)$/m,
  );
});

it('refuses a database that it cannot reach, without telling the password', async () => {
  const url = new URL(inject('testServer').url);
  url.password = 'very-secret';
  const server = runProgram('main.ts', [], { DATABASE_URL: url.href, PORT: '0' });
  expect(await server.ended).toEqual({ status: 3, signal: null });
  expect(server.text()).toMatch(/^error database.unreachable: The database named in DATABASE_URL cannot be used/m);
  expect(server.text()).not.toContain('very-secret');
});

it('refuses a setting that it cannot use', async () => {
  const server = runProgram('main.ts', [], { PORT: 'web' });
  expect(await server.ended).toEqual({ status: 3, signal: null });
  expect(server.text()).toMatch(/^error config.invalid: The environment variable PORT must be a whole number from 0 to 65535\. \(PORT\)$/m);
});
