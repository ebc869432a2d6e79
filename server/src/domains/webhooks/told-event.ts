// An event as others are told it: the same in the feed and in a webhook's body.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import type { FeedEvent } from '../../platform/events/index.ts';

export const eventShape = z
  .object({
    id: z.string().meta({ description: 'The event’s id; the `webhook-id` of its deliveries.', examples: ['evt_00000000000zg'] }),
    type: z
      .string()
      .meta({ description: 'What happened, one of the kinds in the guide to the change feed.', examples: ['invoice.issued'] }),
    timestamp: z.string().meta({ description: 'When it happened, in business time.', examples: ['2026-02-01T00:10:00Z'] }),
    subject: z.string().meta({ description: 'The id of what it happened to.', examples: ['inv_00000000000z8'] }),
    data: z
      .record(z.string(), z.unknown())
      .meta({ description: 'By kind, see the guide.', examples: [{ account: 'acme', total: '17.85', currency: 'EUR' }] }),
  })
  .meta({ id: 'Event', description: 'Something that happened.' });

export type ToldEvent = z.input<typeof eventShape>;

export function tellEvent({ id, kind, subject, occurredAt, data }: FeedEvent): ToldEvent {
  return {
    id: formatIdentifier('evt', id),
    type: kind,
    timestamp: formatInstant(occurredAt),
    subject,
    data: data as Record<string, unknown>,
  };
}
