// Puts routes on the server. Of each request it decides in this order: who calls, whether he may, what he says, whether he said it before; then the handler works.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import type { SharedClock } from '../clock.ts';
import { declareFailpoints, failpoint } from '../failpoint.ts';
import type { Database } from '../postgres/pool.ts';
import type { Transaction } from '../postgres/transaction.ts';
import { type AuditNote, writeAuditEntry } from './audit-log.ts';
import { unconditional } from './etag.ts';
import { type Answer, findAnswer, type IdempotencyPlace, keepAnswer, readIdempotencyKey, requestHash } from './idempotency.ts';
import { chooseLanguage } from './language.ts';
import { type Authenticate, checkAccess, NOBODY, type Principal } from './principal.ts';
import { isWrite, type Route, statusOf, WrittenAnswer } from './route.ts';
import { behindWalls, callerOf, type OpenWork, Rehearsal, type Services, type Work, type WorkAround } from './work.ts';

declareFailpoints({
  'request.handled': 'What was asked is done; it is neither logged nor committed.',
  'request.kept': 'The log entry and the answer stand beside the effect; nothing is committed.',
  'request.committed': 'All is committed, and nobody has been answered.',
});

export interface ApiContext {
  readonly database: Database;
  readonly clock: SharedClock;
  readonly authenticate: Authenticate;
  readonly requestRole: string;
  readonly services: Services;
}

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal;
    /** Of address and body, where an Idempotency-Key came with them. */
    requestHash: Buffer | null;
  }
}

export function registerRoutes(app: FastifyInstance, routes: readonly Route[], context: ApiContext): void {
  app.decorateRequest('principal');
  app.decorateRequest('requestHash', null);
  const readJson = app.getDefaultJsonParser('error', 'error');
  // Many clients name the type of a body that they do not send.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body.length === 0 ? done(null, undefined) : readJson(request, body as string, done),
  );
  for (const route of routes) if (route.streamed !== true) registerRoute(app, route, context);
  app.register(async (streaming) => {
    streaming.removeAllContentTypeParsers();
    streaming.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const route of routes) if (route.streamed === true) registerRoute(streaming, route, context);
  });
}

function registerRoute(app: FastifyInstance, route: Route, context: ApiContext): void {
  app.route({
    method: route.method,
    url: route.path,
    exposeHeadRoute: false,
    ...(route.bodyLimitBytes === undefined ? {} : { bodyLimit: route.bodyLimitBytes }),
    config: { route },
    schema: route.streamed === true ? schemaOf({ ...route, body: undefined }) : schemaOf(route),
    onRequest: async (request) => {
      request.principal = NOBODY;
      request.principal = await context.authenticate({
        method: request.method,
        route: route.path,
        headers: request.headers,
        address: request.ip,
      });
      checkAccess(request.principal, route.access);
    },
    preValidation: async (request) => {
      if (route.streamed === true) return;
      refuseTooDeep(request.body);
      refuseUnstorable(request);
      if (route.tagged === true && isWrite(route) && request.headers['if-match'] === undefined) throw unconditional();
      if (isWrite(route) && request.headers['idempotency-key'] !== undefined) {
        request.requestHash = requestHash(request.method, request.url, request.body);
      }
    },
    handler: async (request, reply) => send(reply, route, await answer(route, context, request), request),
  });
}

const DEEPEST = 100;

/** What is nested deeper than anything of ours would exhaust whoever walks it. Looked at level by level, so that looking does not. */
function refuseTooDeep(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) {
      const reason = `nested deeper than ${DEEPEST} levels`;
      throw new Refusal('request.invalid', `The body is ${reason}. Send it flatter.`, { parameters: { field: 'body', reason } });
    }
    level = level.flatMap((node) => (isRead(node) ? Object.values(node) : []));
  }
}

/** From JSON; not bytes or a stream. */
function isRead(node: unknown): node is object {
  return Array.isArray(node) || (typeof node === 'object' && node !== null && Object.getPrototypeOf(node) === Object.prototype);
}

/** As JSON writes U+0000 and halves of surrogate pairs; a backslash that is itself written down does not count. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** PostgreSQL has no letters for them, and no text of ours needs them. */
function refuseUnstorable(request: FastifyRequest): void {
  for (const [field, part] of [
    ['params', request.params],
    ['query', request.query],
    ['body', request.body],
  ] as const) {
    const said = JSON.stringify(part) ?? '';
    if (!said.includes('\\u') || !UNSTORABLE.test(said)) continue;
    const reason = 'U+0000 or half a character';
    throw new Refusal('request.invalid', 'Text cannot contain the character U+0000 or half of a surrogate pair. Leave it out.', {
      path: field,
      parameters: { field, reason },
    });
  }
}

/** What goes in and out, for the server's checks and for the description. */
export function schemaOf(route: Route): Record<string, unknown> {
  return {
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { querystring: route.query }),
    ...(route.body === undefined ? {} : { body: route.body }),
    ...(route.bodyType === undefined ? {} : { consumes: [route.bodyType] }),
    response: { [statusOf(route)]: route.response instanceof z.ZodType ? route.response : z.unknown() },
  };
}

type Produced = Answer | { readonly bytes: Uint8Array; readonly headers: Readonly<Record<string, string>>; readonly status: number };

