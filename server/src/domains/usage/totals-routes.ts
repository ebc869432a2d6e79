// Totals of usage over the API: of a window and its steps, with what has no events told apart from what is zero.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { findZone, type Zone } from '../../kernel/calendar/zone.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { readMoment } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { gapsBetween, isOnStep, stepStarts, type UsageStep, usageSteps } from './core/usage-steps.ts';
import { aggregations, isKept, keptQuantity, type Measure, measureWindow } from './measure-window.ts';
import { findZoneOfUsage, totalsByStep, totalsOfWindow, type WindowTotal } from './window-totals.ts';

const text = (description: string, example: string) => z.string().min(1).max(512).meta({ description, example });
const instant = (description: string, example: string) => z.string().max(64).meta({ description, example });
const quantity = z.string().optional().meta({ description: 'By `aggregate`, where it was asked for.', example: '40.25' });
const DAY = 86_400_000;
const GREATEST_WINDOW = 3660 * DAY;
const MOST_STEPS = 3000;
const MOST_PLACES = 100;

const gap = z.object({
  from: instant('Its first instant.', '2026-01-03T00:00:00Z'),
  to: instant('Where it ends; not part of it.', '2026-01-05T00:00:00Z'),
  quantity: z
    .string()
    .optional()
    .meta({ description: 'By `aggregate=time`: the level holds on where no events are. By others it is nothing.', example: '96' }),
});
const step = z.object({
  from: instant('First instant of the step.', '2026-01-01T00:00:00Z'),
  sum: z.string().meta({ description: 'Of its events.', example: '40.25' }),
  events: z.int().meta({ description: 'How many it has.', example: 3200 }),
  quantity,
});
const totals = z.object({
  from: instant('Of the window.', '2026-01-01T00:00:00Z'),
  to: instant('Of the window; not part of it.', '2026-02-01T00:00:00Z'),
  zone: text('In which days and months begin.', 'Europe/Dublin'),
  data: z
    .array(
      z.object({
        account: text('External id of the account.', 'acme'),
        subscription: text('External id of the subscription.', 's-1'),
        meter: text('What is measured.', 'traffic-gb'),
        sum: z.string().meta({ description: 'Of the events’ values, as they count: those taken back do not.', example: '1234.5' }),
        events: z.int().meta({ description: 'How many count.', example: 98_000 }),
        quantity,
        gaps: z.array(gap).optional().meta({
          description: 'Steps without an event, those side by side as one: nothing was told, be it nothing or not. With `step` only.',
        }),
        steps: z.array(step).optional().meta({ description: 'Steps that have events. With `step` only.' }),
      }),
    )
    .meta({ description: 'By subscription and meter; those without an event are left out.' }),
});

const getTotals = defineRoute({
  method: 'GET',
  path: '/v1/usage/totals',
  operationId: 'getUsageTotals',
  summary: 'Get totals of usage',
  description: [
    'Sums and counts are kept as events arrive, so the answer takes as long however many there are; other aggregations look at up to 100,000 events.',
    'What is billed is measured inside service and by the component’s own rules.',
  ].join(' '),
  tag: 'usage',
  access: { permission: 'usage.read', callers: 'both' },
  query: z.object({
    account: text('External id of the account. One of account and subscription is needed.', 'acme').optional(),
    subscription: text('External id of the subscription.', 's-1').optional(),
    meter: text('Only this one.', 'traffic-gb').optional(),
    from: instant('The window’s first instant, on a quarter of an hour, or a date of the zone.', '2026-01-01'),
    to: instant('Where it ends, likewise; not part of it.', '2026-02-01'),
    step: z
      .enum(usageSteps)
      .optional()
      .meta({ description: 'Also what lies in each step, and where nothing does. The window begins and ends on one.', example: 'day' }),
    zone: text('In which days and months begin; by default the account’s own.', 'Europe/Dublin').optional(),
    aggregate: z
      .enum(aggregations)
      .optional()
      .meta({ description: 'Also the quantity by this aggregation, of the window and of each step by itself.', example: 'max' }),
  }),
  response: totals,
  refusals: [
    'request.date',
    'request.instant',
    'usage.events_not_kept',
    'usage.too_many_events',
    'usage.whose',
    'usage.window',
    'usage.zone',
  ],
  async handle({ tx, seller }, { query }) {
    if (query.account === undefined && query.subscription === undefined) {
      throw new Refusal('usage.whose', 'Name an account or a subscription.', { path: 'account' });
    }
    const zone = readZone(query.zone ?? (await findZoneOfUsage(tx, seller.id, query)) ?? 'UTC');
    const window = readWindow(query.from, query.to, query.step, zone);
    const found = await totalsOfWindow(tx, seller.id, { ...query, ...window });
    if ((query.step !== undefined || query.aggregate !== undefined) && found.length > MOST_PLACES) throw tooMany();
    const data = [];
    for (const total of found) data.push(await tellPlace(tx, seller.id, total, { ...query, ...window, zone }));
    return { from: formatInstant(window.from), to: formatInstant(window.to), zone: zone.name, data };
  },
});

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly starts: readonly number[] | null;
  readonly step?: UsageStep | undefined;
  readonly aggregate?: (typeof aggregations)[number] | undefined;
  readonly zone: Zone;
}

