// Bodies that say more than they may, on every route that writes: what the server owns, numbers that are none, keys of all objects' prototype.
// Each is refused, or does exactly what the body without it does: the rows that the transaction wrote are compared.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPermissions } from '../domains/people/index.ts';
import { isWrite } from '../platform/http/route.ts';
import { withApi } from '../testing/api.ts';
import { listOperations, type Operation, urlOf, usualHeaders } from '../testing/api-operations.ts';
import { goodBody } from '../testing/api-requests.ts';
import { type DryDatabase, openDryDatabase } from '../testing/dry-database.ts';
import { followed } from '../testing/json-schema.ts';
import { furnishTenants, type Tenants } from '../testing/tenants.ts';
import { printRows, readWrittenRows, volatileColumns, type WrittenRows } from '../testing/written-rows.ts';
import { routes } from './v1.ts';

const OWNED = [
  ...[
    'id',
    'seller',
    'sellerId',
    'seller_id',
    'seller_key',
    'accountId',
    'account_id',
    'parentId',
    'above',
    'createdAt',
    'created_at',
    'createdBy',
  ],
  ...[
    'changedAt',
    'knownAt',
    'revokedAt',
    'number',
    'total',
    'net',
    'balance',
    'amountMinor',
    'state',
    'isKept',
    'principal',
    'impersonatedBy',
    'tx',
  ],
];
const PROTOTYPE = [
  '"__proto__":{"sellerId":1,"polluted":true}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"prototype":{"polluted":true}',
];
/** No number at all, or none that anything can be counted in. */
const NO_NUMBERS = ['NaN', 'Infinity', '-Infinity', '1e400', '1e5', '0x10', '', '1,5', '9'.repeat(31), '--1'];
/** By operation and field: what may be zero or less, and why. */
const mayBe: Readonly<Record<string, { readonly values: readonly string[]; readonly because: string }>> = {
  'addExtraItem.amount': { values: ['0', '-1'], because: 'An item may be free, or take something off.' },
  'addExtraItem.quantity': { values: ['0', '-1'], because: 'Units that are taken back.' },
  'changeSubscription.value': { values: ['0'], because: 'Nothing of it is held any more.' },
  'addExtraItems.items.0.amount': { values: ['0', '-1'], because: 'An item may be free, or take something off.' },
  'addExtraItems.items.0.quantity': { values: ['0', '-1'], because: 'Units that are taken back.' },
  'changeSubscriptions.changes.0.change.value': { values: ['0'], because: 'Nothing of it is held any more.' },
  'startSubscriptions.subscriptions.0.quantities.seat': { values: ['0'], because: 'Nothing of it is held yet.' },
  'startSubscription.quantities.seat': { values: ['0'], because: 'Nothing of it is held yet.' },
  'setPool.maximum': { values: ['0'], because: 'Nothing may be held.' },
  'publishPrices.prices.0.price.price': { values: ['0'], because: 'A thing may be free.' },
  'putPriceDraft.prices.0.price.price': { values: ['0'], because: 'A thing may be free.' },
  'recordSettings.settings.0.value': { values: ['0'], because: 'Invoices may be due at once.' },
  'rotateWebhookSecret.overlapHours': { values: ['0'], because: 'A stolen secret ends at once.' },
  'putPlanDraft.components.0.quantity': { values: ['0'], because: 'Nothing of it is held at the start.' },
};

const api = withApi();
let tenants: Tenants;
let dry: DryDatabase;
let app: FastifyInstance;
let token: string;
let operations: Operation[];
let written: WrittenRows | null;

beforeAll(async () => {
  tenants = await furnishTenants(api.current);
  operations = await listOperations();
  dry = openDryDatabase((api.current.books.database.target as { url: string }).url);
  dry.beforeUndo = async (client) => {
    written = await readWrittenRows(client);
  };
  app = await api.current.over(dry);
  token = await api.current.token({ seller: 'amber', permissions: staffPermissions });
});

afterAll(async () => {
  await app?.close();
  await dry?.close();
});

const writes = routes.filter((route) => isWrite(route) && route.body !== undefined && route.transaction === 'one' && isForKeys(route));

function isForKeys(route: (typeof routes)[number]): boolean {
  return route.access.callers !== 'anyone' && !route.refusals.includes('access.people_only');
}

