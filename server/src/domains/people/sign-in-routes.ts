// Signing in over HTTP, and what is done by somebody who is not signed in yet: invitations and new passwords.
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { defineOpenRoute, type Route } from '../../platform/http/route.ts';
import type { OpenWork, WorkAround } from '../../platform/http/work.ts';
import { refuseForeignOrigin } from './authenticate.ts';
import { CHALLENGE_MS } from './core/session-life.ts';
import { listProviders } from './key-store.ts';
import { requestReset, useLink } from './links.ts';
import { beginPasskeySignIn, signInByPasskey } from './passkeys.ts';
import type { People } from './people.ts';
import { beginProviderSignIn, finishProviderSignIn } from './providers.ts';
import { code, mail, ownUserShape, password, portal, secretText, tellOwnUser } from './route-shapes.ts';
import { PROVIDER_COOKIE, readCookie, SESSION_COOKIE, writeCookie } from './session-cookie.ts';
import { type From, type OpenedSession, readFrom } from './sessions.ts';
import { findPortal, finishSecondFactor, type SignedIn, signInByPassword } from './sign-in.ts';
import { crossSiteToken } from './tokens.ts';

const door = { tag: 'sign-in', access: { permission: null, callers: 'anyone' }, role: 'engine' } as const;
const THROTTLED = ['access.cross_site', 'sign_in.too_many_attempts'];

const signedInShape = z
  .discriminatedUnion('status', [
    z.object({
      status: z.literal('signed_in').meta({ description: 'The session’s cookie came with this answer.', example: 'signed_in' }),
      user: ownUserShape.meta({ description: 'Who signed in.' }),
      csrfToken: secretText('Send it as Prorata-CSRF-Token with every request by cookie that changes something.'),
    }),
    z.object({
      status: z.literal('second_factor_required').meta({ description: 'A code is wanted too.', example: 'second_factor_required' }),
      challenge: secretText('Send it with the code.'),
    }),
  ])
  .meta({ id: 'SignedIn' });

const passkeyAnswer = z
  .looseObject({
    id: z.string().max(2000).meta({ description: 'The passkey’s id.', example: 'AQID' }),
    response: z
      .looseObject({ clientDataJSON: z.string().max(20_000).meta({ description: 'What was signed, in base64url.', example: 'e30' }) })
      .meta({ description: 'What the authenticator answered.' }),
  })
  .meta({
    description: 'What `navigator.credentials` answered, as JSON.',
    example: { id: 'AQID', rawId: 'AQID', type: 'public-key', response: { clientDataJSON: 'e30' } },
  });
export const passkeyOptions = z.looseObject({}).meta({
  description: 'Options for `navigator.credentials`, as JSON.',
  example: { challenge: 'AQID', rpId: 'billing.example.org' },
});
export const passkeyResponse = z.object({ answer: passkeyAnswer });

export function setSession(work: WorkAround, people: People, session: OpenedSession): string {
  work.header('set-cookie', writeCookie(people, SESSION_COOKIE, session.text, session.seconds));
  return crossSiteToken(session.text);
}

function enter(work: OpenWork): { people: People; from: From } {
  const { people } = work.services;
  refuseForeignOrigin(people, work.headers);
  return { people, from: readFrom(work) };
}

function told(work: OpenWork, signedIn: SignedIn): z.input<typeof signedInShape> {
  const { user } = signedIn;
  if (signedIn.status === 'second_factor_required') return { status: signedIn.status, challenge: signedIn.challenge };
  return { status: signedIn.status, user: tellOwnUser(user), csrfToken: setSession(work, work.services.people, signedIn.session) };
}

const byPassword = defineOpenRoute({
  ...door,
  method: 'POST',
  path: '/v1/sign-in',
  operationId: 'signIn',
  summary: 'Sign in by password',
  description: 'A wrong password and a mail address that nobody has are answered alike. The session that the browser had before ends.',
  body: z.object({ portal, mail, password }),
  response: signedInShape,
  answerIsSecret: true,
  refusals: [...THROTTLED, 'sign_in.refused', 'sign_in.busy'],
  async handle(work, { body }) {
    const { people, from } = enter(work);
    return told(work, await signInByPassword(people, work.inTransaction, body, from));
  },
});

const secondFactor = defineOpenRoute({
  ...door,
  method: 'POST',
  path: '/v1/sign-in/second-factor',
  operationId: 'finishSignIn',
  summary: 'Finish signing in with a code',
  description: 'A code works once, and five are looked at.',
  body: z.object({ challenge: secretText('From the answer before.'), code }),
  response: signedInShape,
  answerIsSecret: true,
  refusals: [...THROTTLED, 'sign_in.refused', 'sign_in.challenge_over', 'second_factor.wrong_code'],
  async handle(work, { body }) {
    const { people, from } = enter(work);
    return told(work, await finishSecondFactor(people, work.inTransaction, body, from));
  },
});

const passkeyBegin = defineOpenRoute({
  ...door,
  method: 'POST',
  path: '/v1/sign-in/passkey/options',
  operationId: 'beginPasskeySignIn',
  summary: 'Begin to sign in by passkey',
  body: z.object({ portal }),
  response: z.object({ options: passkeyOptions }),
  refusals: THROTTLED,
  async handle(work, { body }) {
    const { people, from } = enter(work);
    return { options: { ...(await beginPasskeySignIn(people, work.inTransaction, body.portal, from)) } };
  },
});

const passkeyFinish = defineOpenRoute({
  ...door,
  method: 'POST',
  path: '/v1/sign-in/passkey',
  operationId: 'signInByPasskey',
  summary: 'Sign in by passkey',
  body: passkeyResponse,
  response: signedInShape,
  answerIsSecret: true,
  refusals: [...THROTTLED, 'sign_in.refused', 'sign_in.challenge_over', 'passkey.refused'],
  async handle(work, { body }) {
    const { people, from } = enter(work);
    const answer = body.answer as unknown as AuthenticationResponseJSON;
    return told(work, await signInByPasskey(people, work.inTransaction, answer, from));
  },
});

