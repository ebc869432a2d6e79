// What the catalog tells others of.
import { z } from 'zod';
import { defineEvents } from '../../platform/events/index.ts';

export const { tell, catalog: catalogEvents } = defineEvents({
  'plan.published': {
    about: 'A version of a plan was published and can be bought.',
    subject: 'What timelines and quotes call the version.',
    exampleSubject: 'mail~2',
    data: z.object({
      plan: z.string().meta({ description: 'Key of the plan.' }),
      version: z.number().meta({ description: 'Which version, from 1.' }),
    }),
    example: { plan: 'mail', version: 2 },
  },
});
