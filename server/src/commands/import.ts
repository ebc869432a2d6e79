// `prorata import`: takes what other systems wrote down. So far: cost files of cloud providers in the FOCUS format.

import type { ImportReport } from '../adapters/import/focus/core/report.ts';
import { createDatabaseTarget } from '../adapters/import/focus/database-target.ts';
import { importFocusFile } from '../adapters/import/focus/import-file.ts';
import { createProgressLine } from '../adapters/import/focus/progress.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type Command, exitStatus } from './command.ts';

const REFUSALS_SHOWN = 20;

export const importFile: Command = {
  usage: 'focus FILE',
  help: [
    'focus FILE  FOCUS 1.0 cost rows, CSV or CSV.gz. Sub-accounts become accounts, SKU prices components, usage rows usage events; credits,',
    '            adjustments, taxes and purchases extra items at their list cost. What cannot be billed as it stands is refused, row by row.',
    'Without a provider one is made for the file’s currency. The same file again changes nothing.',
    'With --json: the report, with "rows", "accounts", "events", "items", "refused", "listCost", "billableListCost", "itemListCost",',
    '"refusedListCost" (decimal text), "refusals": [{"row", "line", "code", "reason", "account", "listCost"}] and more.',
  ],
  positionals: [2, 2],
  async run({ positionals, output, installation }) {
    const [format, file] = positionals as [string, string];
    if (format !== 'focus') {
      throw new Refusal('import.unknown_format', `There is no import of "${format}". The format is focus.`, { path: format });
    }
    const { database, clock } = await installation();
    const line = createProgressLine(process.stderr);
    try {
      const report = await importFocusFile(file, createDatabaseTarget(database, clock), { onProgress: (progress) => line.show(progress) });
      line.clear();
      output.answer(report, () => told(report));
      return report.refused > 0 ? exitStatus.attention : exitStatus.done;
    } finally {
      line.clear();
    }
  },
};

function told(report: ImportReport): string {
  if (report.nothingNew) return `${report.fileName}: imported before, row for row. Nothing was changed.`;
  return [
    ...(report.providerMade
      ? [`There was no provider: one was made that sells in ${report.currency}. \`prorata init\` beforehand names it.`]
      : []),
    `${report.rows} rows: ${report.events} usage events, ${report.items} items, ${report.refused} refused.`,
    `${report.accounts} accounts (${report.accountsMade} new), ${report.components} prices (${report.componentsMade} new).`,
    `List cost ${report.listCost} ${report.currency}: usage ${report.billableListCost}, items ${report.itemListCost}, refused ${report.refusedListCost}.`,
    ...report.refusedByCode.map((one) => `  refused ${one.rows} rows, ${one.listCost}: ${one.code}`),
    ...report.refusals.slice(0, REFUSALS_SHOWN).map((row) => `  line ${row.line}: ${row.reason}`),
    ...(report.refused > REFUSALS_SHOWN ? ['  … all of them with --json'] : []),
    ...report.warnings,
  ].join('\n');
}
