// `prorata usage forget`: drops the single events of old months, and says what keeps the others.
import { type ForgottenUsage, forgetUsage, type KeptFor } from '../domains/invoicing/index.ts';
import { formatInstant } from '../kernel/calendar/instant.ts';
import { Refusal } from '../kernel/refusal.ts';
import { formatBytes } from './bytes.ts';
import { type CommandContext, type ExitStatus, exitStatus } from './command.ts';
import { remedyOf } from './usage-text.ts';

const LISTED = 20;

export async function forgetMonths(context: CommandContext): Promise<ExitStatus> {
  const before = readMonth(context.text('before'));
  const preview = context.flag('preview');
  const { database, clock } = await context.installation();
  const report = await forgetUsage(database, clock, { before, preview });
  const answer = {
    keptFrom: report.keptFrom === null ? null : formatInstant(report.keptFrom),
    months: report.months.map(({ from, ...one }) => ({ month: monthText(from), ...one })),
    keptFor: report.keptFor.map((one) => ({ ...one, from: formatInstant(one.from), remedy: remedyOf(one.reason) })),
    busy: report.busy,
  };
  context.output.answer(answer, () => reportText(report, preview));
  return report.keptFor.length > 0 || report.busy ? exitStatus.attention : exitStatus.done;
}

function readMonth(text: string | undefined): number {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text ?? '') ?? [];
  if (year === undefined) {
    throw new Refusal('usage.not_a_month', 'Name the first month that is kept, such as --before 2023-01.', { path: '--before' });
  }
  return Date.UTC(Number(year), Number(month) - 1);
}

const monthText = (instant: number): string => formatInstant(instant).slice(0, 7);

function reportText({ keptFrom, months, keptFor, busy }: ForgottenUsage, preview: boolean): string {
  const gone = months.map(
    ({ from, bytes, events }) => `${monthText(from)}  ${formatBytes(bytes)}${events === null ? '' : `  ${events} events`}`,
  );
  return [
    months.length === 0 ? 'No month goes.' : `${preview ? 'Would go' : 'Gone'}:`,
    ...gone,
    keptFrom === null ? 'All usage is kept.' : `Usage is kept from ${monthText(keptFrom)} on.`,
    ...(keptFor.length === 0 ? [] : ['', 'Kept for:', ...keptFor.slice(0, LISTED).map(keptText)]),
    ...(keptFor.length > LISTED ? [`and ${keptFor.length - LISTED} more; --json lists all`] : []),
    ...(busy ? ['', 'Others held the usage for too long; ask again for the rest.'] : []),
  ].join('\n');
}

const keptText = ({ seller, account, subscription, from, reason }: KeptFor): string =>
  `${seller}  ${account}  ${subscription}  from ${formatInstant(from).slice(0, 10)}: ${reason}; ${remedyOf(reason)}`;
