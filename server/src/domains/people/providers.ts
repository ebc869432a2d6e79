// Signing in by another's word: OpenID Connect, authorization code with PKCE. The provider is called outside of every transaction, and only in public.
import * as client from 'openid-client';
import { Refusal } from '../../kernel/refusal.ts';
import { checkUrl, OutgoingFailure } from '../../platform/outgoing/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';
import { CHALLENGE_MS } from './core/session-life.ts';
import { challengeOver, notInvited, providerFailed, signInRefused, unknownProvider, wrongIssuer } from './errors.ts';
import {
  findProviderByKey,
  findProviderIdentity,
  forgetProviderIdentities,
  type IdentityProvider,
  insertProviderIdentity,
  upsertProvider,
} from './key-store.ts';
import type { People } from './people.ts';
import { insertChallenge, tryChallenge, useChallenge } from './session-store.ts';
import { type From, openSession } from './sessions.ts';
import { admit, attemptSubject, findPortal, goOn, type Run, type SignedIn } from './sign-in.ts';
import { equalTexts, hashToken, newToken } from './tokens.ts';
import { findUser, findUserByMail, markReady, type User } from './user-store.ts';

const CALL_MS = 10_000;
const GREATEST_ANSWER = 512 * 1024;

export const providerPlace = (id: bigint): string => `provider:${id}`;

/** The page that hands on what the provider answers. */
const answerPage = (people: People): string => `${people.publicUrl}/sign-in/provider`;

export interface ProviderInput {
  readonly key: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Left out it stays as it is. */
  readonly clientSecret?: string | undefined;
  readonly isTwoFactors: boolean;
  readonly enabled: boolean;
}

export async function putProvider(
  people: People,
  tx: Transaction,
  sellerId: bigint,
  input: ProviderInput,
): Promise<{ readonly before: IdentityProvider | null; readonly after: IdentityProvider }> {
  requireIssuer(people, input.issuer);
  const found = await findProviderByKey(tx, sellerId, input.key);
  if (found === null && input.clientSecret === undefined) throw wrongIssuer('a new provider needs its client secret');
  const id = found?.id ?? (await reserveIdentities(tx, 1))();
  const sealed = input.clientSecret === undefined ? found!.sealedSecret : people.secrets.seal(input.clientSecret, providerPlace(id));
  const { clientSecret: _secret, ...shown } = input;
  const after: IdentityProvider = { ...shown, sellerId, id };
  await upsertProvider(tx, after, sealed, people.machine.now());
  if (found !== null && found.issuer !== input.issuer) await forgetProviderIdentities(tx, sellerId, id);
  if (found === null) return { before: null, after };
  const { sealedSecret: _sealed, ...before } = found;
  return { before, after };
}

function requireIssuer(people: People, issuer: string): void {
  const isWeb = /^https:\/\//.test(issuer) || people.outgoing.rules.allowPrivate;
  try {
    const url = checkUrl(issuer, people.outgoing.rules, 'issuer');
    if (isWeb && url.search === '' && url.hash === '') return;
  } catch (error) {
    if (error instanceof Refusal) throw wrongIssuer(error.code);
    throw error;
  }
  throw wrongIssuer('it needs https, and neither a query nor a fragment');
}

export interface BegunProviderSignIn {
  /** Where the browser goes. */
  readonly url: string;
  /** Kept by the browser, so that nobody can finish in another one what he began. */
  readonly cookie: string;
}

export async function beginProviderSignIn(
  people: People,
  run: Run,
  input: { readonly portal?: string | undefined; readonly provider: string },
  from: From,
): Promise<BegunProviderSignIn> {
  await admit(people, run, attemptSubject('provider', from.address), from);
  const provider = await run(async (tx) => {
    const seller = await findPortal(tx, input.portal);
    return seller === null ? null : findProviderByKey(tx, seller.id, input.provider);
  });
  if (provider?.enabled !== true) throw unknownProvider(input.provider);
  const config = await configurationOf(people, provider);
  const [state, browser] = [newToken(), newToken()];
  const [verifier, nonce] = [client.randomPKCECodeVerifier(), client.randomNonce()];
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: answerPage(people),
    scope: 'openid email profile',
    state: state.text,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const now = people.machine.now();
  const secret = people.secrets.seal(JSON.stringify({ verifier, nonce }), `state:${state.hash.toString('hex')}`);
  const facts = { provider: provider.key, browser: browser.hash.toString('base64'), secret };
  await run((tx) =>
    insertChallenge(tx, {
      sellerId: provider.sellerId,
      kind: 'provider_sign_in',
      userId: null,
      facts,
      hash: state.hash,
      now,
      expiresAt: now + CHALLENGE_MS,
    }),
  );
  return { url: url.href, cookie: browser.text };
}

export interface ProviderAnswer {
  readonly code: string;
  readonly state: string;
  readonly iss?: string | undefined;
  /** The cookie from the beginning. */
  readonly cookie: string | null;
}

