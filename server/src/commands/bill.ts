// `prorata bill`: issues what is due by the end of a day, or shows it.
import { previewBilling, runBilling } from '../domains/invoicing/index.ts';
import { formatDay } from '../kernel/calendar/civil.ts';
import { type Command, type CommandContext, exitStatus } from './command.ts';
import { invoiceTable } from './invoice-text.ts';
import { readDay } from './read-day.ts';

export const bill: Command = {
  usage: '[--as-of DATE] [--preview]',
  help: [
    '--as-of DATE  what is due by the end of that day in each account’s zone; default today',
    '--preview     shows the invoices without issuing them; DATE may then lie in the future',
    'With --json: {"asOf", "accounts", "documents", "lines", "parked": [{"account", "code", "detail"}]},',
    'with --preview {"asOf", "invoices": [as in `prorata invoices`], "wouldPark": [...]}.',
    'Parked accounts are set aside until somebody has looked: `prorata parked`.',
  ],
  options: { 'as-of': { type: 'string' }, preview: { type: 'boolean' } },
  async run(context) {
    const text = context.text('as-of');
    const asOf = text === undefined ? null : readDay(text, '--as-of');
    return context.flag('preview') ? preview(context, asOf) : issue(context, asOf);
  },
};

async function issue({ installation, output }: CommandContext, asOf: number | null): ReturnType<Command['run']> {
  const { database, clock } = await installation();
  const report = await runBilling(database, clock, {
    asOf,
    onProgress: ({ accounts, documents }) => output.progress(`${accounts} accounts, ${documents} documents`),
  });
  output.answer({ asOf: asOf === null ? null : formatDay(asOf), ...report }, () =>
    [
      `${report.documents} documents with ${report.lines} lines for ${report.accounts} accounts.`,
      ...report.parked.map((one) => `Parked ${one.account}: ${one.detail} (${one.code})`),
    ].join('\n'),
  );
  return report.parked.length > 0 ? exitStatus.attention : exitStatus.done;
}

async function preview({ installation, output }: CommandContext, asOf: number | null): ReturnType<Command['run']> {
  const { database, clock } = await installation();
  const { invoices, wouldPark } = await previewBilling(database, clock, asOf);
  output.answer({ asOf: asOf === null ? null : formatDay(asOf), invoices, wouldPark }, () =>
    [invoiceTable(invoices), ...wouldPark.map((one) => `Would park ${one.account}: ${one.detail} (${one.code})`)].join('\n'),
  );
  return wouldPark.length > 0 ? exitStatus.attention : exitStatus.done;
}
