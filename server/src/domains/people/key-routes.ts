// API keys over HTTP: list, make, replace, revoke.
import { z } from 'zod';
import { formatInstant, parseInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { notFound, orNotFound, readIdentifier } from '../../platform/http/not-found.ts';
import { pageFrom, pageOf, pageQuery, pageSql, readPage } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf } from '../../platform/http/work.ts';
import { wrongExpiry } from './errors.ts';
import { type ApiKey, findKey, keyColumns, listKeys } from './key-store.ts';
import { type MadeKey, makeKey, replaceKey, revokeKey } from './keys.ts';
import { findAccountId } from './place-store.ts';
import { instant, limitsShape, permissionList } from './route-shapes.ts';

const tag = 'keys';
const writing = { tag, access: { permission: 'keys.write', callers: 'staff' }, role: 'engine' } as const;
const params = z.object({ key: z.string().max(40).meta({ description: 'The key’s id.', example: 'key_00000000000zg' }) });
const name = z.string().min(1).max(100).meta({ description: 'What it is for.', example: 'Control panel' });

const keyShape = z
  .object({
    id: z.string().meta({ description: 'The key’s id; no secret.', example: 'key_00000000000zg' }),
    name,
    hint: z.string().meta({ description: 'Its last letters.', example: 'x7Qk' }),
    account: z
      .string()
      .nullable()
      .meta({ description: 'Id of the account it is confined to; null where it acts for the seller.', example: null }),
    permissions: permissionList,
    limits: limitsShape,
    state: z.enum(['active', 'expired', 'revoked']).meta({ description: 'Whether it works.', example: 'active' }),
    createdAt: instant('When it was made.'),
    createdBy: z.string().nullable().meta({ description: 'Who made it; null on the command line.', example: 'usr_00000000000zg' }),
    expiresAt: instant('When it ends; null where it does not.').nullable(),
    revokedAt: instant('When it was revoked.').nullable(),
    usedAt: instant('When it was last used, to the minute.').nullable(),
    replacedBy: z.string().nullable().meta({ description: 'The key that takes its place.', example: null }),
  })
  .meta({ id: 'ApiKey' });

const madeShape = z.object({
  key: keyShape,
  secret: z.string().meta({ description: 'Shown now and never again.', example: 'prk_yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr' }),
});

const expiresAt = instant('When it ends. Left out it does not.').max(40);

export function tellKey(key: ApiKey, now: number): z.input<typeof keyShape> {
  const at = (value: number | null): string | null => (value === null ? null : formatInstant(value));
  const isExpired = key.expiresAt !== null && key.expiresAt <= now;
  return {
    id: formatIdentifier('key', key.id),
    name: key.name,
    hint: key.hint,
    account: key.accountId === null ? null : formatIdentifier('acc', key.accountId),
    permissions: [...key.permissions],
    limits: { ...key.limits },
    state: key.revokedAt !== null ? 'revoked' : isExpired ? 'expired' : 'active',
    createdAt: formatInstant(key.createdAt),
    createdBy: key.createdBy,
    expiresAt: at(key.expiresAt),
    revokedAt: at(key.revokedAt),
    usedAt: at(key.usedAt),
    replacedBy: key.replacedBy === null ? null : formatIdentifier('key', key.replacedBy),
  };
}

function tellMade(made: MadeKey, now: number): z.input<typeof madeShape> {
  return { key: tellKey(made.key, now), secret: made.secret };
}

export function readExpiry(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  const read = parseInstant(text);
  if (read === null) throw wrongExpiry();
  return read;
}

const list = defineRoute({
  method: 'GET',
  path: '/v1/keys',
  operationId: 'listKeys',
  summary: 'List API keys',
  tag,
  access: { permission: 'keys.read', callers: 'both' },
  query: z.object({ ...pageQuery(['createdAt', 'name']) }),
  response: pageOf(keyShape),
  refusals: ['page.cursor'],
  async handle({ tx, seller, services }, { query }) {
    const rows = await listKeys(tx, seller.id, pageSql(readPage(query), keyColumns, 'k.id', 2));
    const now = services.people.machine.now();
    return pageFrom(query, rows, (row) => tellKey(row, now));
  },
});

