// Requests made from the API's own description: good ones from its examples, and what hostile or broken programs make of them.
import type { Chance } from '../scenarios/given/random.ts';
import { exampleBody, type Operation, pathParameters } from '../src/testing/api-operations.ts';

export interface FuzzRequest {
  readonly operation: Operation;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | null;
  /** What was done to it, for the report. */
  readonly done: readonly string[];
}

interface Draft {
  readonly path: Record<string, string>;
  readonly query: [string, string][];
  readonly headers: Record<string, string>;
  body: unknown;
  payload: string | null;
  type: string | null;
}

/** Numbers that JSON cannot write stand in it as such texts, and are put in its place afterwards. */
const RAW = '@@raw:';
const LONG = 'a'.repeat(70_000);

const strangeValues: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 1, 0.1, 1e21, 2 ** 31, 2 ** 53, -(2 ** 63), 5e-324, Number.MAX_VALUE],
  ...[`${RAW}1e999`, `${RAW}-1e999`, `${RAW}NaN`, `${RAW}Infinity`, `${RAW}0x10`, `${RAW}01`, `${RAW}9${'9'.repeat(400)}`],
  ...[
    '',
    ' ',
    '\t\n',
    '0',
    '-1',
    '-0',
    '1e3',
    'NaN',
    'Infinity',
    '9'.repeat(30),
    '9'.repeat(31),
    `0.${'0'.repeat(29)}1`,
    '1.',
    '.5',
    '+1',
    '１２',
  ],
  ...['\u0000', 'a\u0000b', '\ud800', '\udfff\ud800', '\u202e\u2066', '💥'.repeat(50), 'İıſß', 'é', 'e\u0301', '\ufeff', LONG],
  ...["'; drop table account; --", '$1', '{{7*7}}', '#{7*7}', '<script>alert(1)</script>', '../../../../etc/passwd', '%00', '%', '\\'],
  ...[
    '2026-02-30',
    '0000-01-01',
    '9999-12-31',
    '275760-09-13',
    '-271821-04-20',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00:00+99:99',
    'now',
  ],
  ...[
    'EUR',
    'XXX',
    'eur',
    'Europe/Berlin',
    'Etc/GMT+12',
    'acc_0000000000000',
    'acc_zzzzzzzzzzzzz',
    'acc_',
    'inv_00000000000z8',
    '__proto__',
    'constructor',
  ],
  ...[[], [[]], {}, [null], { toString: 1 }, { length: -1 }, { '': '' }, { $gt: '' }, ['a', 'b'], [1, [2, [3, [4]]]]],
];

const strangeTypes = [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json;;',
  '',
  '*/*',
];
const strangeHeaders: readonly (readonly [string, string])[] = [
  ['if-match', ''],
  ['if-match', '*'],
  ['if-match', '"x", W/"y"'],
  ['if-none-match', '*'],
  ['idempotency-key', ''],
  ['idempotency-key', 'k'.repeat(256)],
  ['idempotency-key', 'same'],
  ['accept-language', '*;q=0, xx-yy-zz;q=9, de;q=NaN'],
  ['accept-language', ','.repeat(500)],
  ['prorata-seller', 'nobody'],
  ['prorata-seller', '__proto__'],
  ['prorata-account', 'acc_zzzzzzzzzzzzz'],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'br'],
  ['accept', 'application/xml'],
  ['authorization', 'Bearer '],
  ['cookie', 'prorata_session=%ff; prorata_session=x'],
  ['expect', '100-continue'],
  ['x-forwarded-for', '::1, 127.0.0.1'],
];

type Change = (draft: Draft, chance: Chance, operation: Operation) => void;

const changes: Readonly<Record<string, Change>> = {
  value: (draft, chance) => void replaceLeaf(draft, chance, () => chance.pick(strangeValues)),
  values: (draft, chance) => {
    for (let time = 0; time < 4; time += 1) replaceLeaf(draft, chance, () => chance.pick(strangeValues));
  },
  missing: (draft, chance) => void replaceLeaf(draft, chance, () => undefined),
  whole: (draft, chance) => {
    draft.body = chance.pick(strangeValues);
  },
  surplus: (draft, chance) =>
    void addField(draft, chance.pick(['id', 'sellerId', 'seller_id', 'total', 'createdAt', 'x'.repeat(500)]), chance),
  prototype: (draft, chance) => {
    const name = chance.pick(['__proto__', 'constructor', 'prototype']);
    draft.payload = withField(payloadOf(draft), `"${name}":{"polluted":true,"prototype":{"polluted":true}}`);
  },
  deep: (draft, chance) => {
    const depth = chance.pick([10, 500, 20_000]);
    draft.payload = chance.pick(['['.repeat(depth) + ']'.repeat(depth), `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`]);
  },
  cut: (draft, chance) => {
    draft.payload = payloadOf(draft).slice(0, chance.whole(0, payloadOf(draft).length));
  },
  twice: (draft) => {
    draft.payload = payloadOf(draft).repeat(2);
  },
  'same key': (draft) => {
    draft.payload = withField(payloadOf(draft), '"name":"first","name":"second"');
  },
  type: (draft, chance) => {
    draft.type = chance.pick(strangeTypes);
  },
  path: (draft, chance) => {
    for (const name of Object.keys(draft.path)) draft.path[name] = textOf(chance.pick(strangeValues)).slice(0, 3000);
  },
  query: (draft, chance, { parameters }) => {
    const names = [...parameters.filter((one) => one.in === 'query').map(({ name }) => name), 'limit', 'cursor', '__proto__', 'x[]'];
    for (let time = chance.whole(1, 3); time > 0; time -= 1)
      draft.query.push([chance.pick(names), textOf(chance.pick(strangeValues)).slice(0, 3000)]);
  },
  'query twice': (draft) => void draft.query.push(...draft.query, ['limit', '1'], ['limit', '2'], ['sort', 'x'], ['sort', 'y']),
  header: (draft, chance) => {
    const [name, value] = chance.pick(strangeHeaders);
    draft.headers[name] = value;
  },
};

