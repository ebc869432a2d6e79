// The embedded database in use: shared, adopted, restarted and stopped, with real processes that are really killed.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { runProgram } from '../../../testing/program.ts';
import { makeTemporaryFolder } from '../../../testing/temporary-folder.ts';
import { newClient, openDatabase } from '../pool.ts';
import { type EmbeddedPostgres, openEmbedded } from './index.ts';
import { isAlive } from './process-identity.ts';
import { chooseRunAs } from './run-as.ts';

const small = { shared_buffers: '16MB' };
const holder = 'testing/hold-database.ts';

function newFolder(): string {
  const folder = makeTemporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

async function open(dataFolder: string): Promise<EmbeddedPostgres> {
  const embedded = await openEmbedded({ dataFolder, settings: small });
  onTestFinished(() => embedded.close());
  return embedded;
}

async function ask(embedded: EmbeddedPostgres, statement: string): Promise<unknown[][]> {
  const client = newClient({ address: embedded.address, name: 'postgres' });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

async function hold(dataFolder: string) {
  const program = runProgram(holder, [dataFolder]);
  const match = await program.line(/\{"postgres":(\d+)\}/);
  return { ...program, postgres: Number(match[1]) };
}

const gone = (pid: number) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 20_000, interval: 20 });

it('makes a database that is safe and asks for its password', async () => {
  const folder = newFolder();
  const embedded = await open(folder);
  const settings = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_encoding', 'TimeZone'];
  const values = await ask(embedded, `select ${settings.map((name) => `current_setting('${name}')`).join(', ')}`);
  expect(values).toEqual([['on', 'on', 'on', 'on', 'UTF8', 'UTC']]);
  expect(await ask(embedded, "select upper('straße é')")).toEqual([['STRAßE É']]);
  expect(statSync(join(folder, 'password')).mode & 0o077).toBe(0);
  expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0);
  const { host, port, user } = embedded.address();
  const stranger = newClient({ address: () => ({ host, port, user, password: 'guess' }), name: 'postgres' });
  await expect(stranger.connect()).rejects.toThrow(/password authentication failed/);
  await embedded.close();
  expect(isAlive(embedded.pid())).toBe(false);
  expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toMatch(/database system is shut down/);
});

it('is shared by processes that start at the same moment, and stopped by the last that leaves', async () => {
  const folder = newFolder();
  const programs = await Promise.all([hold(folder), hold(folder), hold(folder)]);
  const postgres = programs[0].postgres;
  expect(programs.map((program) => program.postgres)).toEqual([postgres, postgres, postgres]);
  for (const program of programs) {
    expect(isAlive(postgres)).toBe(true);
    program.child.kill('SIGTERM');
    expect(await program.ended).toEqual({ status: 0, signal: null });
  }
  expect(isAlive(postgres)).toBe(false);
});

it('outlives a killed program and is adopted and then stopped by the next', async () => {
  const folder = newFolder();
  const killed = await hold(folder);
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(isAlive(killed.postgres)).toBe(true);
  const embedded = await open(folder);
  expect(embedded.pid()).toBe(killed.postgres);
  await embedded.close();
  expect(isAlive(killed.postgres)).toBe(false);
});

it('comes back with all that was committed when PostgreSQL is killed, for pools that were open too', async () => {
  const embedded = await open(newFolder());
  const database = openDatabase({ address: embedded.address, name: 'postgres' });
  onTestFinished(() => database.close());
  await database.pool.query('create table kept (n int); insert into kept values (42)');
  const first = embedded.pid();
  process.kill(first, 'SIGKILL');
  await vi.waitFor(() => expect(embedded.pid()).not.toBe(first), { timeout: 30_000, interval: 50 });
  const found = await vi.waitFor(() => database.pool.query('select n from kept'), { timeout: 30_000, interval: 100 });
  expect(found.rows).toEqual([{ n: 42 }]);
});

it('takes another port when the one of last time is busy', async () => {
  const folder = newFolder();
  const first = await open(folder);
  const port = first.address().port;
  await first.close();
  const squatter = createServer();
  await new Promise<void>((settle) => squatter.listen(port, '127.0.0.1', settle));
  onTestFinished(() => void squatter.close());
  const second = await open(folder);
  expect(second.address().port).not.toBe(port);
  expect(await ask(second, 'select 1')).toEqual([[1]]);
});

it('starts over the pid file of a server that is gone and whose number another program has', async () => {
  const folder = newFolder();
  const first = await open(folder);
  const pidFile = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8');
  process.kill(first.pid(), 'SIGKILL');
  await gone(first.pid());
  await first.close();
  const runAs = chooseRunAs('nobody', '');
  const other = spawn('sleep', ['600'], runAs === null ? {} : { uid: runAs.uid, gid: runAs.gid });
  onTestFinished(() => void other.kill('SIGKILL'));
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), pidFile.replace(/^\d+/, String(other.pid)));
  const second = await open(folder);
  expect(await ask(second, 'select 1')).toEqual([[1]]);
});

it('leaves nothing behind when it is killed while it makes a database', async () => {
  const folder = newFolder();
  const killed = runProgram(holder, [folder]);
  await vi.waitFor(() => expect(readdirSync(folder).some((name) => name.startsWith('postgres.new-'))).toBe(true), {
    timeout: 20_000,
    interval: 1,
  });
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(existsSync(join(folder, 'postgres'))).toBe(false);
  const embedded = await open(folder);
  expect(await ask(embedded, 'select 1')).toEqual([[1]]);
  expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([]);
});

it('keeps its socket elsewhere when the data folder lies too deep for one', async () => {
  const folder = join(newFolder(), 'deep'.repeat(30));
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const embedded = await open(folder);
  onTestFinished(() => rmSync(embedded.address().host, { recursive: true, force: true }));
  expect(embedded.address().host.length).toBeLessThan(80);
  expect(await ask(embedded, 'select 1')).toEqual([[1]]);
});

it.runIf(process.getuid?.() === 0)('stays with the ordinary user who made it when root starts it', async () => {
  const folder = newFolder();
  const { uid, gid } = { uid: 1, gid: 1 };
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, uid, gid);
  const theirs = runProgram(holder, [folder], {}, { uid, gid });
  await theirs.line(/postgres/);
  theirs.child.kill('SIGTERM');
  await theirs.ended;
  const ours = await open(folder);
  expect(statSync(join(folder, 'postgres')).uid).toBe(uid);
  expect(await ask(ours, 'select 1')).toEqual([[1]]);
  await ours.close();
  const again = runProgram(holder, [folder], {}, { uid, gid });
  await again.line(/postgres/);
  again.child.kill('SIGTERM');
  expect((await again.ended).status).toBe(0);
});