async function tellPlace(tx: Transaction, sellerId: bigint, total: WindowTotal, asked: Asked) {
  const { account, subscription, meter, sum, events } = total;
  const { from, to, starts, step, aggregate: kind, zone } = asked;
  const measure: Measure | null = kind === undefined || isKept(kind) ? null : await measureWindow(tx, sellerId, total, { from, to, kind });
  const measured = (start: number, end: number, own: { readonly sum: string; readonly events: number }) => {
    if (measure !== null) return { quantity: measure(start, end) };
    return kind !== undefined && isKept(kind) ? { quantity: keptQuantity(kind, own) } : {};
  };
  const told = { account, subscription, meter, sum, events, ...measured(from, to, total) };
  if (starts === null) return told;
  const byDays = zone.name === 'UTC' && (step === 'day' || step === 'month');
  const list = await totalsByStep(tx, sellerId, total, { starts, to, byDays });
  const endOf = new Map(starts.map((start, index) => [start, starts[index + 1] ?? to]));
  const gaps = gapsBetween(starts, to, new Set(list.map((one) => one.from)));
  return {
    ...told,
    steps: list.map((one) => ({
      from: formatInstant(one.from),
      sum: one.sum,
      events: one.events,
      ...measured(one.from, endOf.get(one.from)!, one),
    })),
    gaps: gaps.map((one) => ({
      from: formatInstant(one.from),
      to: formatInstant(one.to),
      ...(kind === 'time' && measure !== null ? { quantity: measure(one.from, one.to) } : {}),
    })),
  };
}

const tooMany = () =>
  new Refusal('usage.window', 'That is too much at once. Name one subscription and meter, a shorter window or a longer step.', {
    path: 'step',
  });

function readZone(name: string): Zone {
  const zone = findZone(name);
  if (zone === null) {
    throw new Refusal('usage.zone', `"${name}" is no time zone. Write it as the IANA database does, such as Europe/Dublin.`, {
      path: 'zone',
      parameters: { zone: name },
    });
  }
  return zone;
}

function readWindow(fromText: string, toText: string, step: UsageStep | undefined, zone: Zone) {
  const from = readMoment(fromText, zone, 'from');
  const to = readMoment(toText, zone, 'to');
  const grain = step ?? 'quarter';
  if (to <= from || to - from > GREATEST_WINDOW || ![from, to].every((at) => isOnStep(zone, 'quarter', at) && isOnStep(zone, grain, at))) {
    const what = grain === 'quarter' ? 'a quarter of an hour' : `a whole ${grain} of ${zone.name}`;
    throw new Refusal('usage.window', `A window begins and ends on ${what}, ends after it begins and lasts ten years at most.`, {
      path: 'to',
    });
  }
  const starts = step === undefined ? null : stepStarts(zone, step, from, to, MOST_STEPS);
  if (step !== undefined && starts === null) throw tooMany();
  return { from, to, starts };
}

export const totalsRoutes: readonly Route[] = [getTotals];
