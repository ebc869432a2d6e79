// What people's verbs tell of.
import { z } from 'zod';
import { defineEvents } from '../../platform/events/index.ts';

const LINK = 'lnk_00000000000zg';
const USER = 'usr_00000000000zh';
const ofUser = { subject: "The user's id.", exampleSubject: USER } as const;
const ofKey = { subject: "The key's id.", exampleSubject: 'key_00000000000zj' } as const;
const keyData = z.object({ name: z.string().meta({ description: 'What the key is called.' }) });
const ofRole = { subject: "The role's key.", exampleSubject: 'support' } as const;

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
  'user.invited': {
    ...ofUser,
    about: 'Somebody was let in: a new user, or one who was there and got another role.',
    data: z.object({ role: z.string().meta({ description: 'The role he was given.' }) }),
    example: { role: 'support' },
  },
  'user.changed': {
    ...ofUser,
    about: "A user's particulars were changed, or he was shut out or let in again.",
    data: z.object({ disabled: z.boolean().meta({ description: 'Whether he is shut out.' }) }),
    example: { disabled: true },
  },
  'user.roles_changed': {
    ...ofUser,
    about: "A user's roles were replaced.",
    data: z.object({ roles: z.array(z.string()).meta({ description: 'Those that whoever changed them can see.' }) }),
    example: { roles: ['support'] },
  },
  'key.created': { ...ofKey, about: 'An API key was made.', data: keyData, example: { name: 'Order system' } },
  'key.replaced': {
    ...ofKey,
    about: 'An API key has a successor and ends soon.',
    data: keyData.extend({ successor: z.string().meta({ description: 'Id of the key that takes over.' }) }),
    example: { name: 'Order system', successor: 'key_00000000000zm' },
  },
  'key.revoked': { ...ofKey, about: 'An API key was revoked.', data: keyData, example: { name: 'Order system' } },
  'role.defined': {
    ...ofRole,
    about: 'A role was defined, or defined anew.',
    data: z.object({ permissions: z.array(z.string()).meta({ description: 'What its holders may do.' }) }),
    example: { permissions: ['accounts.read', 'invoices.read'] },
  },
  'role.removed': { ...ofRole, about: 'A role that nobody held was taken away.', data: z.object({}), example: {} },
});
