// What of usage is read over the API: totals of a window with its gaps, one event, and what was not taken.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { pageFrom, pageOf, pageQuery } from '../../platform/http/paging.ts';
import { readInstant } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { getUsageEvent } from './get-event.ts';
import { listRefusedPage, refusedSorts } from './list-refused.ts';
import { STEP_MS, type Step, steps, totalsByStep, totalsOfWindow, type WindowTotal } from './window-totals.ts';

const READ = { permission: 'usage.read', callers: 'both' } as const;
const text = (description: string, example: string) => z.string().min(1).max(512).meta({ description, example });
const instant = (description: string, example: string) => z.string().max(64).meta({ description, example });
const DAY = 86_400_000;
const GREATEST_WINDOW = 3660 * DAY;
const MOST_STEPS = 3000;
const MOST_PLACES = 100;

const stretch = z.object({
  from: instant('Its first instant.', '2026-01-03T00:00:00Z'),
  to: instant('Where it ends; not part of it.', '2026-01-05T00:00:00Z'),
});
const totals = z.object({
  from: instant('Of the window.', '2026-01-01T00:00:00Z'),
  to: instant('Of the window; not part of it.', '2026-02-01T00:00:00Z'),
  data: z
    .array(
      z.object({
        account: text('External id of the account.', 'acme'),
        subscription: text('External id of the subscription.', 's-1'),
        meter: text('What is measured.', 'traffic-gb'),
        sum: z.string().meta({ description: 'Of the events’ values, as they count: those taken back do not.', example: '1234.5' }),
        events: z.int().meta({ description: 'How many count.', example: 98_000 }),
        gaps: z.array(stretch).optional().meta({ description: 'Steps without an event, those side by side as one. With `step` only.' }),
        steps: z
          .array(
            z.object({
              from: instant('First instant of the step.', '2026-01-01T00:00:00Z'),
              sum: z.string().meta({ description: 'Of its events.', example: '40.25' }),
              events: z.int().meta({ description: 'How many it has.', example: 3200 }),
            }),
          )
          .optional()
          .meta({ description: 'Steps that have events. With `step` only.' }),
      }),
    )
    .meta({ description: 'By subscription and meter; those without an event are left out.' }),
});

const getTotals = defineRoute({
  method: 'GET',
  path: '/v1/usage/totals',
  operationId: 'getUsageTotals',
  summary: 'Get totals of usage',
  description:
    'Sums that are kept as events arrive, so the answer takes as long however many there are. What is billed is measured by the component’s own rules.',
  tag: 'usage',
  access: READ,
  query: z.object({
    account: text('External id of the account. One of account and subscription is needed.', 'acme').optional(),
    subscription: text('External id of the subscription.', 's-1').optional(),
    meter: text('Only this one.', 'traffic-gb').optional(),
    from: instant('The window’s first instant, on a quarter of an hour.', '2026-01-01T00:00:00Z'),
    to: instant('Where it ends, on a quarter of an hour.', '2026-02-01T00:00:00Z'),
    step: z.enum(steps).optional().meta({ description: 'Also what lies in each step of UTC, and where nothing does.', example: 'day' }),
  }),
  response: totals,
  refusals: ['usage.window', 'usage.whose', 'request.instant'],
  async handle({ tx, seller }, { query }) {
    const window = readWindow(query.from, query.to, query.step);
    if (query.account === undefined && query.subscription === undefined) {
      throw new Refusal('usage.whose', 'Name an account or a subscription.', { path: 'account' });
    }
    const found = await totalsOfWindow(tx, seller.id, { ...query, ...window });
    const told = [];
    for (const total of found) told.push({ ...tellTotal(total), ...(await stepsOf(total)) });
    return { from: formatInstant(window.from), to: formatInstant(window.to), data: told };

    async function stepsOf(total: WindowTotal) {
      const { step } = query;
      if (step === undefined) return {};
      if (found.length > MOST_PLACES) throw tooMany();
      const list = await totalsByStep(tx, seller.id, total, { ...window, step });
      return {
        steps: list.map((one) => ({ from: formatInstant(one.from), sum: one.sum, events: one.events })),
        gaps: gapsBetween(
          list.map((one) => one.from),
          window,
          STEP_MS[step],
        ).map(({ from, to }) => ({ from: formatInstant(from), to: formatInstant(to) })),
      };
    }
  },
});

function tellTotal({ account, subscription, meter, sum, events }: WindowTotal) {
  return { account, subscription, meter, sum, events };
}

const tooMany = () =>
  new Refusal('usage.window', 'That is too much at once. Name one subscription and meter, a shorter window or a longer step.', {
    path: 'step',
  });

function readWindow(fromText: string, toText: string, step: Step | undefined): { from: number; to: number } {
  const from = readInstant(fromText, 'from');
  const to = readInstant(toText, 'to');
  const grain = step === undefined ? STEP_MS.quarter : STEP_MS[step];
  if (to <= from || from % grain !== 0 || to % grain !== 0 || to - from > GREATEST_WINDOW) {
    const what = step === undefined || step === 'quarter' ? 'a quarter of an hour' : `a whole ${step} of UTC`;
    throw new Refusal('usage.window', `A window begins and ends on ${what}, ends after it begins and lasts ten years at most.`, {
      path: 'to',
    });
  }
  if (step !== undefined && (to - from) / grain > MOST_STEPS) throw tooMany();
  return { from, to };
}

/** Those side by side as one. */
function gapsBetween(present: readonly number[], { from, to }: { from: number; to: number }, step: number): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let next = from;
  for (const at of [...present, to]) {
    if (at > next) gaps.push({ from: next, to: at });
    next = at + step;
  }
  return gaps;
}

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
  refusals: ['resource.not_found'],
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
  refusals: ['page.cursor'],
  async handle({ tx, seller }, { query }) {
    const rows = await listRefusedPage(tx, seller.id, query);
    return pageFrom(query, rows, ({ recordedAt, source, id, code, reason, body }) => {
      return { recordedAt: formatInstant(recordedAt), source, id, code, reason, body };
    });
  },
});

export const readRoutes: readonly Route[] = [getTotals, getEvent, refusedList];