const methods = defineOpenRoute({
  ...door,
  method: 'GET',
  path: '/v1/sign-in/providers',
  operationId: 'listSignInProviders',
  summary: 'List the identity providers of a portal',
  query: z.object({ portal }),
  response: z.object({
    data: z
      .array(
        z.object({
          provider: z.string().meta({ description: 'Its key.', example: 'company' }),
          name: z.string().meta({ description: 'What to write on the button.', example: 'Company account' }),
        }),
      )
      .meta({ description: 'Those that are in use.' }),
  }),
  refusals: [],
  async handle(work, { query }) {
    const list = await work.inTransaction(async (tx) => {
      const seller = await findPortal(tx, query.portal);
      return seller === null ? [] : listProviders(tx, seller.id);
    });
    return { data: list.filter((one) => one.enabled).map((one) => ({ provider: one.key, name: one.name })) };
  },
});

const providerBegin = defineOpenRoute({
  ...door,
  method: 'POST',
  path: '/v1/sign-in/provider',
  operationId: 'beginProviderSignIn',
  summary: 'Begin to sign in at an identity provider',
  description: 'OpenID Connect, authorization code with PKCE. The browser goes to `url` and comes back to /sign-in/provider.',
  body: z.object({ portal, provider: z.string().max(63).meta({ description: 'The provider’s key.', example: 'company' }) }),
  response: z.object({
    url: z.string().meta({ description: 'Where the browser goes.', example: 'https://id.example.org/authorize?client_id=prorata' }),
  }),
  refusals: [...THROTTLED, 'identity_provider.unknown', 'identity_provider.failed'],
  async handle(work, { body }) {
    const { people, from } = enter(work);
    const begun = await beginProviderSignIn(people, work.inTransaction, body, from);
    work.header('set-cookie', writeCookie(people, PROVIDER_COOKIE, begun.cookie, CHALLENGE_MS / 1000));
    return { url: begun.url };
  },
});

const providerText = (description: string, example: string) => z.string().min(1).max(4000).meta({ description, example });

const providerFinish = defineOpenRoute({
  ...door,
  method: 'POST',
  path: '/v1/sign-in/provider/answer',
  operationId: 'finishProviderSignIn',
  summary: 'Finish signing in at an identity provider',
  body: z.object({
    code: providerText('From the address that the browser came back to.', 'SplxlOBeZQQYbYS6WxSbIA'),
    state: providerText('From the same address.', 'af0ifjsldkj'),
    iss: providerText('From the same address, where it is there.', 'https://id.example.org').optional(),
  }),
  response: signedInShape,
  answerIsSecret: true,
  refusals: [...THROTTLED, 'sign_in.refused', 'sign_in.challenge_over', 'sign_in.not_invited', 'identity_provider.failed'],
  async handle(work, { body }) {
    const { people, from } = enter(work);
    const cookie = readCookie(work.headers.cookie, PROVIDER_COOKIE);
    return told(work, await finishProviderSignIn(people, work.inTransaction, { ...body, cookie }, from));
  },
});

const resetRequest = defineOpenRoute({
  ...door,
  method: 'POST',
  path: '/v1/password-reset',
  operationId: 'requestPasswordReset',
  summary: 'Ask for a new password by mail',
  description: 'The answer is the same whether anybody has that address. The link in the letter is built from the configured address.',
  status: 202,
  body: z.object({ portal, mail }),
  response: z.object({ status: z.literal('accepted').meta({ description: 'The letter, if any, says the rest.', example: 'accepted' }) }),
  refusals: THROTTLED,
  async handle(work, { body }) {
    const { people, from } = enter(work);
    await requestReset(people, work.inTransaction, body, from, work.now);
    return { status: 'accepted' as const };
  },
});

const readyShape = z.object({ user: ownUserShape.meta({ description: 'Whose password was set. He signs in with it.' }) });
const readyRefusals = [...THROTTLED, 'link.over', 'password.weak', 'sign_in.busy'];

const resetFinish = defineOpenRoute({
  ...door,
  method: 'POST',
  path: '/v1/password-reset/password',
  operationId: 'resetPassword',
  summary: 'Set a new password by a link',
  description: 'All sessions end and nobody is signed in: a second factor is asked for as ever.',
  body: z.object({ token: secretText('What stands behind the # of the link.'), password }),
  response: readyShape,
  refusals: readyRefusals,
  async handle(work, { body }) {
    const { people, from } = enter(work);
    return { user: tellOwnUser(await useLink(people, work.inTransaction, 'reset', body, from)) };
  },
});

const invitation = defineOpenRoute({
  ...door,
  method: 'POST',
  path: '/v1/invitations/password',
  operationId: 'acceptInvitation',
  summary: 'Accept an invitation and set a password',
  body: z.object({
    token: secretText('What stands behind the # of the link.'),
    password,
    name: z.string().min(1).max(200).optional().meta({ description: 'What you are called.', example: 'Ada Byron' }),
  }),
  response: readyShape,
  refusals: readyRefusals,
  async handle(work, { body }) {
    const { people, from } = enter(work);
    return { user: tellOwnUser(await useLink(people, work.inTransaction, 'invitation', body, from)) };
  },
});

export const signInRoutes: readonly Route[] = [
  byPassword,
  secondFactor,
  passkeyBegin,
  passkeyFinish,
  methods,
  providerBegin,
  providerFinish,
  resetRequest,
  resetFinish,
  invitation,
];
