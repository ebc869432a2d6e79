// The feed of events over HTTP.
import { z } from 'zod';
import { FEED_BEGIN, formatPosition, latestPosition, parsePosition, readFeed } from '../../platform/events/index.ts';
import { GREATEST_PAGE } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { kindOfEvent } from './route-shapes.ts';
import { eventShape, tellEvent } from './told-event.ts';

const LATEST = 'latest';
const USUAL_PAGE = 50;

const readEvents = defineRoute({
  method: 'GET',
  path: '/v1/events',
  operationId: 'readEvents',
  summary: 'Follow what happens',
  description:
    'Every event once and in one order, from the cursor on. Keep `nextCursor` with what you made of the events and ask again with it; it is never null. ' +
    'An event shows up when all that was written before it is settled, within moments.',
  tag: 'events',
  access: { permission: 'events.read', callers: 'staff' },
  query: z.object({
    after: z
      .string()
      .max(200)
      .optional()
      .meta({
        description: 'The `nextCursor` of the answer before. Left out: from the oldest event that is kept. `latest`: from now on.',
        examples: ['latest'],
      }),
    type: z
      .union([kindOfEvent, z.array(kindOfEvent).max(100)])
      .optional()
      .meta({ description: 'Only these kinds; repeat it for several.', examples: ['invoice.issued'] }),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(GREATEST_PAGE)
      .default(USUAL_PAGE)
      .meta({ description: 'How many at most.', examples: [USUAL_PAGE] }),
  }),
  response: z.object({
    data: z.array(eventShape).meta({ description: 'In the order of the feed.' }),
    nextCursor: z.string().meta({ description: 'Go on with it, now or later.', examples: ['MS4xMDM0Ljg4MQ'] }),
    hasMore: z.boolean().meta({ description: 'Whether there is more already.', examples: [false] }),
  }),
  refusals: ['feed.cursor', 'feed.cursor_expired'],
  async handle({ tx, seller }, { query: { after, type, limit } }) {
    if (after === LATEST) return { data: [], nextCursor: formatPosition(await latestPosition(tx)), hasMore: false };
    const kinds = type === undefined ? [] : typeof type === 'string' ? [type] : type;
    const place = after === undefined ? FEED_BEGIN : parsePosition(after);
    const { events, next, hasMore } = await readFeed(tx, { sellerId: seller.id, after: place, kinds, limit });
    return { data: events.map(tellEvent), nextCursor: formatPosition(next), hasMore };
  },
});

export const feedRoutes: readonly Route[] = [readEvents];
