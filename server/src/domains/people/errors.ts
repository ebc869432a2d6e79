// What can be refused about people. What is wrong with a sign-in is never told apart: unknown, wrong and locked read the same.
import { Refusal } from '../../kernel/refusal.ts';
import type { PasswordFault } from './core/password-rules.ts';

export const signInRefused = (): Refusal =>
  new Refusal('sign_in.refused', 'That did not prove who you are. Check what you entered, or ask for a new password.');

export const tooManyAttempts = (untilMs: number, now: number): Refusal => {
  const minutes = String(Math.max(1, Math.ceil((untilMs - now) / 60_000)));
  return new Refusal('sign_in.too_many_attempts', `There were too many attempts. Try again in ${minutes} minutes.`, {
    parameters: { minutes, seconds: String(Math.max(1, Math.ceil((untilMs - now) / 1000))) },
  });
};

export const busy = (): Refusal => new Refusal('sign_in.busy', 'Too many people sign in at this moment. Try again in a few seconds.');

export const challengeOver = (): Refusal =>
  new Refusal('sign_in.challenge_over', 'This sign-in took too long or was finished already. Begin again.');

export const crossSite = (): Refusal =>
  new Refusal(
    'access.cross_site',
    'A request by cookie that changes something carries the session’s token in the header Prorata-CSRF-Token and comes from this site’s own pages. `GET /v1/session` gives the token.',
  );

export const linkOver = (): Refusal =>
  new Refusal('link.over', 'This link was used already, or is too old. Ask for a new one.', { path: 'token' });

const FAULTS: Readonly<Record<PasswordFault, string>> = {
  too_short: 'It has fewer than 12 characters',
  too_long: 'It has more than 256 characters',
  known: 'It stands on every list of known passwords',
  repeats: 'It repeats the same few characters',
  names_you: 'It is little more than your name or mail address',
};

export const weakPassword = (fault: PasswordFault, path = 'password'): Refusal =>
  new Refusal('password.weak', `${FAULTS[fault]}. Take a longer one; a few words that do not belong together will do.`, {
    path,
    parameters: { fault },
  });

export const notWhileImpersonating = (): Refusal =>
  new Refusal('impersonation.forbidden', 'Whoever acts as somebody else cannot change how that person signs in. Stop acting first.');

export const notImpersonable = (): Refusal =>
  new Refusal(
    'impersonation.customers_only',
    'Only users of customers can be acted for, never people of a seller, and not from within such a session.',
  );

export const onlySignedInPeople = (): Refusal =>
  new Refusal('access.people_only', 'This is for people who signed in; an API key has no password, sessions or second factor.');

export const proveAgain = (): Refusal =>
  new Refusal('session.not_fresh', 'Prove once more who you are: send your password to `POST /v1/session/prove`, or sign in again.');

export const userExists = (mail: string): Refusal =>
  new Refusal('user.exists', `${mail} has that role there already. Change it with PUT /v1/users/{user}/roles.`, {
    path: 'mail',
    parameters: { mail },
  });

export const lastOwner = (): Refusal =>
  new Refusal('user.last_owner', 'Nobody would be left who may give roles. Make somebody else an owner first.');

export const mightier = (permission: string): Refusal =>
  new Refusal('access.beyond_own', `You cannot give "${permission}", or not so widely: you do not have it so yourself.`, {
    parameters: { permission },
  });

export const unknownRole = (role: string, path = 'role'): Refusal =>
  new Refusal('role.unknown', `There is no role "${role}". \`GET /v1/roles\` lists them.`, { path, parameters: { role } });

export const builtInRole = (role: string): Refusal =>
  new Refusal('role.built_in', `The role "${role}" is built in and cannot be changed. Define another one.`, {
    path: 'role',
    parameters: { role },
  });

export const roleInUse = (role: string): Refusal =>
  new Refusal('role.in_use', `Somebody has the role "${role}". Take it away from everybody first.`, { path: 'role', parameters: { role } });

