// Users over HTTP: list, read, invite, change, give roles, sign out, act as one.
import { z } from 'zod';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { requireUnchanged, tagAnswer } from '../../platform/http/etag.ts';
import { orNotFound, readIdentifier } from '../../platform/http/not-found.ts';
import { pageFrom, pageOf, pageQuery, pageSql, readPage } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf } from '../../platform/http/work.ts';
import { impersonate } from './impersonate.ts';
import { language, ownUserShape, roleInput, secretText, tellOwnUser, tellUser, tellUsers, userFields, userShape } from './route-shapes.ts';
import { sessionShape, tellSession } from './session-routes.ts';
import { listLiveSessions } from './session-store.ts';
import { readFrom } from './sessions.ts';
import { setSession } from './sign-in-routes.ts';
import { findUser, listUsers, userColumns } from './user-store.ts';
import { changeUser, inviteUser, lockVisibleUser, setRoles, signOutUser } from './users.ts';

const tag = 'users';
const reading = { permission: 'users.read', callers: 'both' } as const;
const writing = { tag, access: { permission: 'users.write', callers: 'both' }, role: 'engine' } as const;
const params = z.object({ user: z.string().max(40).meta({ description: 'The user’s id.', example: 'usr_00000000000zg' }) });
const GIVING = ['access.beyond_own', 'resource.not_found', 'role.holder', 'role.unknown', 'seller.unknown'];

const list = defineRoute({
  method: 'GET',
  path: '/v1/users',
  operationId: 'listUsers',
  summary: 'List users',
  description: 'Those of the seller’s portal; a customer sees those of his account.',
  tag,
  access: reading,
  query: z.object({
    ...pageQuery(['mail', 'createdAt']),
    account: z
      .string()
      .max(255)
      .optional()
      .meta({ description: 'Those with a role in this account: its id or external id.', example: 'acme' }),
    mail: z.string().max(254).optional().meta({ description: 'The one with this mail address.', example: 'ada@example.org' }),
    search: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'What words of the name or the mail address begin with; a thousand at most are found.', example: 'ada' }),
  }),
  response: pageOf(userShape),
  refusals: ['page.cursor'],
  async handle({ tx, seller, account }, { query }) {
    const page = pageSql(readPage(query), userColumns, 'u.id', 5);
    const rows = await listUsers(tx, seller.id, query, page);
    const told = await tellUsers(tx, seller.id, rows, account);
    return pageFrom(query, rows, (row) => told[rows.indexOf(row)]!);
  },
});

const get = defineRoute({
  method: 'GET',
  path: '/v1/users/:user',
  operationId: 'getUser',
  summary: 'Get a user',
  tag,
  access: reading,
  params,
  response: userShape,
  refusals: ['resource.not_found'],
  tagged: true,
  async handle(work, { params: { user } }) {
    const told = await tellUser(work.tx, orNotFound(await findUser(work.tx, work.seller.id, readIdentifier('usr', user))), work.account);
    tagAnswer(work, told);
    return told;
  },
});

const sessions = defineRoute({
  method: 'GET',
  path: '/v1/users/:user/sessions',
  operationId: 'listUserSessions',
  summary: 'List a user’s sessions',
  tag,
  access: reading,
  params,
  response: z.object({ data: z.array(sessionShape).meta({ description: 'Those that are alive, latest first.' }) }),
  refusals: ['resource.not_found'],
  async handle({ tx, seller, services }, { params: { user } }) {
    const found = orNotFound(await findUser(tx, seller.id, readIdentifier('usr', user)));
    const alive = await listLiveSessions(tx, seller.id, found.id, services.people.machine.now());
    return { data: alive.map((one) => tellSession(one, null)) };
  },
});

const invite = defineRoute({
  ...writing,
  method: 'POST',
  path: '/v1/users',
  operationId: 'inviteUser',
  summary: 'Invite a user',
  description:
    'Or give one another role. The link is for a new user alone: somebody who can sign in already is only told by letter. Nobody gives a role that may do more than he.',
  status: 201,
  body: roleInput.extend({
    mail: userFields.mail,
    name: userFields.name.optional(),
    language: language.optional(),
  }),
  response: z.object({
    user: userShape,
    link: z.string().nullable().meta({
      description: 'For setting a password, once, within a week. Hand it over by a way you trust.',
      example: 'https://billing.example.org/invitation#yN0lZ7VbW0m9Pq3R',
    }),
  }),
  answerIsSecret: true,
  refusals: [...GIVING, 'mail.invalid', 'user.exists'],
  async handle(work, { body }) {
    const { user, link } = await inviteUser(work.services.people, work.tx, callerOf(work.principal), body, work.now);
    const told = await tellUser(work.tx, user, work.account);
    work.note({ subject: told.id, after: { mail: told.mail, role: body.role, account: body.account ?? null } });
    return { user: told, link };
  },
});

