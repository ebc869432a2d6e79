// What people's verbs tell of.
import { z } from 'zod';
import { defineEvents } from '../../platform/events/index.ts';

const LINK = 'lnk_00000000000zg';
const USER = 'usr_00000000000zh';

export const { tell, catalog: peopleEvents } = defineEvents({
  'mail.requested': {
    about: 'A letter to a user is to be sent. What is secret in it is not told here: whoever sends letters looks it up.',
    subject: 'The id of the link that the letter carries; of the user where it carries none.',
    exampleSubject: LINK,
    data: z.object({
      template: z.enum(['invitation', 'reset', 'access_given']).meta({ description: 'Which letter.' }),
      user: z.string().meta({ description: 'The user it goes to.' }),
    }),
    example: { template: 'invitation', user: USER },
  },
});
