// Where usage stands, as plain text, and what to do about what nothing bills.
import type { OpenReason } from '../domains/invoicing/index.ts';
import type { UncoveredReason } from '../domains/rating/index.ts';
import { table } from './invoice-text.ts';
import type { UsageAnswer, UsageRow } from './usage.ts';

export type PlaceReason = OpenReason | UncoveredReason;

const REMEDIES: Readonly<Record<PlaceReason, string>> = {
  period_running: 'Billed when its period is over.',
  waits_for_run: 'Billed by the next run: prorata bill.',
  account_parked: 'Its account is set aside. prorata parked says why; release it, and the next run bills it.',
  before_start: 'The subscription had not begun. Correct its start, or bill the usage as an extra item.',
  after_end: 'The subscription had ended. Correct its end, or bill the usage as an extra item.',
  paused: 'The subscription was paused. Correct the pause, or bill the usage as an extra item.',
  in_trial: 'Free in the trial. Nothing to do, unless the end of the trial is wrong.',
  meter_not_sold: 'No component of the plan measures this meter. Move the subscription to a plan that does, from the first event on.',
  nothing_held: 'The component counts named items, and none was held. Record the item from the first event on.',
};

export const remedyOf = (reason: PlaceReason): string => REMEDIES[reason];

export function usageText(answer: UsageAnswer): string {
  return [...rowLines(answer), ...reasonLines(answer), ...refusedLines(answer), sumLine(answer)].join('\n');
}

function rowLines({ usage, usageOmitted }: UsageAnswer): string[] {
  if (usage.length + usageOmitted === 0) return [];
  const rows = usage.map((row) => [
    row.account,
    row.subscription,
    row.meter,
    `${row.component ?? ''}${row.item === null ? '' : ` (${row.item})`}`,
    periodOf(row),
    row.sum,
    `${count(row.events)}${row.shared ? ', counted above' : ''}`,
    `${row.status}${row.reason === null ? '' : `: ${row.reason}`}`,
  ]);
  const head = ['account', 'subscription', 'meter', 'component', 'period', 'sum', 'events', 'stands'];
  return [table([head, ...rows], 5), ...more(usageOmitted), ''];
}

function periodOf({ period, firstAt, lastAt }: UsageRow): string {
  return period === null ? `${firstAt.slice(0, 10)} … ${lastAt.slice(0, 10)}` : `${period.from} – ${period.to}`;
}

function reasonLines({ reasons }: UsageAnswer): string[] {
  if (reasons.length === 0) return [];
  return [...reasons.map((one) => `${one.status}: ${one.reason}, ${count(one.events)}. ${one.remedy}`), ''];
}

function refusedLines({ refused, refusedOmitted }: UsageAnswer): string[] {
  if (refused.length + refusedOmitted === 0) return [];
  const told = refused.map((one) => `  ${one.recordedAt} ${one.source} ${one.id}: ${one.reason} (${one.code})`);
  return ['Refused, the latest first:', ...told, ...more(refusedOmitted).map((line) => `  ${line}`), ''];
}

function sumLine({ events: { stored, billed, open, unbilled, refused } }: UsageAnswer): string {
  const number = (value: number): string => value.toLocaleString('en');
  return `${count(stored)} stored: ${number(billed)} billed, ${number(open)} open, ${number(unbilled)} billed by nothing. ${number(refused)} refused.`;
}

const more = (omitted: number): string[] => (omitted === 0 ? [] : [`and ${omitted.toLocaleString('en')} more; --list N shows N of them`]);
const count = (events: number): string => `${events.toLocaleString('en')} ${events === 1 ? 'event' : 'events'}`;