export const wrongHolder = (role: string): Refusal =>
  new Refusal(
    'role.holder',
    `The role "${role}" is not for that place: some are for a seller’s people, some for customers in their account.`,
    {
      path: 'role',
      parameters: { role },
    },
  );

export const wrongLimit = (reason: string): Refusal =>
  new Refusal('role.limit', `A limit cannot be that: ${reason}. Limits are amounts by currency, or a percentage.`, {
    path: 'limits',
    parameters: { reason },
  });

export const unknownPermission = (permission: string, path = 'permissions'): Refusal =>
  new Refusal('permission.unknown', `There is no permission "${permission}" for that. \`GET /v1/permissions\` lists them.`, {
    path,
    parameters: { permission },
  });

export const overLimit = (permission: string, greatest: string, unit: string, value: string): Refusal =>
  new Refusal(
    'access.over_limit',
    `Your role allows at most ${greatest} ${unit} with "${permission}", and this is ${value}. Ask somebody who may give more.`,
    {
      parameters: { permission, greatest, unit, value },
    },
  );

export const keyOver = (): Refusal =>
  new Refusal('key.over', 'This key was revoked, replaced or has expired. Make a new one.', { path: 'key' });

export const wrongExpiry = (): Refusal =>
  new Refusal('key.expiry', 'A key expires at an instant in the future, such as 2027-01-01T00:00:00Z.', { path: 'expiresAt' });

export const wrongCode = (): Refusal =>
  new Refusal('second_factor.wrong_code', 'That code is not valid, or was used already. Wait for the next one.', { path: 'code' });

export const secondFactorExists = (): Refusal =>
  new Refusal('second_factor.already_set_up', 'A second factor is set up. Remove it first to set up another.');

export const noSecondFactor = (): Refusal =>
  new Refusal('second_factor.missing', 'No second factor is set up. Begin with `POST /v1/me/second-factor`.');

export const passkeyRefused = (): Refusal =>
  new Refusal('passkey.refused', 'The passkey’s answer could not be verified. Begin again on this site’s own pages.');

export const unknownProvider = (key: string): Refusal =>
  new Refusal('identity_provider.unknown', `There is no identity provider "${key}" at this portal. Sign in another way.`, {
    path: 'provider',
    parameters: { provider: key },
  });

export const providerFailed = (): Refusal =>
  new Refusal('identity_provider.failed', 'The identity provider gave no usable answer. Try again, or sign in another way.');

export const wrongIssuer = (reason: string): Refusal =>
  new Refusal('identity_provider.issuer', `The issuer cannot be used: ${reason}. It is an https address that answers from the internet.`, {
    path: 'issuer',
    parameters: { reason },
  });

export const notInvited = (): Refusal =>
  new Refusal('sign_in.not_invited', 'You are known there, but not here. Ask for an invitation to the same mail address.');

export const unknownSeller = (key: string, path: string): Refusal =>
  new Refusal('seller.unknown', `There is no seller "${key}" that you may act for.`, { path, parameters: { seller: key } });

export const wrongMail = (path = 'mail'): Refusal =>
  new Refusal('mail.invalid', 'That is no mail address. Write it as name@example.org.', { path });

export const otherSecretKey = (): Refusal =>
  new Refusal(
    'secrets.other_key',
    'The secrets of this database were sealed with another key. Give that one in PRORATA_SECRET_KEY, or put back its file secret.key in the data folder.',
    { path: 'PRORATA_SECRET_KEY' },
  );

export const mailUnknown = (mail: string): Refusal =>
  new Refusal('user.unknown', `No user of this seller has the mail address ${mail}. Add him with \`prorata user add\`.`, {
    path: '--mail',
    parameters: { mail },
  });

export const keyUnknown = (id: string): Refusal =>
  new Refusal('key.unknown', `There is no API key "${id}" of this seller. \`prorata key list\` lists them.`, {
    path: '--key',
    parameters: { key: id },
  });
