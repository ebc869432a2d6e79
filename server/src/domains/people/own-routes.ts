// What signed-in people do about how they themselves sign in: password, second factor and passkeys.
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { notFound, readIdentifier } from '../../platform/http/not-found.ts';
import { defineOpenRoute, defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf } from '../../platform/http/work.ts';
import { noSecondFactor } from './errors.ts';
import { changePassword, freshUser } from './own-access.ts';
import { addPasskey, beginPasskey } from './passkeys.ts';
import { countRecoveryCodes, deletePasskey, deleteSecondFactor, findSecondFactor, listPasskeys } from './proof-store.ts';
import {
  code,
  csrfToken,
  instant,
  language,
  noteCaller,
  ownUserShape,
  password,
  signedInPerson,
  tellOwnUser,
  userFields,
} from './route-shapes.ts';
import { beginSecondFactor, confirmSecondFactor, makeRecoveryCodes } from './second-factor.ts';
import { getOwnSession } from './sessions.ts';
import { passkeyOptions, passkeyResponse, setSession } from './sign-in-routes.ts';
import { lockUser, updateUser } from './user-store.ts';

const me = { ...signedInPerson, tag: 'me' } as const;
const FRESH = ['access.people_only', 'impersonation.forbidden', 'session.not_fresh'];

const setPassword = defineOpenRoute({
  ...me,
  method: 'PUT',
  path: '/v1/me/password',
  operationId: 'changePassword',
  summary: 'Change your password',
  description: 'All your other sessions end.',
  body: z.object({ password }),
  response: z.object({ csrfToken }),
  answerIsSecret: true,
  refusals: [...FRESH, 'password.weak', 'sign_in.busy'],
  async handle(work, { body }) {
    const { people } = work.services;
    const renewed = await changePassword(people, work.inTransaction, work, body.password);
    noteCaller(work);
    return { csrfToken: setSession(work, people, renewed) };
  },
});

const change = defineRoute({
  ...me,
  method: 'PATCH',
  path: '/v1/me',
  operationId: 'changeMe',
  summary: 'Change your name and language',
  body: z.object({ name: userFields.name.optional(), language: language.nullable().optional() }),
  response: ownUserShape,
  refusals: ['access.people_only'],
  async handle(work, { body }) {
    const one = await getOwnSession(work.tx, work, work.services.people.machine);
    const before = (await lockUser(work.tx, one.sellerId, one.userId))!;
    const after = tellOwnUser(await updateUser(work.tx, before, body));
    work.note({ subject: after.id, before: tellOwnUser(before), after });
    return after;
  },
});

const factorState = defineRoute({
  ...me,
  method: 'GET',
  path: '/v1/me/second-factor',
  operationId: 'getSecondFactor',
  summary: 'Say whether a second factor is set up',
  response: z.object({
    confirmedAt: instant('When it was confirmed; null where none is in use.').nullable(),
    recoveryCodes: z.number().int().meta({ description: 'How many recovery codes are left.', example: 10 }),
  }),
  refusals: ['access.people_only'],
  async handle(work) {
    const one = await getOwnSession(work.tx, work, work.services.people.machine);
    const user = { sellerId: one.sellerId, id: one.userId };
    const factor = await findSecondFactor(work.tx, user);
    const confirmedAt = factor?.confirmedAt ?? null;
    return {
      confirmedAt: confirmedAt === null ? null : formatInstant(confirmedAt),
      recoveryCodes: await countRecoveryCodes(work.tx, user),
    };
  },
});

const factorBegin = defineRoute({
  ...me,
  method: 'POST',
  path: '/v1/me/second-factor',
  operationId: 'beginSecondFactor',
  summary: 'Begin to set up a second factor',
  response: z.object({
    secret: z.string().meta({ description: 'For typing into the app.', example: 'JBSWY3DPEHPK3PXP' }),
    uri: z.string().meta({
      description: 'For the picture that the app reads.',
      example: 'otpauth://totp/Nord:ada%40example.org?secret=JBSWY3DPEHPK3PXP',
    }),
  }),
  answerIsSecret: true,
  refusals: [...FRESH, 'second_factor.already_set_up'],
  async handle(work) {
    const { people } = work.services;
    const { user } = await freshUser(people, work.tx, work);
    noteCaller(work);
    return beginSecondFactor(people, work.tx, user, callerOf(work.principal).seller.legalName);
  },
});

const recoveryCodes = z.object({
  recoveryCodes: z
    .array(z.string())
    .meta({ description: 'Each works once, in place of the app. They are shown now and never again.', example: ['k7w2p-9hd4m-x3rtn'] }),
});

const factorConfirm = defineRoute({
  ...me,
  method: 'POST',
  path: '/v1/me/second-factor/confirm',
  operationId: 'confirmSecondFactor',
  summary: 'Confirm the second factor with its first code',
  body: z.object({ code }),
  response: recoveryCodes,
  answerIsSecret: true,
  refusals: [...FRESH, 'second_factor.missing', 'second_factor.already_set_up', 'second_factor.wrong_code'],
  async handle(work, { body }) {
    const { people } = work.services;
    const { user } = await freshUser(people, work.tx, work);
    noteCaller(work);
    return { recoveryCodes: await confirmSecondFactor(people, work.tx, user, body.code) };
  },
});

