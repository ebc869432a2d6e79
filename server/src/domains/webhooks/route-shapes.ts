// What webhook endpoints and deliveries look like over HTTP.
import { z } from 'zod';
import { expandQuery } from '../../platform/http/expand.ts';
import { eventKinds } from './event-catalog.ts';

export const kindOfEvent = z.enum(eventKinds);

const fields = {
  url: z
    .string()
    .min(1)
    .max(2000)
    .meta({ description: 'Where events are posted to: a public https or http address.', examples: ['https://example.com/hooks'] }),
  description: z
    .string()
    .max(500)
    .meta({ description: 'For people.', examples: ['Order system'] }),
  types: z
    .array(kindOfEvent)
    .max(200)
    .meta({ description: 'Kinds of events that are posted; empty is every kind.', examples: [['invoice.issued', 'credit_note.issued']] }),
  enabled: z.boolean().meta({ description: 'Off, nothing is posted; events meanwhile can be replayed later.', examples: [true] }),
};

export const endpointBody = z.object({
  url: fields.url,
  description: fields.description.default(''),
  types: fields.types.default([]),
  enabled: fields.enabled.default(true),
});

/** Without defaults: what is left out stays. */
export const endpointChange = z.object({
  url: fields.url.optional(),
  description: fields.description.optional(),
  types: fields.types.optional(),
  enabled: fields.enabled.optional(),
});

const health = z.object({
  failures: z.int().meta({ description: 'Calls in a row that failed.', examples: [0] }),
  failingSince: z
    .string()
    .nullable()
    .meta({ description: 'Since when; null while all is well.', examples: ['2026-02-01T00:10:05Z'] }),
  nextCallAt: z
    .string()
    .nullable()
    .meta({ description: 'When it is called next; null when nothing waits.', examples: ['2026-02-01T00:15:05Z'] }),
});

export const endpointShape = z
  .object({
    id: z.string().meta({ description: 'The endpoint’s id.', examples: ['whe_00000000000zg'] }),
    ...fields,
    disabled: z
      .object({
        at: z.string().meta({ description: 'When.', examples: ['2026-02-04T00:10:05Z'] }),
        reason: z.enum(['gone', 'failing']).meta({ description: 'It answered 410, or failed for three days.', examples: ['failing'] }),
      })
      .nullable()
      .meta({ description: 'Where we turned it off; null otherwise.' }),
    secretBeforeUntil: z
      .string()
      .nullable()
      .meta({ description: 'Until then posts carry a second signature, by the secret before.', examples: ['2026-02-02T00:00:00Z'] }),
    createdAt: z.string().meta({ description: 'When it was set up.', examples: ['2026-01-01T00:00:00Z'] }),
    changedAt: z.string().meta({ description: 'When it was last changed.', examples: ['2026-01-01T00:00:00Z'] }),
    health: health.optional().meta({ description: 'Only with `expand=health`.' }),
  })
  .meta({ id: 'WebhookEndpoint', description: 'Where events are posted to.' });

export const secretField = z
  .string()
  .meta({ description: 'Verifies the posts, by Standard Webhooks. Told this once.', examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] });

export const expansions = expandQuery(['health']);

export const deliveryShape = z
  .object({
    id: z.string().meta({ description: 'The delivery’s id.', examples: ['whd_0000000000001'] }),
    event: z.string().meta({ description: 'The event’s id, and the `webhook-id` of every attempt.', examples: ['evt_00000000000zg'] }),
    type: z.string().meta({ description: 'Kind of the event.', examples: ['invoice.issued'] }),
    status: z
      .enum(['waiting', 'delivered', 'failed'])
      .meta({ description: 'Waiting for its first or next attempt, taken, or given up.', examples: ['delivered'] }),
    attempts: z.int().meta({ description: 'Since it was asked for last.', examples: [1] }),
    nextAttemptAt: z
      .string()
      .nullable()
      .meta({ description: 'When it is tried next; null when it is over.', examples: [null] }),
    lastAttempt: z
      .object({
        at: z.string().meta({ description: 'When.', examples: ['2026-02-01T00:10:05Z'] }),
        durationMs: z.int().meta({ description: 'How long the answer took, in milliseconds.', examples: [84] }),
        status: z
          .int()
          .nullable()
          .meta({ description: 'HTTP status of the answer; null where none came.', examples: [200] }),
        body: z
          .string()
          .nullable()
          .meta({ description: 'The first 2 KB of the answer.', examples: ['ok'] }),
      })
      .nullable()
      .meta({ description: 'Null before the first.' }),
    failure: z
      .object({
        code: z
          .enum(['status', 'redirect', 'gone', 'expired', 'address', 'connection', 'timeout', 'certificate', 'answer'])
          .meta({ description: 'Why the last attempt failed.', examples: ['timeout'] }),
        detail: z
          .string()
          .nullable()
          .meta({ description: 'The same as a sentence, where the code does not say it all.', examples: ['No answer came in time.'] }),
      })
      .nullable()
      .meta({ description: 'Null where nothing failed.' }),
    createdAt: z.string().meta({ description: 'When it was first asked for.', examples: ['2026-02-01T00:10:04Z'] }),
  })
  .meta({ id: 'WebhookDelivery', description: 'An event on its way to an endpoint, once however often it is tried.' });
