// `prorata verify`: shows that a backup is whole and that a working database comes out of it, without touching the one in use.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditBooks } from '../domains/reports/index.ts';
import { checkBackupFile, countRows, readHeader, readTables, restoreBackup } from '../platform/backup/index.ts';
import type { Config } from '../platform/config.ts';
import { openServer } from '../platform/installation.ts';
import { openDatabase } from '../platform/postgres/pool.ts';
import { type Command, type CommandContext, exitStatus } from './command.ts';

export const verify: Command = {
  usage: 'FILE [--quick]',
  help: [
    'Restores the backup into a PostgreSQL of its own in the temporary folder (TMPDIR), audits it, and removes it. Needs room there for the whole database.',
    '--quick   only reads the file: its SHA-256 and the rows of each table',
    'With --json: {"file", "bytes", "sha256", "createdAt", "tables", "rows", "invariants", "findings"}; the last two not with --quick',
  ],
  options: { quick: { type: 'boolean' } },
  positionals: [1, 1],
  async run(context) {
    const { path, ...facts } = await checkBackupFile(context.positionals[0]!);
    const file = { path, ...facts };
    const { createdAt } = await readHeader(file);
    const { tables, rows } = await readTables(file, countRows);
    const read = { file: path, ...facts, createdAt, tables, rows };
    const sentence = `${path} is whole: ${rows} rows of ${tables} tables, as they were at ${createdAt}`;
    if (context.flag('quick')) {
      context.output.answer(read, () => sentence);
      return exitStatus.done;
    }
    const { invariants, findings } = await restoreAside(context, file);
    context.output.answer({ ...read, invariants, findings }, () =>
      findings === 0
        ? `${sentence}\nIt was restored to try it, and all ${invariants} invariants hold.`
        : `${sentence}\nIt was restored to try it, and ${findings} of ${invariants} invariants do not hold.`,
    );
    return findings === 0 ? exitStatus.done : exitStatus.attention;
  },
};

async function restoreAside({ config, output, atEnd }: CommandContext, file: { path: string; bytes: number; sha256: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'prorata-verify-'));
  atEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));
  // PostgreSQL may run as another user, who must be able to reach it.
  await chmod(folder, 0o711);
  const aside: Config = { ...config, databaseUrl: null, dataFolder: join(folder, 'data') };
  const server = await openServer({ config: aside, say: () => undefined });
  atEnd(server.close);
  await restoreBackup(file, server.target, { allowUnsafe: false, onTable: (name, rows) => output.progress(`${name}: ${rows} rows`) });
  const database = openDatabase(server.target, { size: 2 });
  atEnd(database.close);
  const { invariants, findings } = await auditBooks(database);
  return { invariants, findings: findings.length };
}
