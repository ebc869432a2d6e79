// What webhooks tell others of: themselves.
import { z } from 'zod';
import { defineEvents } from '../../platform/events/index.ts';

const subject = { subject: "The endpoint's id.", exampleSubject: 'whe_00000000000zg' } as const;
const url = z.string().meta({ description: 'The address that is called.' });

export const { tell, catalog: webhookEvents } = defineEvents({
  'webhook_endpoint.created': {
    ...subject,
    about: 'A webhook endpoint was set up.',
    data: z.object({ url }),
    example: { url: 'https://example.com/hooks' },
  },
  'webhook_endpoint.changed': {
    ...subject,
    about: 'A webhook endpoint was changed, or its secret replaced.',
    data: z.object({ url }),
    example: { url: 'https://example.com/hooks' },
  },
  'webhook_endpoint.removed': {
    ...subject,
    about: 'A webhook endpoint was taken away.',
    data: z.object({ url }),
    example: { url: 'https://example.com/hooks' },
  },
  'webhook_endpoint.disabled': {
    ...subject,
    about: 'A webhook endpoint was turned off because it failed for three days or answered that it is gone.',
    data: z.object({ url, reason: z.enum(['gone', 'failing']).meta({ description: 'It said so (410), or failed for three days.' }) }),
    example: { url: 'https://example.com/hooks', reason: 'failing' },
  },
  'webhook_endpoint.tested': {
    ...subject,
    about: 'Somebody asked for a test. It is delivered to that endpoint alone, whatever kinds it chose.',
    data: z.object({ url }),
    example: { url: 'https://example.com/hooks' },
  },
});