const get = defineRoute({
  method: 'GET',
  path: '/v1/keys/:key',
  operationId: 'getKey',
  summary: 'Get an API key',
  tag,
  access: { permission: 'keys.read', callers: 'both' },
  params,
  response: keyShape,
  refusals: ['resource.not_found'],
  async handle({ tx, seller, services }, { params: { key } }) {
    return tellKey(orNotFound(await findKey(tx, seller.id, readIdentifier('key', key))), services.people.machine.now());
  },
});

const make = defineRoute({
  ...writing,
  method: 'POST',
  path: '/v1/keys',
  operationId: 'makeKey',
  summary: 'Make an API key',
  description: 'It gets no permission that you do not have, and your limits with it.',
  status: 201,
  body: z.object({
    name,
    permissions: permissionList,
    account: z.string().max(255).optional().meta({ description: 'Confines it to an account: its id or external id.', example: 'acme' }),
    expiresAt: expiresAt.optional(),
  }),
  response: madeShape,
  answerIsSecret: true,
  refusals: ['access.beyond_own', 'key.expiry', 'permission.unknown', 'resource.not_found'],
  async handle(work, { body }) {
    const now = work.services.people.machine.now();
    const accountId = body.account === undefined ? null : await findAccountId(work.tx, work.seller.id, body.account);
    if (body.account !== undefined && accountId === null) throw notFound();
    const input = { name: body.name, permissions: body.permissions, accountId, expiresAt: readExpiry(body.expiresAt) };
    const made = tellMade(await makeKey(work.tx, callerOf(work.principal), input, now), now);
    work.note({ subject: made.key.id, before: null, after: made.key });
    return made;
  },
});

const replace = defineRoute({
  ...writing,
  method: 'POST',
  path: '/v1/keys/:key/replace',
  operationId: 'replaceKey',
  summary: 'Replace an API key',
  description: 'Makes another one like it. The old one works on for a while, so that programs can be changed over one by one.',
  status: 201,
  params,
  body: z.object({
    overlapSeconds: z
      .number()
      .int()
      .min(0)
      .max(2_592_000)
      .optional()
      .meta({ description: 'How long the old one works on; a day where it is left out.', example: 3600 }),
    expiresAt: expiresAt.nullable().optional(),
  }),
  response: madeShape,
  answerIsSecret: true,
  refusals: ['access.beyond_own', 'key.expiry', 'key.over', 'resource.not_found'],
  async handle(work, { params: { key }, body }) {
    const now = work.services.people.machine.now();
    const change = {
      overlapMs: body.overlapSeconds === undefined ? undefined : body.overlapSeconds * 1000,
      expiresAt: body.expiresAt === undefined ? undefined : readExpiry(body.expiresAt),
    };
    const made = tellMade(await replaceKey(work.tx, callerOf(work.principal), readIdentifier('key', key), change, now), now);
    work.note({ subject: key });
    work.note({ subject: made.key.id, before: null, after: made.key });
    return made;
  },
});

const revoke = defineRoute({
  ...writing,
  method: 'DELETE',
  path: '/v1/keys/:key',
  operationId: 'revokeKey',
  summary: 'Revoke an API key',
  description: 'From this moment. Doing it again changes nothing.',
  params,
  response: keyShape,
  refusals: ['access.beyond_own', 'resource.not_found'],
  async handle(work, { params: { key } }) {
    const now = work.services.people.machine.now();
    const told = tellKey(await revokeKey(work.tx, callerOf(work.principal), readIdentifier('key', key), now), now);
    work.note({ subject: key });
    return told;
  },
});

export const keyRoutes: readonly Route[] = [list, get, make, replace, revoke];
