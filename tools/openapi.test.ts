// The description of the API: up to date, good by public rules, and complete in what a reader needs.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { chapters } from '../server/src/api/chapters.ts';
import { describeApi, printApi } from '../server/src/api/openapi.ts';
import { routes } from '../server/src/api/v1.ts';
import { OPENAPI_FILE } from './openapi.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

it('is what the routes are; `node --import ./server/typescript.mjs tools/openapi.ts` writes it anew', async () => {
  expect(readFileSync(OPENAPI_FILE, 'utf8')).toBe(await printApi(routes));
});

it('keeps the rules that Redocly recommends', async () => {
  const args = ['node_modules/@redocly/cli/bin/cli.js', 'lint', OPENAPI_FILE, '--extends=recommended-strict', '--format=codeframe'];
  const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', CI: 'true' };
  const told = await promisify(execFile)(process.execPath, args, { cwd: root, env: environment }).then(
    () => '',
    (error: { stdout?: string; stderr?: string }) => `${error.stdout}${error.stderr}`,
  );
  expect(told).toBe('');
}, 60_000);

it('says what every field means, with an example', async () => {
  const { paths, components } = await describeApi(routes);
  expect(fieldsWithout(paths, 'paths').concat(fieldsWithout(components.schemas, 'schemas'))).toEqual([]);
});

it('gives every operation a name of its own and a chapter that exists', () => {
  const names = routes.map((route) => route.operationId);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(routes.map((route) => route.tag).filter((tag) => !chapters.some(({ name }) => name === tag))).toEqual([]);
});

/** Properties of objects and parameters that lack a description, or an example where they are plain values. */
function fieldsWithout(node: unknown, place: string): string[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => fieldsWithout(item, `${place}[${index}]`));
  if (typeof node !== 'object' || node === null) return [];
  const { properties } = node as { properties?: Record<string, Field> };
  const own = Object.entries(typeof properties === 'object' ? properties : {}).flatMap(([name, field]) => judge(field, `${place}.${name}`));
  return [...own, ...Object.entries(node).flatMap(([name, item]) => fieldsWithout(item, `${place}.${name}`))];
}

interface Field {
  readonly $ref?: string;
  readonly description?: string;
  readonly example?: unknown;
  readonly examples?: unknown;
  readonly const?: unknown;
  readonly properties?: unknown;
  readonly items?: Field;
  readonly anyOf?: readonly Field[];
}

function judge(field: Field, place: string): string[] {
  if (field.$ref !== undefined || field.const !== undefined) return [];
  // What may also be null says what it means inside.
  const parts: readonly Field[] = [field, ...(field.items === undefined ? [] : [field.items]), ...(field.anyOf ?? [])];
  const isMade = parts.some((one) => one.$ref !== undefined || one.properties !== undefined);
  const hasExample = parts.some((one) => one.example !== undefined || one.examples !== undefined);
  const isSaid = parts.some((one) => one.$ref !== undefined || one.description !== undefined);
  return [...(isSaid ? [] : [`${place} says nothing of what it means`]), ...(isMade || hasExample ? [] : [`${place} has no example`])];
}
