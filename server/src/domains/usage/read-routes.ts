// What of usage is read over the API: one event, and what was not taken.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { date, says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { pageFrom, pageOf, pageQuery } from '../../platform/http/paging.ts';
import { readDate, readInstant } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { getUsageEvent } from './get-event.ts';
import { countRefusedByDay, listRefusedPage, refusedSorts } from './list-refused.ts';

const READ = { permission: 'usage.read', callers: 'both' } as const;
const text = (description: string, example: string) => z.string().min(1).max(512).meta({ description, example });
const instant = (description: string, example: string) => z.string().max(64).meta({ description, example });

const event = z.object({
  source: text('Its source.', '/collectors/fra1'),
  id: text('Its id.', 'c7a9-000042'),
  account: text('External id of the account.', 'acme'),
  subscription: text('External id of the subscription it was counted at.', 's-1'),
  meter: text('What is measured.', 'traffic-gb'),
  time: instant('When it was consumed.', '2026-01-05T10:00:00Z'),
  recordedAt: instant('When we accepted it, or another system knew it.', '2026-01-05T10:00:03Z'),
  value: z.string().meta({ description: 'How much.', example: '12.5' }),
  takenBackBy: z
    .object({
      id: text('Of the event that took this one back.', 'c7a9-000043'),
      replaces: z.boolean().meta({ description: 'Whether that one stands in its place.', example: true }),
    })
    .nullable()
    .meta({ description: 'Null: it counts.' }),
});

const getEvent = defineRoute({
  method: 'GET',
  path: '/v1/usage/event',
  operationId: 'getUsageEvent',
  summary: 'Get one usage event',
  tag: 'usage',
  access: READ,
  query: z.object({ source: text('The event’s source.', '/collectors/fra1'), id: text('The event’s id.', 'c7a9-000042') }),
  response: event,
  refusals: ['resource.not_found', 'usage.event_not_kept'],
  async handle({ tx, seller }, { query }) {
    const found = orNotFound(await getUsageEvent(tx, seller.id, query.source, query.id));
    return { ...found, time: formatInstant(found.at), recordedAt: formatInstant(found.recorded) };
  },
});

const refusedList = defineRoute({
  method: 'GET',
  path: '/v1/usage/refused',
  operationId: 'listRefusedUsage',
  summary: 'List usage that was not taken',
  description: 'Nothing that was handed over is dropped in silence: each refused event is here with its reason, as it came.',
  tag: 'usage',
  access: { permission: 'usage.read', callers: 'staff' },
  query: z.object({
    ...pageQuery(refusedSorts, '-id'),
    source: text('Only of this source.', '/collectors/fra1').optional(),
    code: text('Only for this reason.', 'usage.unknown_meter').optional(),
    account: text('Only what named this account, by its external id.', 'acme').optional(),
    subscription: text('Only what named this subscription, by its external id.', 'web-1').optional(),
    from: instant('Only what came at this instant or later.', '2026-01-01T00:00:00Z').optional(),
    until: instant('Only what came before this instant.', '2026-02-01T00:00:00Z').optional(),
  }),
  response: pageOf(
    z.object({
      recordedAt: instant('When it came.', '2026-01-05T10:00:03Z'),
      source: z.string().meta({ description: 'Its source, as far as it named one.', example: '/collectors/fra1' }),
      id: z.string().meta({ description: 'Its id, as far as it named one.', example: 'c7a9-000042' }),
      code: z.string().meta({ description: 'Why it was refused.', example: 'usage.unknown_meter' }),
      reason: z.string().meta({ description: 'The same as a sentence that says what to do.', example: 'There is no meter "x".' }),
      body: z.unknown().meta({ description: 'What was handed over.', example: { meter: 'x', value: '1' } }),
    }),
  ),
  refusals: ['page.cursor', 'request.instant'],
  async handle({ tx, seller }, { query }) {
    const { from, until, ...rest } = query;
    const within = {
      ...(from === undefined ? {} : { from: readInstant(from, 'from') }),
      ...(until === undefined ? {} : { before: readInstant(until, 'until') }),
    };
    const rows = await listRefusedPage(tx, seller.id, { ...rest, ...within });
    return pageFrom(query, rows, ({ recordedAt, source, id, code, reason, body }) => {
      return { recordedAt: formatInstant(recordedAt), source, id, code, reason, body };
    });
  },
});

const GREATEST_DAYS = 400;

const refusedDays = defineRoute({
  method: 'GET',
  path: '/v1/usage/refused-days',
  operationId: 'countRefusedUsage',
  summary: 'Count usage that was not taken, by day and reason',
  tag: 'usage',
  access: { permission: 'usage.read', callers: 'staff' },
  query: z.object({
    from: says(date, 'First day, in the seller’s zone.', '2026-01-01'),
    until: says(date, 'The day after the last one.', '2026-02-01'),
  }),
  response: z.object({
    data: says(
      z.array(
        z.object({
          day: says(z.string(), 'The day it came, in the seller’s zone.', '2026-01-05'),
          code: says(z.string(), 'Why it was refused.', 'usage.unknown_meter'),
          events: says(z.int(), 'How many.', 12),
        }),
      ),
      'Days without any are left out.',
    ),
  }),
  refusals: ['request.date', 'usage.window'],
  async handle({ tx, seller }, { query }) {
    const zone = findZone(seller.zone)!;
    const [first, end] = [readDate(query.from, 'from'), readDate(query.until, 'until')];
    if (end - first > GREATEST_DAYS) throw tooManyDays();
    return { data: await countRefusedByDay(tx, seller.id, seller.zone, zone.startOfDay(first), zone.startOfDay(end)) };
  },
});

const tooManyDays = (): Refusal =>
  new Refusal('usage.window', `These are counted for ${GREATEST_DAYS} days at once at most. Ask for fewer.`, { path: 'until' });

export const readRoutes: readonly Route[] = [getEvent, refusedList, refusedDays];
