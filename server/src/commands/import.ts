// `prorata import`: takes what other systems wrote down. So far: cost files of cloud providers in the FOCUS format.
import { createDatabaseTarget } from '../adapters/import/focus/database-target.ts';
import { importFocusFile } from '../adapters/import/focus/import-file.ts';
import { createProgressLine } from '../adapters/import/focus/progress.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type Command, exitStatus } from './command.ts';
import { listPastImports, listPastRefusals } from './import-past.ts';
import { importText } from './import-text.ts';

const LISTED = 10;
const LISTED_AS_JSON = 10_000;

export const importFile: Command = {
  usage: 'focus FILE | list | refused [IMPORT] [--list N]',
  help: [
    'focus FILE  FOCUS 1.0 cost rows, CSV or CSV.gz. Sub-accounts become accounts, SKU prices components, usage rows usage events; credits,',
    '            adjustments, taxes and purchases extra items at their list cost. The whole file is taken, or nothing of it.',
    'list        what was imported: file, its content’s hash, rows, refused rows and their list cost',
    'refused     every row that earlier imports refused, with row, line, reason and list cost; IMPORT is a file’s name or the beginning of a hash',
    `--list N    how many refused rows are listed one by one; default ${LISTED}, with --json ${LISTED_AS_JSON}. The books keep all of them.`,
    'Without a provider one is made for the file’s currency. The same file again changes nothing.',
    `What cannot be billed as it stands is refused, row by row with line and reason, and the exit status is then ${exitStatus.attention}.`,
    'With --json: the report, with "rows", "accounts", "events", "items", "refused", "listCost", "billableListCost", "itemListCost",',
    '"refusedListCost" (decimal text), "refusals": [{"row", "line", "code", "reason", "account", "listCost"}] and more:',
    'docs/guides/focus-import.md, which also tells what list and refused answer.',
  ],
  options: { list: { type: 'string' } },
  positionals: [1, 2],
  async run(context) {
    const { positionals, text, output } = context;
    const [format, file] = positionals as [string, string | undefined];
    const list = readCount(text('list'));
    if (format === 'list' && file === undefined) return listPastImports(context);
    if (format === 'refused') return listPastRefusals(context, file ?? null, list ?? LISTED_AS_JSON);
    if (format !== 'focus') {
      throw new Refusal('import.unknown_format', `There is no import of "${format}". The format is focus.`, { path: format });
    }
    if (file === undefined) throw new Refusal('import.no_file', 'Name the file to import: prorata import focus FILE.', { path: 'FILE' });
    const { database, clock } = await context.installation();
    const report = await importFocusFile(file, createDatabaseTarget(database, clock), {
      refusalsListed: list ?? (output.json ? LISTED_AS_JSON : LISTED),
      onProgress: createProgressLine(output.progress),
    });
    if (report.providerMade) {
      output.note(
        `There was no provider: one was made that sells in ${report.currency} and charges no tax. \`prorata init\` beforehand names it.`,
      );
    }
    for (const warning of report.warnings) output.note(`Warning: ${warning}`);
    output.answer(report, () => importText(report));
    return report.refused > 0 ? exitStatus.attention : exitStatus.done;
  },
};

function readCount(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,7}$/.test(text)) {
    throw new Refusal('import.not_a_count', `"${text}" is no number of rows. Write a whole number, such as 100.`, { path: '--list' });
  }
  return Number(text);
}
