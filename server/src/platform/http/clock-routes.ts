// The business clock over HTTP: what time it is, and moving it forward to rehearse months.
import { z } from 'zod';
import { formatInstant, parseInstant } from '../../kernel/calendar/instant.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { says } from '../fields.ts';
import { defineOpenRoute, type Route } from './route.ts';

const shape = z
  .object({
    now: says(z.string(), 'Business time.', '2026-02-01T00:00:00Z'),
    machine: says(z.string(), 'The machine’s time.', '2026-01-12T09:30:00Z'),
  })
  .meta({ id: 'Clock', description: 'All of the installation lives by it; it only goes forward.' });

const told = (now: number) => ({ now: formatInstant(now), machine: formatInstant(Date.now()) });

const get = defineOpenRoute({
  method: 'GET',
  path: '/v1/clock',
  operationId: 'getClock',
  summary: 'Get the time',
  tag: 'operations',
  access: { permission: 'clock.read', callers: 'staff' },
  response: shape,
  refusals: [],
  handle: async ({ clock }) => told(await clock.read()),
});

const move = defineOpenRoute({
  method: 'PUT',
  path: '/v1/clock',
  operationId: 'moveClock',
  summary: 'Move the clock forward',
  description: 'For every seller and every program of the installation; there is no way back. Only the provider may.',
  tag: 'operations',
  access: { permission: 'clock.write', callers: 'staff' },
  body: z.object({ now: says(z.string().max(40), 'A later instant.', '2026-03-01T00:00:00Z') }),
  response: shape,
  refusals: ['access.provider_only', 'request.instant', 'clock.backward', 'clock.too_far'],
  async handle(work, { body }) {
    if (work.seller.parentId !== null) throw providerOnly();
    const wanted = parseInstant(body.now);
    if (wanted === null)
      throw new Refusal('request.instant', `"${body.now}" is no instant. Write date, time and offset, as 2026-01-31T10:00:00Z.`, {
        path: 'now',
        parameters: { value: body.now },
      });
    const before = formatInstant(await work.clock.read());
    const now = await work.clock.advanceTo(wanted);
    work.note({ subject: 'clock', before: { now: before }, after: { now: formatInstant(now) } });
    return told(now);
  },
});

/** What is of the whole installation belongs to the seller at its root. */
export const providerOnly = (): Refusal =>
  new Refusal('access.provider_only', 'This is about the whole installation; only the provider may do it, not a seller below.');

export const clockRoutes: readonly Route[] = [get, move];
