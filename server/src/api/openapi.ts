// The API described by itself: OpenAPI 3.1, made from the very routes that the server answers.
import swagger from '@fastify/swagger';
import { fastify } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { problemStatuses, statusOfRefusal } from '../platform/http/problem.ts';
import { schemaOf } from '../platform/http/register.ts';
import { isWrite, type Route, statusOf } from '../platform/http/route.ts';
import { version } from '../platform/version.ts';
import { ABOUT, chapters } from './chapters.ts';

export interface OpenApi {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas?: Record<string, unknown> };
}

interface Operation {
  operationId?: string;
  parameters?: unknown[];
  responses: Record<string, unknown>;
  [more: string]: unknown;
}

/** Of routes that are only described: nothing is opened, and nobody can call them. */
export async function describeApi(routes: readonly Route[]): Promise<OpenApi> {
  const app = fastify();
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', ...HEAD, tags: chapters.map(({ name, description }) => ({ name, description })) },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => JSON.stringify);
  for (const route of routes) {
    app.route({ method: route.method, url: route.path, exposeHeadRoute: false, schema: schemaOf(route), handler: async () => null });
  }
  await app.ready();
  const document = app.swagger() as unknown as OpenApi;
  await app.close();
  for (const route of routes) describeOperation(document.paths[openPath(route)]![route.method.toLowerCase()]!, route);
  const schemas = usedSchemas(document.paths, { ...document.components.schemas, Problem: PROBLEM });
  return { ...document, components: { ...document.components, schemas } };
}

/** As it is checked in and read in reviews. */
export async function printApi(routes: readonly Route[]): Promise<string> {
  return `${JSON.stringify(await describeApi(routes), null, 2)}\n`;
}

const HEAD = {
  info: {
    title: 'Prorata',
    version,
    description: ABOUT,
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  },
  servers: [{ url: '/', description: 'The server that you read this from.' }],
  components: {
    securitySchemes: {
      key: { type: 'http' as const, scheme: 'bearer', description: 'An API key, `prk_…`.' },
      session: { type: 'apiKey' as const, in: 'cookie', name: 'prorata_session', description: 'The session of a signed-in person.' },
    },
  },
};

export function openPath(route: Route): string {
  return route.path.replaceAll(/:(\w+)/g, '{$1}');
}

function describeOperation(operation: Operation, route: Route): void {
  const { access } = route;
  const needs = access.permission === null ? [] : [`Needs the permission \`${access.permission}\`.`];
  Object.assign(operation, {
    operationId: route.operationId,
    summary: route.summary,
    description: [...(route.description === undefined ? [] : [route.description]), ...needs].join('\n\n') || route.summary,
    tags: [route.tag],
    security: access.callers === 'anyone' ? [] : [{ key: [] }, { session: [] }],
    parameters: [...(operation.parameters ?? []), ...commonHeaders(route)],
    'x-access': { permission: access.permission, callers: access.callers },
  });
  operation.responses = { [String(statusOf(route))]: success(operation, route), ...problems(route) };
}

function commonHeaders(route: Route): unknown[] {
  const header = (name: string, required: boolean, description: string, example: string) => {
    return { in: 'header', name, required, description, example, schema: { type: 'string' } };
  };
  return [
    ...(isWrite(route) && route.transaction === 'one' && route.access.callers !== 'anyone'
      ? [
          header(
            'Idempotency-Key',
            false,
            'Sent again with the same key and body, it is done once and answered the same, for 30 days.',
            '0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77',
          ),
        ]
      : []),
    ...(isWrite(route) && route.tagged === true
      ? [header('If-Match', true, 'The ETag of the state that the change was decided on.', '"3q2-7wAAAAAAAAAAAAAAAA"')]
      : []),
    ...(route.access.callers === 'anyone' || route.access.callers === 'member'
      ? []
      : [
          header(
            'Prorata-Seller',
            false,
            'Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.',
            'south',
          ),
        ]),
  ];
}

function success(operation: Operation, route: Route): unknown {
  const status = String(statusOf(route));
  const headers =
    route.tagged === true ? { headers: { ETag: { description: 'Tag of the state shown.', schema: { type: 'string' } } } } : {};
  if (route.response === null) return { description: 'Done.', ...headers };
  if (typeof route.response === 'string') {
    return { description: 'The bytes.', ...headers, content: { [route.response]: { schema: { type: 'string', format: 'binary' } } } };
  }
  return { ...(operation.responses[status] as object), description: status === '202' ? 'Taken on.' : 'Done.', ...headers };
}

/** One answer a status, which lists the codes that come with it. */
function problems(route: Route): Record<string, unknown> {
  const isKnown = route.access.callers !== 'anyone';
  const codes = [
    ...route.refusals,
    'request.invalid',
    ...(isKnown ? ['access.unauthenticated', 'access.denied'] : []),
    ...(isKnown && route.access.callers !== 'both' && route.access.callers !== 'signed_in' ? ['access.wrong_caller'] : []),
    ...(isWrite(route) && route.tagged === true ? ['edit.unconditional', 'edit.outdated'] : []),
    ...(isWrite(route) && isKnown && route.transaction === 'one'
      ? ['idempotency.key', 'idempotency.in_flight', 'idempotency.other_body']
      : []),
    'rate.limited',
  ];
  const byStatus = new Map<number, string[]>();
  for (const code of new Set(codes)) byStatus.set(statusOfRefusal(code), [...(byStatus.get(statusOfRefusal(code)) ?? []), code]);
  const entries = [...byStatus]
    .sort(([one], [other]) => one - other)
    .map(([status, list]) => [
      String(status),
      {
        description: `${problemStatuses[status] ?? 'Refused'}: ${list.map((code) => `\`${code}\``).join(', ')}.`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]);
  return Object.fromEntries(entries);
}

/** In the order of their names; what nothing refers to is left out. */
function usedSchemas(paths: unknown, schemas: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const used = new Set<string>();
  const follow = (node: unknown): void => {
    for (const [, name = ''] of JSON.stringify(node).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas[name]);
    }
  };
  follow(paths);
  return Object.fromEntries([...used].sort().map((name) => [name, schemas[name]]));
}

const PROBLEM = {
  type: 'object',
  description: 'Why it was not done (RFC 9457). Programs look at `code`, people read `detail`, in the language that they asked for.',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', description: 'Always `about:blank`; the code says more.', examples: ['about:blank'] },
    title: { type: 'string', description: 'The kind of problem.', examples: ['Not found'] },
    status: { type: 'integer', description: 'The HTTP status.', examples: [404] },
    code: { type: 'string', description: 'What exactly; it does not change between releases.', examples: ['resource.not_found'] },
    detail: { type: 'string', description: 'What to do about it.', examples: ['There is nothing here that you may see.'] },
    path: { type: 'string', description: 'Where in the request.', examples: ['accounts[0].zone'] },
    parameters: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'The values in the sentence.',
      examples: [{ zone: 'Mars' }],
    },
    requestId: { type: 'string', description: 'Under which the log has it.', examples: ['6b9f3f5e-8d2c-4c59-9f30-6f2f9c9d6f1a'] },
  },
};
