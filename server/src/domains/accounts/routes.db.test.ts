// Accounts over HTTP; and by their example what every route has in common: walls, permissions, idempotency, tags, pages, errors, the audit log.
import { beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';

const api = withApi();
const acme = { name: 'Acme Ltd', country: 'IE' };

beforeAll(async () => {
  await api.current.books.accounts('b-one', 'b-two', 'c-three');
});

const put = (key: string) => `/v1/accounts/${key}`;

it('adds an account and brings it up to date', async () => {
  const call = await api.current.as();
  const made = await call('PUT', put('acme'), { body: acme });
  expect([made.statusCode, made.json()]).toMatchObject([
    201,
    { externalId: 'acme', currency: 'EUR', zone: 'Europe/Berlin', kind: 'company' },
  ]);
  const changed = await call('PUT', put('acme'), { body: { ...acme, purchaseOrder: 'PO-1' } });
  expect([changed.statusCode, changed.json()]).toMatchObject([200, { id: made.json().id, purchaseOrder: 'PO-1' }]);
  const read = await call('GET', `/v1/accounts/${made.json().id}?expand=billing`);
  expect(read.json()).toMatchObject({ externalId: 'acme', billing: { nextBillAt: null, lastRunOn: null, parked: null } });
  expect((await call('GET', '/v1/accounts/acme')).json()).toEqual(changed.json());
});

it('lists page by page in both directions, without repeats', async () => {
  const call = await api.current.as();
  for (const sort of ['externalId', '-externalId', 'name', '-name', 'createdAt', '-createdAt']) {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await call('GET', `/v1/accounts?limit=2&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(page.statusCode).toBe(200);
      seen.push(...page.json().data.map((one: { externalId: string }) => one.externalId));
      cursor = page.json().nextCursor;
    }
    expect([...seen].sort()).toEqual(['acme', 'b-one', 'b-two', 'c-three', 'south']);
    if (sort.endsWith('externalId')) expect(seen).toEqual(sort.startsWith('-') ? [...seen].sort().reverse() : [...seen].sort());
  }
});

it('filters, and finds by the beginning of id or name', async () => {
  const call = await api.current.as();
  const ids = async (query: string) => {
    const answer = await call('GET', `/v1/accounts?${query}`);
    return answer.json().data.map((one: { externalId: string }) => one.externalId);
  };
  expect(await ids('country=IE')).toEqual(['acme']);
  expect(await ids('country=FR')).toEqual([]);
  expect(await ids('search=B-')).toEqual(['b-one', 'b-two']);
  expect(await ids('search=customer%20C')).toEqual(['c-three']);
  expect(await ids('search=%25')).toEqual([]);
  const first = await call('GET', '/v1/accounts?search=customer&limit=2');
  const rest = await call('GET', `/v1/accounts?search=customer&limit=2&cursor=${first.json().nextCursor}`);
  expect([...first.json().data, ...rest.json().data].map((one: { externalId: string }) => one.externalId)).toEqual([
    'b-one',
    'b-two',
    'c-three',
  ]);
});

it('does not take a cursor of another list', async () => {
  const call = await api.current.as();
  const { nextCursor } = (await call('GET', '/v1/accounts?limit=1')).json();
  for (const url of [`sort=name&cursor=${nextCursor}`, 'cursor=x', `search=b&cursor=${nextCursor}`]) {
    const refused = await call('GET', `/v1/accounts?${url}`);
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'page.cursor']);
  }
});

it('changes one only from the state that was read', async () => {
  const call = await api.current.as();
  const read = await call('GET', '/v1/accounts/b-one');
  const etag = String(read.headers.etag);
  expect((await call('PATCH', '/v1/accounts/b-one', { body: { name: 'New' } })).json()).toMatchObject({
    status: 428,
    code: 'edit.unconditional',
  });
  const changed = await call('PATCH', '/v1/accounts/b-one', { body: { name: 'New' }, headers: { 'if-match': etag } });
  expect([changed.statusCode, changed.json().name]).toEqual([200, 'New']);
  const outdated = await call('PATCH', '/v1/accounts/b-one', { body: { name: 'Newer' }, headers: { 'if-match': etag } });
  expect(outdated.json()).toMatchObject({ status: 412, code: 'edit.outdated' });
  expect((await call('GET', '/v1/accounts/b-one', { headers: { 'if-none-match': String(changed.headers.etag) } })).statusCode).toBe(304);
});

it('does a write once, however often it is sent with one key', async () => {
  const call = await api.current.as();
  const headers = { 'idempotency-key': 'k1' };
  const first = await call('PUT', put('once'), { body: acme, headers });
  const second = await call('PUT', put('once'), { body: acme, headers });
  expect([second.statusCode, second.body, second.headers['idempotency-replayed']]).toEqual([201, first.body, 'true']);
  const other = await call('PUT', put('once'), { body: { name: 'Other' }, headers });
  expect(other.json()).toMatchObject({ status: 422, code: 'idempotency.other_body' });
  expect((await call('PUT', put('once'), { body: acme, headers: { 'idempotency-key': '' } })).json().code).toBe('idempotency.key');
  const stranger = await api.current.as();
  expect((await stranger('PUT', put('once'), { body: { name: 'Other' }, headers })).statusCode).toBe(200);
});

it('tells a request that is sent again while the first is under way', async () => {
  const call = await api.current.as();
  const headers = { 'idempotency-key': 'k2' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => call('PUT', put('parallel'), { body: acme, headers })));
  const statuses = answers.map((answer) => answer.statusCode);
  expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
  expect(statuses).toContain(201);
  expect(new Set(answers.filter((answer) => answer.statusCode === 201).map((answer) => answer.body)).size).toBe(1);
});

it('puts many at once, all or none', async () => {
  const call = await api.current.as();
  const made = await call('POST', '/v1/accounts/bulk', {
    body: {
      accounts: [
        { externalId: 'm1', name: 'One' },
        { externalId: 'm2', name: 'Two' },
      ],
    },
  });
  expect(made.json()).toMatchObject({ made: 2, changed: 0, ids: { m1: expect.stringMatching(/^acc_/) } });
  const refused = await call('POST', '/v1/accounts/bulk', {
    body: {
      accounts: [
        { externalId: 'm3', name: 'Three' },
        { externalId: 'm4', name: 'Four', zone: 'Mars/Base' },
      ],
    },
  });
  expect(refused.json()).toMatchObject({ status: 422, code: 'zone.unknown', path: 'accounts[1].zone' });
  expect((await call('GET', '/v1/accounts/m3')).statusCode).toBe(404);
  const twice = await call('POST', '/v1/accounts/bulk', {
    body: {
      accounts: [
        { externalId: 'm5', name: 'A' },
        { externalId: 'm5', name: 'B' },
      ],
    },
  });
  expect(twice.json()).toMatchObject({ code: 'account.repeated', path: 'accounts[1].externalId' });
});

it('keeps sellers and accounts apart: what one may not see is not there', async () => {
  const provider = await api.current.as();
  const south = await api.current.as({ seller: 'south' });
  const secret = (await south('GET', '/v1/accounts/secret-south')).json();
  expect(secret.name).toBe('CANARY-SOUTH');
  const bodies = await Promise.all(
    [
      `/v1/accounts/${secret.id}`,
      '/v1/accounts/secret-south',
      '/v1/accounts/acc_0000000000zzz',
      '/v1/accounts/nobody',
      '/v1/accounts/%00',
    ].map(async (url) => {
      const answer = await provider('GET', url);
      return [answer.statusCode, { ...answer.json(), requestId: '' }];
    }),
  );
  expect(new Set(bodies.slice(0, 4).map((body) => JSON.stringify(body))).size).toBe(1);
  expect(bodies[0]).toMatchObject([404, { code: 'resource.not_found' }]);
  expect((await provider('GET', '/v1/accounts?search=CANARY')).body).not.toContain('CANARY');
  const member = await api.current.as({ account: 'b-two' });
  expect((await member('GET', '/v1/accounts')).json().data.map((one: { externalId: string }) => one.externalId)).toEqual(['b-two']);
  expect((await member('GET', '/v1/accounts/acme')).statusCode).toBe(404);
  expect((await member('GET', '/v1/accounts?search=a')).json().data).toEqual([]);
});

it('says who may: nobody, who lacks a permission, and who is somebody else’s customer', async () => {
  expect((await api.current.call('GET', '/v1/accounts')).json()).toMatchObject({ status: 401, code: 'access.unauthenticated' });
  expect((await api.current.call('GET', '/v1/accounts', { headers: { authorization: 'Bearer wrong' } })).statusCode).toBe(401);
  const reader = await api.current.as({ permissions: ['accounts.read'] });
  const denied = await reader('PUT', put('x'), { body: acme });
  expect(denied.json()).toMatchObject({ status: 403, code: 'access.denied', parameters: { permission: 'accounts.write' } });
  const member = await api.current.as({ account: 'b-two' });
  expect((await member('PUT', put('x'), { body: acme })).json()).toMatchObject({ status: 403, code: 'access.wrong_caller' });
});

it('answers in the caller’s language', async () => {
  const german = await api.current.as({ language: 'de' });
  expect((await german('GET', '/v1/accounts/nobody')).json()).toMatchObject({
    title: 'Nicht gefunden',
    detail: expect.stringContaining('Kennung'),
  });
  const asked = await german('GET', '/v1/accounts/nobody', { headers: { 'accept-language': 'fr, en;q=0.5, de;q=0.1' } });
  expect(asked.json().title).toBe('Not found');
});

it('says what is wrong with a request, and where', async () => {
  const call = await api.current.as();
  const wrong = await call('POST', '/v1/accounts/bulk', { body: { accounts: [{ externalId: 'y', name: 5 }] } });
  expect(wrong.json()).toMatchObject({ status: 400, code: 'request.invalid', path: 'accounts[0].name' });
  for (const name of ['a\u0000b', '\ud800', 'a\\\udfff', '\udfff\ud800']) {
    const told = (await call('PUT', put('unstorable'), { body: { name } })).json();
    expect(told).toMatchObject({ status: 400, code: 'request.invalid', parameters: { field: 'body' } });
  }
  const spelled = 'a\\u0000 \\\\ud800 💥';
  expect((await call('PUT', put('spelled'), { body: { name: spelled } })).json()).toMatchObject({ name: spelled });
  expect((await call('GET', '/v1/accounts?limit=0')).json()).toMatchObject({ status: 400, path: 'limit' });
  const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`);
  expect((await call('POST', '/v1/accounts/bulk', { body: { accounts: [], deep } })).json()).toMatchObject({
    status: 400,
    code: 'request.invalid',
  });
});

it('writes down who changed what', async () => {
  const call = await api.current.as();
  const { id } = (await call('PUT', put('audited'), { body: acme })).json();
  await call('PUT', put('audited'), { body: { ...acme, name: 'Acme Limited' } });
  const { rows } = await api.current.books.database.pool.query(
    'select operation, actor_kind as kind, subjects, changes from audit_entry where subjects && $1 order by id',
    [[id]],
  );
  expect(rows).toMatchObject([
    { operation: 'putAccount', kind: 'key', subjects: [id], changes: [{ subject: id, changes: { '.': [null, { name: 'Acme Ltd' }] } }] },
    { changes: [{ subject: id, changes: { name: ['Acme Ltd', 'Acme Limited'] } }] },
  ]);
});

it('knows ids of any length, and tells of one that is too long as of all else', async () => {
  const call = await api.current.as();
  const long = 'ä'.repeat(255);
  expect((await call('PUT', put(encodeURIComponent(long)), { body: acme })).json()).toMatchObject({ externalId: long });
  const longer = await call('GET', `/v1/accounts/${'a'.repeat(5_000)}`);
  expect([longer.statusCode, longer.json().code, longer.headers['content-type']]).toEqual([
    414,
    'request.invalid',
    expect.stringMatching('problem'),
  ]);
});

it('leaves the books in order', async () => {
  expect(await api.current.books.findings()).toEqual([]);
});
