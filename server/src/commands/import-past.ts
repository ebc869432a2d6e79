// What earlier imports took and what they refused: `prorata import list`, `prorata import refused`.
import { listImports, listRefusedRows, type PastImport } from '../adapters/import/focus/bill-store.ts';
import { findProvider, noProvider } from '../domains/accounts/index.ts';
import { formatInstant } from '../kernel/calendar/instant.ts';
import { formatExact, sum } from '../kernel/money/rational.ts';
import { Refusal } from '../kernel/refusal.ts';
import { readDecimal } from '../kernel/stored-values.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type CommandContext, type ExitStatus, exitStatus } from './command.ts';
import { table } from './invoice-text.ts';

const GREATEST_LIST = 10_000;
const HASH_SHOWN = 12;

export async function listPastImports(context: CommandContext): Promise<ExitStatus> {
  const imports = await pastImports(context, null);
  const told = imports.map(toldOf);
  context.output.answer(told, () =>
    told.length === 0
      ? 'Nothing was imported.'
      : table(
          [
            ['import', 'when', 'file', 'rows', 'refused', 'list cost refused', ''],
            ...told.map((one) => [
              one.import.slice(0, HASH_SHOWN),
              one.recordedAt,
              one.fileName,
              String(one.rows),
              String(one.refused),
              one.refusedListCost,
              one.currency,
            ]),
          ],
          5,
        ),
  );
  return exitStatus.done;
}

export async function listPastRefusals(context: CommandContext, named: string | null, limit: number): Promise<ExitStatus> {
  const { database } = await context.installation();
  const imports = await pastImports(context, named);
  if (imports.length === 0 && named !== null) {
    throw new Refusal(
      'import.unknown',
      `No import is named "${named}". prorata import list shows files and the beginnings of their hashes.`,
      {
        path: 'IMPORT',
      },
    );
  }
  const { rows, total } = await inTransaction(
    database,
    async (tx) => {
      const seller = await findProvider(tx);
      if (seller === null) throw noProvider();
      return listRefusedRows(
        tx,
        seller.id,
        imports.map((one) => one.contentHash),
        limit,
      );
    },
    { readOnly: true },
  );
  const answer = imports
    .filter((one) => one.report.refused > 0)
    .map((one) => ({
      ...toldOf(one),
      refusals: rows.filter((row) => row.contentHash === one.contentHash).map(({ contentHash: _import, ...row }) => row),
    }));
  const omitted = total - rows.length;
  const listCost = formatExact(sum(imports.map((one) => readDecimal(one.report.refusedListCost))));
  context.output.answer({ imports: answer, refused: total, refusedListCost: listCost, refusalsOmitted: omitted }, () =>
    [
      ...answer.flatMap((one) => [
        `${one.fileName}, imported ${one.recordedAt} (${one.import.slice(0, HASH_SHOWN)}): ${one.refused} refused, list cost ${one.refusedListCost} ${one.currency}`,
        ...one.refusals.map((row) => {
          const place = [
            `row ${row.row}`,
            `line ${row.line}`,
            ...(row.account === null ? [] : [`account ${row.account}`]),
            row.listCost ?? 'no list cost',
          ];
          return `  ${place.join(', ')}: ${row.reason} (${row.code})`;
        }),
      ]),
      ...(omitted === 0 ? [] : [`and ${omitted.toLocaleString('en')} more; --list N shows N of them`]),
      total === 0 ? 'No row was refused.' : `${total.toLocaleString('en')} refused together.`,
    ].join('\n'),
  );
  return total > 0 ? exitStatus.attention : exitStatus.done;
}

async function pastImports({ installation }: CommandContext, named: string | null): Promise<PastImport[]> {
  const { database } = await installation();
  return inTransaction(
    database,
    async (tx) => {
      const seller = await findProvider(tx);
      if (seller === null) throw noProvider();
      return listImports(tx, seller.id, named, GREATEST_LIST);
    },
    { readOnly: true },
  );
}

function toldOf({ contentHash, recordedAt, report }: PastImport) {
  const { fileName, currency, rows, bills, events, items, refused, listCost, refusedListCost, refusedByCode } = report;
  return {
    import: contentHash,
    fileName,
    recordedAt: formatInstant(recordedAt),
    currency,
    rows,
    bills: bills.map((bill) => bill.key),
    events,
    items,
    refused,
    listCost,
    refusedListCost,
    refusedByCode,
  };
}
