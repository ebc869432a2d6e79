// `prorata backup`: the whole database in one file, while the program works.

import { writeBackup } from '../platform/backup/index.ts';
import { armFromText } from '../platform/failpoint.ts';
import { formatBytes } from './bytes.ts';
import { type Command, exitStatus } from './command.ts';

export const backup: Command = {
  usage: 'FILE',
  help: [
    'Works beside a running server and shows the database as it is at one moment. The file is readable by you alone, and has its name only once it is whole.',
    'Not in it: the key of the secrets in the data folder or in PRORATA_SECRET_KEY; keep that in another place. Try your backups: prorata verify FILE.',
    'With --json: {"file", "bytes", "sha256", "createdAt", "tables", "rows"}',
  ],
  positionals: [1, 1],
  async run({ positionals, output, config, installation, atEnd }) {
    const { database } = await installation();
    armFromText(config.failpoints);
    const stop = new AbortController();
    let writing: Promise<unknown> = Promise.resolve();
    atEnd(async () => {
      stop.abort();
      await writing.catch(() => undefined);
    });
    const work = writeBackup(database.target, positionals[0]!, {
      stopped: stop.signal,
      onTable: (name, rows) => output.progress(`${name}: ${rows} rows`),
    });
    writing = work;
    const { path, ...report } = await work;
    output.answer({ file: path, ...report }, () =>
      [`${path}: ${report.rows} rows of ${report.tables} tables, ${formatBytes(report.bytes)}`, `SHA-256 ${report.sha256}`].join('\n'),
    );
    return exitStatus.done;
  },
};