const payloadOf = ({ payload }: Draft): string => payload ?? '{}';
const withField = (payload: string, field: string): string => payload.replace('{', `{${field},`).replace(',}', '}');

/** `ids` are real ones by path parameter, so that a part of the requests meets something. */
export function makeRequest(operation: Operation, chance: Chance, ids: Readonly<Record<string, readonly string[]>>): FuzzRequest {
  const { route } = operation;
  const path = Object.fromEntries(pathParameters(route).map((name) => [name, chance.pick(ids[name] ?? ['nobodys'])]));
  const draft: Draft = {
    path,
    query: goodQuery(operation, chance),
    headers: goodHeaders(operation, chance),
    body: undefined,
    payload: null,
    type: null,
  };
  draft.body = structuredClone(exampleBody(operation));
  aimAt(draft.body, ids, chance);
  const done: string[] = [];
  const many = chance.fraction() < 0.2 ? 0 : chance.whole(1, 2);
  const names = Object.keys(changes).filter((name) => operation.body !== null || ['path', 'query', 'query twice', 'header'].includes(name));
  for (let time = 0; time < many; time += 1) {
    const name = chance.pick(names);
    draft.payload ??= textOfBody(draft.body);
    const before = draft.body;
    const told = JSON.stringify(before);
    changes[name]!(draft, chance, operation);
    if (draft.body !== before || JSON.stringify(draft.body) !== told) draft.payload = textOfBody(draft.body);
    done.push(name);
  }
  draft.payload ??= textOfBody(draft.body);
  const type = draft.type ?? operation.types[0];
  return {
    operation,
    method: route.method,
    url: urlOf(operation, draft),
    headers: { ...(draft.payload === null || type === undefined || type === '' ? {} : { 'content-type': type }), ...draft.headers },
    payload: draft.payload,
    done,
  };
}

function goodQuery({ parameters }: Operation, chance: Chance): [string, string][] {
  return parameters
    .filter((one) => one.in === 'query' && one.name !== 'cursor' && (one.required === true || chance.fraction() < 0.3))
    .map(({ name, schema, example }) => [name, textOf(example ?? schema.example ?? schema.examples?.[0] ?? 'a')]);
}

function goodHeaders({ route }: Operation, chance: Chance): Record<string, string> {
  return {
    ...(route.tagged === true && route.method !== 'GET' ? { 'if-match': '*' } : {}),
    ...(route.method !== 'GET' && chance.fraction() < 0.3 ? { 'idempotency-key': `fuzz-${chance.whole(0, 50)}` } : {}),
  };
}

/** References in the body to what is there. */
function aimAt(node: unknown, ids: Readonly<Record<string, readonly string[]>>, chance: Chance): void {
  if (typeof node !== 'object' || node === null) return;
  const fields = node as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    const known = ids[name];
    if (known !== undefined && typeof value === 'string') fields[name] = chance.pick(known);
    else aimAt(value, ids, chance);
  }
}

function replaceLeaf(draft: Draft, chance: Chance, make: () => unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const name of Object.keys(node)) {
      places.push([node as Record<string, unknown>, name]);
      walk((node as Record<string, unknown>)[name]);
    }
  };
  walk(draft.body);
  if (places.length === 0) return;
  const [holder, name] = chance.pick(places);
  // What is not there is not written.
  holder[name] = make();
}

function addField(draft: Draft, name: string, chance: Chance): void {
  if (typeof draft.body === 'object' && draft.body !== null) (draft.body as Record<string, unknown>)[name] = chance.pick(strangeValues);
}

function textOfBody(body: unknown): string | null {
  if (body === undefined) return null;
  return JSON.stringify(body).replaceAll(new RegExp(`"${RAW}([^"]*)"`, 'g'), '$1');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(RAW, '') : (JSON.stringify(value) ?? '');
}

function urlOf({ route }: Operation, { path, query }: Draft): string {
  const encoded = (text: string) => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
  const place = route.path.replaceAll(/:(\w+)/g, (_all, name: string) => encoded(path[name]!) || '%20');
  const search = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  return search === '' ? place : `${place}?${search}`;
}
