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
  'usage_upload.finished': {
    about: 'An uploaded file of usage is taken to its last row: each is stored, known already or refused.',
    subject: 'The upload’s id.',
    exampleSubject: 'upl_00000000000zg',
    data: z.object({
      source: z.string().meta({ description: 'The source of its events.' }),
      fileName: z.string().meta({ description: 'As the file was called; may be empty.' }),
      stored: z.number().meta({ description: 'Events that are new.' }),
      repeated: z.number().meta({ description: 'Events that were known already.' }),
      refused: z.number().meta({ description: 'Rows that were not taken; the upload’s report says why.' }),
    }),
    example: { source: 'csv', fileName: 'january.csv', stored: 1180, repeated: 18, refused: 2 },
  },
});
