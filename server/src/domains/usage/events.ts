// What usage tells others of.
import { z } from 'zod';
import { defineEvents } from '../../platform/events/index.ts';

export const { tell, catalog: usageEvents } = defineEvents({
  'usage.refused': {
    about:
      'Events of usage were refused and will not be billed. One for each sender, reason and batch; each of them is listed with its reason.',
    subject: 'The sender, as its events name it.',
    exampleSubject: 'collector-1',
    data: z.object({
      code: z.string().meta({ description: 'Why, as a code.' }),
      count: z.number().meta({ description: 'How many.' }),
      firstId: z.string().meta({ description: 'Id of the first of them.' }),
    }),
    example: { code: 'usage.unknown_meter', count: 3, firstId: 'e-17' },
  },
});