const patch = defineRoute({
  ...writing,
  method: 'PATCH',
  path: '/v1/users/:user',
  operationId: 'changeUser',
  summary: 'Change a user, or shut him out',
  description: 'Whoever is disabled is signed out everywhere and cannot sign in; his roles stay.',
  params,
  body: z.object({
    name: userFields.name.optional(),
    language: language.nullable().optional(),
    disabled: z.boolean().optional().meta({ description: 'Whether he is shut out.', example: true }),
  }),
  response: userShape,
  tagged: true,
  refusals: ['access.beyond_own', 'edit.outdated', 'resource.not_found', 'user.last_owner'],
  async handle(work, { params: { user }, body }) {
    const caller = callerOf(work.principal);
    const id = readIdentifier('usr', user);
    const before = await tellUser(work.tx, await lockVisibleUser(work.tx, caller, id), work.account);
    requireUnchanged(work, before);
    const after = await tellUser(work.tx, await changeUser(work.services.people, work.tx, caller, id, body), work.account);
    work.note({ subject: user, before, after });
    tagAnswer(work, after);
    return after;
  },
});

const roles = defineRoute({
  ...writing,
  method: 'PUT',
  path: '/v1/users/:user/roles',
  operationId: 'setUserRoles',
  summary: 'Say which roles a user has',
  description: 'Those that are not named are taken away. A customer’s people say it for their account alone.',
  params,
  body: z.object({ roles: z.array(roleInput).max(100).meta({ description: 'All roles he shall have.' }) }),
  response: userShape,
  tagged: true,
  refusals: [...GIVING, 'edit.outdated', 'user.last_owner'],
  async handle(work, { params: { user }, body }) {
    const caller = callerOf(work.principal);
    const id = readIdentifier('usr', user);
    const before = await tellUser(work.tx, await lockVisibleUser(work.tx, caller, id), work.account);
    requireUnchanged(work, before);
    const after = await tellUser(work.tx, await setRoles(work.services.people, work.tx, caller, id, body.roles), work.account);
    work.note({ subject: user, before: { roles: before.roles }, after: { roles: after.roles } });
    tagAnswer(work, after);
    return after;
  },
});

const signOut = defineRoute({
  ...writing,
  method: 'POST',
  path: '/v1/users/:user/sign-out',
  operationId: 'signOutUser',
  summary: 'End all sessions of a user',
  params,
  response: z.object({ ended: z.number().int().meta({ description: 'How many sessions were alive.', example: 2 }) }),
  refusals: ['access.beyond_own', 'resource.not_found'],
  async handle(work, { params: { user } }) {
    const ended = await signOutUser(work.services.people, work.tx, callerOf(work.principal), readIdentifier('usr', user));
    work.note({ subject: user });
    return { ended };
  },
});

const act = defineRoute({
  method: 'POST',
  path: '/v1/users/:user/impersonate',
  operationId: 'impersonateUser',
  summary: 'Act as a customer’s user',
  description:
    'For an hour, in his account. Every answer about the session and every entry of the audit log say who really acts; how the user signs in cannot be touched.',
  tag,
  access: { permission: 'users.impersonate', callers: 'staff' },
  role: 'engine',
  params,
  response: z.object({
    user: ownUserShape.meta({ description: 'As whom you act now.' }),
    csrfToken: secretText('Of the new session.'),
  }),
  answerIsSecret: true,
  refusals: ['access.people_only', 'impersonation.customers_only', 'resource.not_found'],
  async handle(work, { params: { user } }) {
    const { people } = work.services;
    const caller = callerOf(work.principal);
    const acting = await impersonate(
      people,
      work.tx,
      { headers: work.headers, principal: caller, caller },
      readIdentifier('usr', user),
      readFrom(work),
    );
    work.note({ subject: formatIdentifier('usr', acting.user.id) });
    return { user: tellOwnUser(acting.user), csrfToken: setSession(work, people, acting.session) };
  },
});

export const userRoutes: readonly Route[] = [list, get, sessions, invite, patch, roles, signOut, act];
