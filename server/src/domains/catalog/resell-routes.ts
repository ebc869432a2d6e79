// Plans of the seller above over HTTP: what he offers, and taking it over.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { name, says } from '../../platform/fields.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { listOffered } from './list-offered.ts';
import { resellPlans } from './resell-plans.ts';

const offeredShape = z
  .object({
    key: says(z.string(), 'Its key.', 'cloud'),
    name: says(z.string().nullable(), 'What people call it.', 'Cloud'),
    version: says(z.int(), 'Its latest version.', 2),
    publishedAt: says(z.string(), 'When that was published.', '2026-01-01T00:00:00Z'),
    takenOver: says(z.int().nullable(), 'The latest version that you took over; null: none.', 1),
  })
  .meta({ id: 'OfferedPlan', description: 'A plan of the seller above that can be taken over.' });

const offered = defineRoute({
  method: 'GET',
  path: '/v1/offered-plans',
  operationId: 'listOfferedPlans',
  summary: 'List plans that the seller above offers',
  tag: 'catalog',
  access: { permission: 'catalog.read', callers: 'staff' },
  // They stand behind his wall.
  role: 'engine',
  query: z.object(pageQuery(['key'])),
  response: pageOf(offeredShape),
  refusals: ['page.cursor'],
  handle: ({ tx, seller }, { query }) =>
    listOffered(tx, seller, query, ({ key, name: planName, version, publishedAt, takenOver }) => ({
      key,
      name: planName,
      version,
      publishedAt: formatInstant(publishedAt),
      takenOver,
    })),
});

const takeOver = defineRoute({
  method: 'POST',
  path: '/v1/offered-plans/take-over',
  operationId: 'takeOverPlans',
  summary: 'Take plans of the seller above over',
  description:
    'With all their published versions. Again it takes over what was published since; nothing is for sale before you publish prices.',
  tag: 'catalog',
  access: { permission: 'catalog.write', callers: 'staff' },
  role: 'engine',
  body: z.object({ plans: says(z.array(name).min(1).max(1000), 'Their keys.', ['cloud']) }),
  response: z.object({
    versions: says(
      z.array(
        z.object({
          plan: says(z.string(), 'Key of the plan.', 'cloud'),
          ref: says(z.string(), 'What timelines call the version.', 'cloud~2'),
          version: says(z.int(), 'From 1.', 2),
        }),
      ),
      'Those that are new.',
    ),
  }),
  refusals: ['plan.key_taken', 'plan.no_seller_above', 'plan.not_offered'],
  async handle(work, { body }) {
    const taken = await resellPlans(work.tx, work.seller, body.plans, work.now);
    const versions = taken.map(({ key, ref, version }) => ({ plan: key, ref, version }));
    work.note({ subject: 'plans', before: null, after: { versions } });
    return { versions };
  },
});

export const resellRoutes: readonly Route[] = [offered, takeOver];
