// `prorata restore`: a backup into an empty database, and the audit over what came back.
import { auditBooks } from '../domains/reports/index.ts';
import { checkBackupFile, restoreBackup } from '../platform/backup/index.ts';
import { armFromText } from '../platform/failpoint.ts';
import { openServer } from '../platform/installation.ts';
import { openDatabase } from '../platform/postgres/pool.ts';
import { type Command, exitStatus } from './command.ts';

export const restore: Command = {
  usage: 'FILE',
  help: [
    'Into a data folder that is not there yet (PRORATA_DATA), or an empty database (DATABASE_URL): it never writes over anything.',
    'The rows come in one transaction. If it is cut short, nothing of them is there, servers refuse the database, and the same command begins again.',
    'Ends with the audit; findings are listed by prorata audit.',
    'With --json: {"createdAt", "tables", "rows", "invariants", "findings"}',
  ],
  positionals: [1, 1],
  async run({ positionals, output, config, atEnd }) {
    armFromText(config.failpoints);
    const file = await checkBackupFile(positionals[0]!);
    const server = await openServer({ config, say: output.note });
    atEnd(server.close);
    const report = await restoreBackup(file, server.target, {
      allowUnsafe: config.allowUnsafeDatabase,
      onTable: (name, rows) => output.progress(`${name}: ${rows} rows`),
    });
    const database = openDatabase(server.target, { size: 2 });
    atEnd(database.close);
    const { invariants, findings } = await auditBooks(database);
    output.answer({ ...report, invariants, findings: findings.length }, () =>
      [
        `Restored ${report.rows} rows of ${report.tables} tables, as they were at ${report.createdAt}`,
        findings.length === 0
          ? `All ${invariants} invariants hold.`
          : `${findings.length} of ${invariants} invariants do not hold: prorata audit`,
      ].join('\n'),
    );
    return findings.length === 0 ? exitStatus.done : exitStatus.attention;
  },
};