export async function finishProviderSignIn(people: People, run: Run, answer: ProviderAnswer, from: From): Promise<SignedIn> {
  const now = people.machine.now();
  const stateHash = hashToken(answer.state);
  const begun = await run(async (tx) => {
    const challenge = await tryChallenge(tx, 'provider_sign_in', stateHash, 1, now);
    if (challenge === null || !(await useChallenge(tx, challenge, now))) return null;
    const provider = await findProviderByKey(tx, challenge.sellerId, challenge.facts.provider ?? '');
    return provider?.enabled === true ? { challenge, provider } : null;
  });
  if (begun === null || answer.cookie === null) throw challengeOver();
  const { challenge, provider } = begun;
  from.about(provider.sellerId, null);
  if (!equalTexts(hashToken(answer.cookie).toString('base64'), challenge.facts.browser ?? '')) throw challengeOver();
  const secret = people.secrets.open(challenge.facts.secret ?? '', `state:${stateHash.toString('hex')}`);
  const { verifier, nonce } = JSON.parse(secret) as { verifier: string; nonce: string };
  const claims = await exchange(people, provider, answer, { verifier, nonce });
  return run(async (tx) => {
    const user = await findOrBind(people, tx, provider, claims);
    from.about(user.sellerId, user.id);
    if (user.disabledAt !== null) throw signInRefused();
    await markReady(tx, user, now);
    if (!provider.isTwoFactors) return goOn(people, tx, user, 'provider', from, null);
    return { status: 'signed_in', user, session: await openSession(tx, user, 'provider', from, now) };
  });
}

interface Claims {
  readonly subject: string;
  /** Only where the provider says that it verified it. */
  readonly mail: string | null;
}

async function exchange(
  people: People,
  provider: IdentityProvider & { readonly sealedSecret: string },
  answer: ProviderAnswer,
  begun: { readonly verifier: string; readonly nonce: string },
): Promise<Claims> {
  const config = await configurationOf(people, provider);
  const url = new URL(answerPage(people));
  url.searchParams.set('code', answer.code);
  url.searchParams.set('state', answer.state);
  if (answer.iss !== undefined) url.searchParams.set('iss', answer.iss);
  try {
    const tokens = await client.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: begun.verifier,
      expectedState: answer.state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    return { subject: claims.sub, mail: claims.email_verified === true && typeof claims.email === 'string' ? claims.email : null };
  } catch (error) {
    throw asRefusal(error);
  }
}

/** By what the provider calls him; the first time by his verified mail address, if he was invited here. */
async function findOrBind(people: People, tx: Transaction, provider: IdentityProvider, claims: Claims): Promise<User> {
  const bound = await findProviderIdentity(tx, provider, claims.subject);
  const known = bound === null ? null : await findUser(tx, provider.sellerId, bound);
  if (known !== null) return known;
  const invited = claims.mail === null ? null : await findUserByMail(tx, provider.sellerId, claims.mail);
  if (invited === null) throw notInvited();
  await insertProviderIdentity(tx, provider, claims.subject, invited.id, people.machine.now());
  return invited;
}

async function configurationOf(
  people: People,
  provider: IdentityProvider & { readonly sealedSecret: string },
): Promise<client.Configuration> {
  const secret = people.secrets.open(provider.sealedSecret, providerPlace(provider.id));
  const isPlain = people.outgoing.rules.allowPrivate && provider.issuer.startsWith('http:');
  // Signatures are checked although the token comes from the provider itself: a proxy in between must not be trusted with who somebody is.
  const execute = [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])];
  try {
    return await client.discovery(new URL(provider.issuer), provider.clientId, secret, undefined, {
      execute,
      [client.customFetch]: guardedFetch(people),
    });
  } catch (error) {
    throw asRefusal(error);
  }
}

function guardedFetch(people: People): client.CustomFetch {
  return async (url, options) => {
    const body = options.body instanceof URLSearchParams ? options.body.toString() : (options.body as string | null | undefined);
    const answer = await people.outgoing.call({
      method: options.method === 'POST' ? 'POST' : 'GET',
      url,
      headers: options.headers,
      timeoutMs: CALL_MS,
      greatestBytes: GREATEST_ANSWER,
      ...(typeof body === 'string' ? { body } : {}),
    });
    return new Response(new Uint8Array(answer.body), { status: answer.status, headers: answer.headers });
  };
}

/** Whatever a provider does wrong reads the same; what is our fault stays one. */
function asRefusal(error: unknown): unknown {
  const codes = ['OAUTH_', 'UND_'];
  const code = String((error as { code?: unknown }).code ?? '');
  if (error instanceof OutgoingFailure || error instanceof Refusal || codes.some((prefix) => code.startsWith(prefix)))
    return providerFailed();
  if (
    error instanceof client.ClientError ||
    error instanceof client.ResponseBodyError ||
    error instanceof client.AuthorizationResponseError
  ) {
    return providerFailed();
  }
  return error;
}