async function answer(route: Route, context: ApiContext, request: FastifyRequest): Promise<Produced> {
  const given = { headers: {} as Record<string, string>, status: statusOf(route), notes: [] as AuditNote[] };
  const around = workAround(context, request, given);
  const input = { params: request.params, query: request.query, body: request.body };
  const walls = { ...context, role: route.role ?? 'request', principal: request.principal };
  const produced = async (work: Work | OpenWork): Promise<Produced> => produce(route, await route.handle(work, input), given);
  if (route.transaction === 'own') {
    const open: Omit<OpenWork, 'seller'> = {
      ...around,
      database: context.database,
      inTransaction: (work, options) => behindWalls(walls, work, options),
    };
    const logged = (refused?: string) => behindWalls(walls, (tx) => log(tx, route, request, around.now, given.notes, refused));
    const logsHere = isWrite(route) && route.logsItself !== true;
    try {
      const result = await produced(withSeller(open, request));
      if (logsHere) await logged();
      return result;
    } catch (error) {
      // Whose attempt it was is known by now: what was refused to strangers is written down too.
      if (logsHere && error instanceof Refusal && given.notes.length > 0) await logged(error.code);
      throw error;
    }
  }
  if (!isWrite(route)) {
    const reading = { isolation: 'repeatable read', readOnly: true } as const;
    return behindWalls(walls, (tx) => produced(withSeller({ ...around, tx }, request)), reading);
  }
  const place = placeOf(route, request);
  const done = behindWalls(walls, async (tx) => {
    const before = place === null ? null : await findAnswer(tx, place);
    if (before !== null) return { ...before, headers: { ...before.headers, 'idempotency-replayed': 'true' } };
    const result = await produced(withSeller({ ...around, tx }, request));
    await failpoint('request.handled', tx.client);
    await log(tx, route, request, around.now, given.notes);
    if (place !== null && 'body' in result) await keepAnswer(tx, place, result, route.answerIsSecret ?? false);
    await failpoint('request.kept', tx.client);
    return result;
  });
  const answered = await done.catch((error: unknown) => {
    if (!(error instanceof Rehearsal)) throw error;
    given.status = 200;
    return produce(route, error.answer, given);
  });
  await failpoint('request.committed');
  return answered;
}

/** Keys belong to a caller: nobody's are not looked at. */
function placeOf(route: Route, request: FastifyRequest): IdempotencyPlace | null {
  const key = readIdempotencyKey(request.headers['idempotency-key']);
  if (key === null || request.principal.kind === 'nobody' || request.requestHash === null) return null;
  return { caller: request.principal, route: `${route.method} ${route.path}`, key, request: request.requestHash };
}

async function log(
  tx: Transaction,
  route: Route,
  request: FastifyRequest,
  now: number,
  notes: readonly AuditNote[],
  refused?: string,
): Promise<void> {
  const { principal } = request;
  const sellerId = notes.find((note) => note.sellerId !== undefined)?.sellerId ?? null;
  const entry = { principal, sellerId, operation: route.operationId, notes, address: request.ip, requestId: request.id, now };
  await writeAuditEntry(tx, refused === undefined ? entry : { ...entry, refused });
}

interface Given {
  readonly headers: Record<string, string>;
  status: number;
  readonly notes: AuditNote[];
}

function workAround(context: ApiContext, request: FastifyRequest, given: Given): Omit<WorkAround, 'seller'> {
  const { principal } = request;
  return {
    services: context.services,
    principal,
    account: principal.kind === 'nobody' ? null : principal.account,
    clock: context.clock,
    now: context.clock.now(),
    language: chooseLanguage(request.headers['accept-language'], principal),
    requestId: request.id,
    headers: request.headers,
    address: request.ip,
    note: (note) => void given.notes.push(note),
    header: (name, value) => {
      given.headers[name] = value;
    },
    status: (code) => {
      given.status = code;
    },
  };
}

/** Asked for only where somebody calls: a route for anyone has none. */
function withSeller<T extends object>(work: T, request: FastifyRequest): T & Pick<WorkAround, 'seller'> {
  return Object.defineProperty(work, 'seller', { get: () => callerOf(request.principal).seller }) as T & Pick<WorkAround, 'seller'>;
}

/** What is not in the route's shape does not leave the server. */
function produce(route: Route, value: unknown, given: Given): Produced {
  const { headers, status } = given;
  if (typeof route.response === 'string')
    return { bytes: value as Uint8Array, headers: { ...headers, 'content-type': route.response }, status };
  if (route.response === null) return { body: null, headers, status };
  if (value instanceof WrittenAnswer) return { body: value.json, headers, status };
  return { body: JSON.stringify(route.response.parse(value)), headers, status };
}

function send(reply: FastifyReply, route: Route, produced: Produced, request: FastifyRequest): FastifyReply {
  reply.headers(produced.headers);
  const { etag } = produced.headers;
  if (!isWrite(route) && etag !== undefined && request.headers['if-none-match'] === etag) return reply.code(304).send();
  reply.code(produced.status);
  if ('bytes' in produced) return reply.send(produced.bytes);
  // Already written out: the text goes as it is, and as it is kept.
  return produced.body === null ? reply.send() : reply.type('application/json; charset=utf-8').serializer(asItIs).send(produced.body);
}

const asItIs = (text: unknown): string => text as string;
