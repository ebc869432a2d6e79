// Secrets, mail addresses and names, sent through every route in every place that takes text: none of them comes out in the log or the figures, no
// secret comes back in an answer, and nothing ends in an error of ours.
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../platform/log.ts';
import { withApi } from '../testing/api.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const CANARY = /canary/i;
const SECRET = 'Canary-Secret-94f1';
const NAME = 'Canary Müller';
const MAIL = 'canary.person@canary.example';
const SECRET_FIELD = /password|secret|token|code|key$/i;

const description = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as Description;
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

/** What the shape lets in, with a canary wherever any text will do. */
function filled(schema: Schema, field = ''): unknown {
  const { $ref } = schema;
  if ($ref !== undefined) return filled(description.components?.schemas?.[$ref.split('/').at(-1)!] ?? {}, field);
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice !== undefined) return filled(choice, field);
  if (schema.properties !== undefined) {
    return Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, filled(part, name)]));
  }
  if (schema.items !== undefined) return [filled(schema.items, field)];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.format === 'email' || /mail/i.test(field)) return MAIL;
  const example = schema.example ?? schema.examples?.[0];
  if (schema.type !== 'string' || schema.pattern !== undefined || schema.format !== undefined) return example ?? NAME;
  return SECRET_FIELD.test(field) ? SECRET : NAME;
}

/** A refused event is kept as it came, so that its sender can mend and send it again: to him it is no secret. */
const TELLS_WHAT_WAS_SENT = new Set(['listRefusedUsage']);

const api = withApi();
const written: string[] = [];
let app: FastifyInstance;
let token: string;

beforeAll(async () => {
  const log = createLog('debug', { write: (line: string) => void written.push(line) });
  app = await api.current.over(api.current.books.database, log);
  token = await api.current.token();
});
afterAll(() => app.close());

async function send(method: string, path: string, operation: Operation, payload: string | undefined, authorization: string): Promise<void> {
  const query = (operation.parameters ?? []).filter((one) => one.in === 'query').map((one) => `${one.name}=${encodeURIComponent(NAME)}`);
  for (const search of ['', `?canary=${encodeURIComponent(MAIL)}`, `?${query.join('&')}`]) {
    const response = await app.inject({
      method: method as 'GET',
      url: path.replaceAll(/\{\w+\}/g, 'canary-place') + search,
      headers: {
        authorization,
        cookie: `prorata_session=${SECRET}`,
        'user-agent': NAME,
        referer: `https://canary.example/${SECRET}`,
        'idempotency-key': `canary-${Math.random()}`,
        'if-match': '"canary"',
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    expect.soft([operation.operationId, response.statusCode < 500]).toEqual([operation.operationId, true]);
    if (TELLS_WHAT_WAS_SENT.has(operation.operationId)) continue;
    expect.soft([operation.operationId, response.body.includes(SECRET)]).toEqual([operation.operationId, false]);
  }
}

it.each(operations.map((one) => [`${one.method} ${one.path}`, one] as const))('%s keeps what it is told to itself', async (_name, one) => {
  const schema = one.operation.requestBody?.content['application/json']?.schema;
  const bodies =
    schema === undefined
      ? [undefined]
      : [JSON.stringify(filled(schema)), `{"canary": "${SECRET}`, JSON.stringify([{ name: NAME, password: SECRET }])];
  for (const body of bodies) {
    for (const authorization of [
      `Bearer ${token}`,
      `Bearer prk_${SECRET}`,
      `Basic ${Buffer.from(`canary:${SECRET}`).toString('base64')}`,
    ]) {
      await send(one.method, one.path, one.operation, body, authorization);
    }
  }
});

it('wrote of all this only what names nobody', async () => {
  expect(written.length).toBeGreaterThan(operations.length);
  expect(written.filter((line) => CANARY.test(line) || line.includes(token))).toEqual([]);
  expect((await app.inject('/metrics')).body).not.toMatch(CANARY);
});

it('would have found it', async () => {
  const log = createLog('debug', { write: (line: string) => void written.push(line) });
  written.length = 0;
  await expect(api.current.books.database.pool.query('select $1::bigint', [MAIL])).rejects.toSatisfy((error: Error) => {
    log.error({ err: error }, 'request failed');
    return CANARY.test(error.message);
  });
  expect(written[0]).toMatch(/invalid input syntax for type bigint: \[removed\]/);
  expect(written[0]).not.toMatch(CANARY);
  log.info({ note: MAIL }, 'planted');
  expect(written.filter((line) => CANARY.test(line))).toHaveLength(1);
});
