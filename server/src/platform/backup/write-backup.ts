// Makes a backup while the program works: every table as one transaction sees it, copied into one file.
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { declareFailpoints, failpoint } from '../failpoint.ts';
import { quoteName } from '../postgres/copy.ts';
import { newClient, type Target } from '../postgres/pool.ts';
import { version } from '../version.ts';
import { type FileFacts, piece, writeBackupFile } from './backup-file.ts';
import {
  type BackupTable,
  copyOut,
  jobsTable,
  listPartitions,
  listSequences,
  listTables,
  type Partition,
  type Sequence,
} from './tables.ts';

declareFailpoints({ 'backup.table_copied': 'A table is in the file, which is not whole yet.' });

export interface BackupHeader {
  readonly program: string;
  readonly postgres: string;
  /** The machine's time. */
  readonly createdAt: string;
  readonly installation: string;
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly checksum: string }[];
  readonly tables: readonly BackupTable[];
  readonly partitions: readonly Partition[];
}

export interface TableEnd {
  readonly rows: number;
}

export interface BackupEnd {
  readonly tables: number;
  readonly rows: number;
  readonly sequences: readonly Sequence[];
}

export interface BackupReport extends FileFacts {
  readonly createdAt: string;
  readonly tables: number;
  readonly rows: number;
}

export interface BackupOptions {
  readonly onTable?: (name: string, rows: number) => void;
  readonly stopped: AbortSignal;
}

export async function writeBackup(target: Target, path: string, options: BackupOptions): Promise<BackupReport> {
  const client = newClient(target, { program: 'prorata backup' });
  await client.connect();
  try {
    const header = await holdStill(client);
    const end = { tables: 0, rows: 0 };
    const facts = await writeBackupFile(path, pieces(client, header, end, options), options.stopped);
    return { ...facts, createdAt: header.createdAt, ...end };
  } finally {
    await client.end();
  }
}

/** From here on nothing changes for us: neither rows nor, since we hold every table, structure. Others read and write as before. */
async function holdStill(client: pg.ClientBase): Promise<BackupHeader> {
  for (;;) {
    const before = await listTables(client);
    await client.query('begin isolation level repeatable read read only; set local row_security = off; set local statement_timeout = 0');
    await client.query(`lock table migration, ${before.map((table) => quoteName(table.name)).join(', ')} in access share mode`);
    const tables = await listTables(client);
    if (JSON.stringify(tables) === JSON.stringify(before)) return describe(client, [...tables, jobsTable]);
    await client.query('rollback');
  }
}

async function describe(client: pg.ClientBase, tables: readonly BackupTable[]): Promise<BackupHeader> {
  const facts = await client.query<{ postgres: string; installation: string }>(
    "select current_setting('server_version') as postgres, id::text as installation from installation",
  );
  const migrations = await client.query<BackupHeader['migrations'][number]>('select number, name, checksum from migration order by number');
  const { postgres, installation } = facts.rows[0]!;
  const createdAt = new Date().toISOString();
  return {
    program: version,
    postgres,
    createdAt,
    installation,
    migrations: migrations.rows,
    tables,
    partitions: await listPartitions(client),
  };
}

async function* pieces(
  client: pg.ClientBase,
  header: BackupHeader,
  end: { tables: number; rows: number },
  options: BackupOptions,
): AsyncGenerator<Buffer> {
  yield* piece('header', header);
  for (const table of header.tables) {
    yield* piece('table', { name: table.name });
    const stream = client.query(copyTo(copyOut(table)));
    for await (const chunk of stream) yield* piece('data', chunk as Buffer);
    const { rowCount: rows } = stream;
    yield* piece('table_end', { rows } satisfies TableEnd);
    end.tables += 1;
    end.rows += rows;
    options.onTable?.(table.name, rows);
    await failpoint('backup.table_copied');
  }
  // Sequences are not part of what a transaction sees: read last, they are beyond every number in the rows.
  yield* piece('end', { ...end, sequences: await listSequences(client) } satisfies BackupEnd);
  await client.query('commit');
}