const factorCodes = defineRoute({
  ...me,
  method: 'POST',
  path: '/v1/me/second-factor/recovery-codes',
  operationId: 'replaceRecoveryCodes',
  summary: 'Replace your recovery codes',
  response: recoveryCodes,
  answerIsSecret: true,
  refusals: [...FRESH, 'second_factor.missing'],
  async handle(work) {
    const { user } = await freshUser(work.services.people, work.tx, work);
    const factor = await findSecondFactor(work.tx, user);
    if (factor === null || factor.confirmedAt === null) throw noSecondFactor();
    noteCaller(work);
    return { recoveryCodes: await makeRecoveryCodes(work.tx, user) };
  },
});

const factorRemove = defineRoute({
  ...me,
  method: 'DELETE',
  path: '/v1/me/second-factor',
  operationId: 'removeSecondFactor',
  summary: 'Remove your second factor',
  response: null,
  refusals: [...FRESH, 'second_factor.missing'],
  async handle(work) {
    const { user } = await freshUser(work.services.people, work.tx, work);
    if (!(await deleteSecondFactor(work.tx, user))) throw noSecondFactor();
    noteCaller(work);
    return undefined;
  },
});

const passkeyShape = z.object({
  id: z.string().meta({ description: 'The passkey’s id.', example: 'psk_00000000000zg' }),
  name: z.string().meta({ description: 'What you call it.', example: 'Laptop' }),
  createdAt: instant('When it was added.'),
  usedAt: instant('When it was last used.').nullable(),
});

function tellPasskey(one: Awaited<ReturnType<typeof listPasskeys>>[number]): z.input<typeof passkeyShape> {
  const usedAt = one.usedAt === null ? null : formatInstant(one.usedAt);
  return { id: formatIdentifier('psk', one.id), name: one.name, createdAt: formatInstant(one.createdAt), usedAt };
}

const passkeys = defineRoute({
  ...me,
  method: 'GET',
  path: '/v1/me/passkeys',
  operationId: 'listPasskeys',
  summary: 'List your passkeys',
  response: z.object({ data: z.array(passkeyShape).meta({ description: 'In the order in which they were added.' }) }),
  refusals: ['access.people_only'],
  async handle(work) {
    const one = await getOwnSession(work.tx, work, work.services.people.machine);
    return { data: (await listPasskeys(work.tx, { sellerId: one.sellerId, id: one.userId })).map(tellPasskey) };
  },
});

const passkeyBegin = defineRoute({
  ...me,
  method: 'POST',
  path: '/v1/me/passkeys/options',
  operationId: 'beginPasskey',
  summary: 'Begin to add a passkey',
  response: z.object({ options: passkeyOptions }),
  answerIsSecret: true,
  refusals: FRESH,
  async handle(work) {
    const { people } = work.services;
    const { user } = await freshUser(people, work.tx, work);
    noteCaller(work);
    return { options: { ...(await beginPasskey(people, work.tx, user)) } };
  },
});

const passkeyAdd = defineRoute({
  ...me,
  method: 'POST',
  path: '/v1/me/passkeys',
  operationId: 'addPasskey',
  summary: 'Add a passkey',
  status: 201,
  body: passkeyResponse.extend({ name: z.string().min(1).max(100).meta({ description: 'What you call it.', example: 'Laptop' }) }),
  response: passkeyShape,
  refusals: [...FRESH, 'passkey.refused', 'sign_in.challenge_over'],
  async handle(work, { body }) {
    const { people } = work.services;
    const { user } = await freshUser(people, work.tx, work);
    noteCaller(work);
    return tellPasskey(await addPasskey(people, work.tx, user, body.name, body.answer as unknown as RegistrationResponseJSON));
  },
});

const passkeyRemove = defineRoute({
  ...me,
  method: 'DELETE',
  path: '/v1/me/passkeys/:passkey',
  operationId: 'removePasskey',
  summary: 'Remove a passkey',
  params: z.object({ passkey: z.string().max(40).meta({ description: 'The passkey’s id.', example: 'psk_00000000000zg' }) }),
  response: null,
  refusals: [...FRESH, 'resource.not_found'],
  async handle(work, { params }) {
    const { user } = await freshUser(work.services.people, work.tx, work);
    if (!(await deletePasskey(work.tx, user, readIdentifier('psk', params.passkey)))) throw notFound();
    work.note({ subject: params.passkey });
    return undefined;
  },
});

export const ownAccessRoutes: readonly Route[] = [
  change,
  setPassword,
  factorState,
  factorBegin,
  factorConfirm,
  factorCodes,
  factorRemove,
  passkeys,
  passkeyBegin,
  passkeyAdd,
  passkeyRemove,
];
