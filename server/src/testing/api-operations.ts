// Test support: every operation of the API as its own description tells it, with an example of what goes in.
import { describeApi, type OpenApi } from '../api/openapi.ts';
import { routes } from '../api/v1.ts';
import { isWrite, type Route } from '../platform/http/route.ts';
import { exampleOf, type Schema, type Schemas } from './json-schema.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

export interface Operation {
  readonly route: Route;
  readonly parameters: readonly Parameter[];
  /** Content types that it takes, the usual one first. */
  readonly types: readonly string[];
  readonly body: Schema | null;
  readonly answer: Schema | null;
  readonly schemas: Schemas;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export async function listOperations(): Promise<Operation[]> {
  const { paths, components } = await describeApi(routes);
  return routes.map((route) => operationOf(route, paths, (components.schemas ?? {}) as Schemas));
}

function operationOf(route: Route, paths: OpenApi['paths'], schemas: Schemas): Operation {
  const told = paths[route.path.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
  if (told === undefined) throw new Error(`The description does not know ${route.method} ${route.path}.`);
  const body = (told.requestBody as Content | undefined)?.content ?? {};
  const answer = Object.values((Object.values(told.responses)[0] as Content | undefined)?.content ?? {})[0];
  const types = Object.keys(body).sort((one, other) => Number(other === 'application/json') - Number(one === 'application/json'));
  return {
    route,
    parameters: (told.parameters ?? []) as Parameter[],
    types,
    body: types[0] === undefined ? null : (body[types[0]]?.schema ?? null),
    answer: answer?.schema ?? null,
    schemas,
  };
}

export function exampleBody({ body, schemas }: Operation): unknown {
  return body === null ? undefined : exampleOf(body, schemas);
}

export function pathParameters({ path }: Route): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
}

export function urlOf(route: Route, values: Readonly<Record<string, string>>): string {
  return route.path.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new Error(
        `${route.operationId} has the path parameter "${name}", of which the tests have no example: furnish one in testing/tenants.ts.`,
      );
    }
    return encodeURIComponent(value);
  });
}

/** What a request of this route must say beside who sends it. */
export function usualHeaders(route: Route): Record<string, string> {
  return isWrite(route) && route.tagged === true ? { 'if-match': '*' } : {};
}