interface Sent {
  readonly answer: LightMyRequestResponse;
  readonly rows: WrittenRows | null;
}

async function send(operation: Operation, payload: string): Promise<Sent> {
  const { route } = operation;
  written = null;
  const headers = { authorization: `Bearer ${token}`, 'content-type': operation.types[0]!, ...usualHeaders(route) };
  const answer = await app.inject({ method: route.method, url: urlOf(route, tenants.first.own), headers, payload });
  return { answer, rows: written };
}

describe('bodies that say too much', () => {
  it.each(writes.map(({ operationId }) => operationId))('do nothing more to %s', async (operationId) => {
    const operation = operations.find(({ route }) => route.operationId === operationId)!;
    const good = JSON.stringify(goodBody(operation, tenants.first.own));
    const [one, two] = [await send(operation, good), await send(operation, good)];
    const without = volatileColumns(one.rows ?? {}, two.rows ?? {});
    const usual = printRows(one.rows ?? {}, without);
    const wrong: string[] = [];
    for (const [what, payload] of tampered(operation, good)) {
      const { answer, rows } = await send(operation, payload);
      const told = `${what}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
      if (answer.statusCode >= 500) wrong.push(told);
      else if (answer.statusCode < 400 && printRows(rows ?? {}, without) !== usual) wrong.push(`${told} wrote something else`);
    }
    for (const [what, payload] of withoutNumbers(operationId, good)) {
      const { answer } = await send(operation, payload);
      if (answer.statusCode < 400 || answer.statusCode >= 500) wrong.push(`${what}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
    }
    expect((Object.prototype as Record<string, unknown>).polluted).toBeUndefined();
    expect(wrong).toEqual([]);
  });
});

/** The good body with one more field, at its top and in the first object of each list. */
function tampered(operation: Operation, good: string): [string, string][] {
  const known = Object.keys(operation.body === null ? {} : (followed(operation.body, operation.schemas).properties ?? {}));
  const told = Object.keys(operation.answer === null ? {} : (followed(operation.answer, operation.schemas).properties ?? {}));
  const names = [...new Set([...OWNED, ...told])].filter((name) => !known.includes(name));
  const fields = [...names.flatMap((name) => [`"${name}":"acc_0000000000001"`, `"${name}":1`]), ...PROTOTYPE];
  const places = [...good.matchAll(/\{/g)].map(({ index }) => index).slice(0, 2);
  return places.flatMap((place) =>
    fields.map((field): [string, string] => {
      const separator = good[place + 1] === '}' ? '' : ',';
      return [field, `${good.slice(0, place + 1)}${field}${separator}${good.slice(place + 1)}`];
    }),
  );
}

/** Each number of the body, also one that is written as text, in turn as what is none; and as zero and less, where that is not listed. */
function withoutNumbers(operationId: string, good: string): [string, string][] {
  const found: [string, string][] = [];
  const body: unknown = JSON.parse(good);
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      const place = path === '' ? name : `${path}.${name}`;
      if (typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value))) {
        const allowed = mayBe[`${operationId}.${place}`]?.values ?? [];
        const values = [...NO_NUMBERS, ...['0', '-1'].filter((one) => !allowed.includes(one))];
        for (const text of values) found.push([`${place} = ${text}`, replaced(body, node, name, value, text)]);
      }
      walk(value, place);
    }
  };
  walk(body, '');
  return found;
}

/** Numbers that JSON cannot write are put in as they are. */
function replaced(body: unknown, holder: object, name: string, value: unknown, text: string): string {
  const fields = holder as Record<string, unknown>;
  fields[name] = '@@';
  const said = JSON.stringify(body).replace('"@@"', typeof value === 'number' ? text || '""' : JSON.stringify(text));
  fields[name] = value;
  return said;
}

it('finds a field that a route takes over though it is the server’s', async () => {
  const operation = operations.find(({ route }) => route.operationId === 'putAccount')!;
  const [one, two] = [await send(operation, '{"name":"A"}'), await send(operation, '{"name":"A"}')];
  const without = volatileColumns(one.rows ?? {}, two.rows ?? {});
  const more = await send(operation, '{"name":"A","purchaseOrder":"taken over"}');
  expect(printRows(more.rows ?? {}, without)).not.toBe(printRows(one.rows ?? {}, without));
});

it('leaves the books in order', async () => {
  expect(await api.current.books.findings()).toEqual([]);
});
