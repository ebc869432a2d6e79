// Sessions over HTTP: who is signed in and for whom he acts, his sessions elsewhere, proving again, signing out.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { notFound, readIdentifier } from '../../platform/http/not-found.ts';
import { defineOpenRoute, defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf } from '../../platform/http/work.ts';
import { stopImpersonating } from './impersonate.ts';
import { proveAgain } from './own-access.ts';
import {
  code,
  csrfToken,
  instant,
  noteCaller,
  ownUserShape,
  password,
  permissionList,
  signedInPerson,
  tellOwnUser,
} from './route-shapes.ts';
import { endCookie, readCookie, SESSION_COOKIE } from './session-cookie.ts';
import { findSessionById, listLiveSessions, revokeSession } from './session-store.ts';
import { getOwnSession, readFrom } from './sessions.ts';
import { setSession } from './sign-in-routes.ts';
import { crossSiteToken } from './tokens.ts';
import { findUser } from './user-store.ts';

const session = { ...signedInPerson, tag: 'session' } as const;
const sessionId = z.string().meta({ description: 'The session’s id.', example: 'ses_00000000000zg' });

export const sessionShape = z.object({
  id: sessionId,
  method: z.string().meta({ description: 'How he proved who he is.', example: 'password+second_factor' }),
  isThisOne: z.boolean().meta({ description: 'Whether this request came with it.', example: true }),
  impersonatedBy: z.string().nullable().meta({ description: 'The staff member who acts as this user.', example: null }),
  createdAt: instant('When it began.'),
  seenAt: instant('When it was last used, to the minute.'),
  expiresAt: instant('When it ends at the latest.'),
  address: z.string().meta({ description: 'From which network address it began.', example: '192.0.2.7' }),
  agent: z.string().meta({ description: 'Which program it said it was.', example: 'Mozilla/5.0' }),
});

type Told = Omit<Awaited<ReturnType<typeof listLiveSessions>>[number], never>;

export function tellSession(one: Told, own: bigint | null) {
  return {
    id: formatIdentifier('ses', one.id),
    method: one.method,
    isThisOne: one.id === own,
    impersonatedBy: one.impersonatorId === null ? null : formatIdentifier('usr', one.impersonatorId),
    createdAt: formatInstant(one.createdAt),
    seenAt: formatInstant(one.seenAt),
    expiresAt: formatInstant(one.expiresAt),
    address: one.address,
    agent: one.agent,
  };
}

const get = defineRoute({
  ...session,
  method: 'GET',
  path: '/v1/session',
  operationId: 'getSession',
  summary: 'Say who is signed in, for whom he acts and what he may do',
  response: z.object({
    user: ownUserShape.meta({ description: 'As whom one acts.' }),
    seller: z.string().meta({ description: 'Key of the seller one acts in.', example: 'provider' }),
    account: z.string().nullable().meta({ description: 'Id of the account that one is confined to; null for staff.', example: null }),
    permissions: permissionList,
    delegatedFrom: z.string().nullable().meta({ description: 'Key of the seller above that one belongs to.', example: null }),
    impersonatedBy: z.string().nullable().meta({ description: 'Who acts as this user: show it on every page.', example: null }),
    session: sessionShape.meta({ description: 'The session itself.' }),
    csrfToken,
  }),
  refusals: ['access.people_only'],
  async handle(work) {
    const { people } = work.services;
    const one = await getOwnSession(work.tx, work, people.machine);
    const caller = callerOf(work.principal);
    return {
      user: tellOwnUser((await findUser(work.tx, one.sellerId, one.userId))!),
      seller: caller.seller.key,
      account: caller.account === null ? null : formatIdentifier('acc', caller.account),
      permissions: [...caller.permissions].sort(),
      delegatedFrom: caller.delegatedFrom,
      impersonatedBy: caller.impersonatedBy,
      session: tellSession(one, one.id),
      csrfToken: crossSiteToken(readCookie(work.headers.cookie, SESSION_COOKIE)!),
    };
  },
});

const end = defineRoute({
  ...session,
  method: 'DELETE',
  path: '/v1/session',
  operationId: 'signOut',
  summary: 'Sign out',
  response: null,
  refusals: ['access.people_only'],
  async handle(work) {
    const { people } = work.services;
    const one = await getOwnSession(work.tx, work, people.machine);
    await revokeSession(work.tx, one.sellerId, one.id, people.machine.now());
    work.header('set-cookie', endCookie(people, SESSION_COOKIE));
    noteCaller(work);
    return undefined;
  },
});

const prove = defineOpenRoute({
  ...session,
  method: 'POST',
  path: '/v1/session/prove',
  operationId: 'proveAgain',
  summary: 'Prove again who you are',
  description: 'By password, or by a code of the second factor. Changes to how one signs in want it not older than fifteen minutes.',
  body: z.object({ password: password.optional(), code: code.optional() }),
  response: z.object({ csrfToken }),
  answerIsSecret: true,
  refusals: ['access.people_only', 'impersonation.forbidden', 'sign_in.refused', 'sign_in.too_many_attempts', 'sign_in.busy'],
  async handle(work, { body }) {
    const { people } = work.services;
    const renewed = await proveAgain(people, work.inTransaction, work, body, readFrom(work));
    return { csrfToken: setSession(work, people, renewed) };
  },
});

const stopActing = defineRoute({
  ...session,
  method: 'POST',
  path: '/v1/session/stop-impersonating',
  operationId: 'stopImpersonating',
  summary: 'Stop acting as a customer’s user',
  description: 'Back to one’s own session; where that has ended meanwhile, one is signed out.',
  response: z.object({ csrfToken: csrfToken.nullable() }),
  answerIsSecret: true,
  refusals: ['access.people_only', 'impersonation.customers_only'],
  async handle(work) {
    const { people } = work.services;
    const back = await stopImpersonating(people, work.tx, work);
    noteCaller(work);
    if (back !== null) return { csrfToken: setSession(work, people, back) };
    work.header('set-cookie', endCookie(people, SESSION_COOKIE));
    return { csrfToken: null };
  },
});

const list = defineRoute({
  ...session,
  method: 'GET',
  path: '/v1/sessions',
  operationId: 'listSessions',
  summary: 'List your sessions',
  response: z.object({ data: z.array(sessionShape).meta({ description: 'Those that are alive, latest first.' }) }),
  refusals: ['access.people_only'],
  async handle(work) {
    const { machine } = work.services.people;
    const one = await getOwnSession(work.tx, work, machine);
    const all = await listLiveSessions(work.tx, one.sellerId, one.userId, machine.now());
    return { data: all.map((other) => tellSession(other, one.id)) };
  },
});

const revoke = defineRoute({
  ...session,
  method: 'DELETE',
  path: '/v1/sessions/:session',
  operationId: 'revokeSession',
  summary: 'End one of your sessions',
  params: z.object({ session: z.string().max(40).meta({ description: 'The session’s id.', example: 'ses_00000000000zg' }) }),
  response: null,
  refusals: ['access.people_only', 'impersonation.forbidden', 'resource.not_found'],
  async handle(work, { params }) {
    const { machine } = work.services.people;
    const one = await getOwnSession(work.tx, work, machine);
    const other = await findSessionById(work.tx, one.sellerId, readIdentifier('ses', params.session));
    const isHis = other !== null && other.userId === one.userId && (one.impersonatorId === null || other.id === one.id);
    if (!isHis) throw notFound();
    await revokeSession(work.tx, other.sellerId, other.id, machine.now());
    work.note({ subject: params.session });
    return undefined;
  },
});

export const sessionRoutes: readonly Route[] = [get, end, prove, stopActing, list, revoke];
