// The first visit over HTTP: only with the token, only once, whoever comes at the same moment; and what is wrong is refused before anything is made.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findProvider } from '../domains/accounts/index.ts';
import { createAuthenticate } from '../domains/people/index.ts';
import { openClock, type SharedClock } from '../platform/clock.ts';
import { createHttpServer } from '../platform/http/server.ts';
import type { Services } from '../platform/http/work.ts';
import { createLog } from '../platform/log.ts';
import type { Database } from '../platform/postgres/pool.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { createTestDatabase } from '../testing/database.ts';
import { openTestPeople } from '../testing/people.ts';
import { addApi } from './v1.ts';

const TOKEN = 'the token that was printed';
let database: Database;
let clock: SharedClock;
let app: ReturnType<typeof createHttpServer>['app'];

beforeEach(async () => {
  ({ database } = await createTestDatabase());
  clock = await openClock(database);
  const people = await openTestPeople(database);
  ({ app } = createHttpServer({ database, clock, log: createLog('silent'), version: 'test' }));
  const demo = {
    state: async () => ({ state: null, step: null, done: 0, total: 0, day: null, users: [] }),
    build: async () => {},
    move: async () => {},
  };
  const services = { people, setUp: { token: TOKEN, demo } } as unknown as Services;
  await addApi(app, { installation: { database, clock }, authenticate: createAuthenticate(people), services });
});

afterEach(async () => {
  await app.close();
  clock.close();
  await database.close();
});

const company = {
  legalName: 'Nord Hosting GmbH',
  country: 'DE',
  currency: 'EUR',
  zone: 'Europe/Berlin',
  language: 'de',
  taxNumber: 'DE111',
};
const user = { mail: 'ada@example.org', name: 'Ada Byron', password: 'four words nobody joined', language: 'en' };
const wish = { token: TOKEN, company, currencies: ['USD'], user };

async function post(url: string, body: object) {
  const response = await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
  return {
    status: response.statusCode,
    code: response.statusCode < 300 ? null : response.json().code,
    cookie: response.headers['set-cookie'],
  };
}

const isNeeded = async (): Promise<boolean> => (await app.inject('/v1/set-up')).json().isNeeded;

it('makes the company and its first user, who then signs in', async () => {
  expect(await isNeeded()).toBe(true);
  expect(await post('/v1/set-up', wish)).toMatchObject({ status: 204 });
  expect(await isNeeded()).toBe(false);
  expect(await inTransaction(database, findProvider)).toMatchObject({ legalName: 'Nord Hosting GmbH', taxNumber: 'DE111' });
  const { rows } = await database.pool.query('select currency from seller_currency where enabled order by 1');
  expect(rows.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
  expect(await post('/v1/sign-in', { mail: user.mail, password: user.password })).toMatchObject({
    status: 200,
    cookie: expect.stringMatching(/HttpOnly/),
  });
});

it('lets one of two through that come at the same moment, and nobody afterwards', async () => {
  const both = await Promise.all([post('/v1/set-up', wish), post('/v1/set-up', { ...wish, user: { ...user, mail: 'eve@example.org' } })]);
  expect(both.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1);
  expect(await post('/v1/set-up', wish)).toMatchObject({ code: 'set_up.done' });
  expect(await post('/v1/set-up/demo', { token: TOKEN })).toMatchObject({ code: 'set_up.done' });
  const { rows } = await database.pool.query('select count(*)::int as users from identity.portal_user');
  expect(rows).toEqual([{ users: 1 }]);
});

it.each([
  ['another token', { ...wish, token: 'guessed' }, 'set_up.token'],
  ['a weak password', { ...wish, user: { ...user, password: 'short' } }, 'password.weak'],
  ['no mail address', { ...wish, user: { ...user, mail: 'nobody' } }, 'mail.invalid'],
  ['no such zone', { ...wish, company: { ...company, zone: 'Mars/Olympus' } }, 'zone.unknown'],
])('refuses %s, and nothing is made', async (_what, body, code) => {
  expect(await post('/v1/set-up', body)).toMatchObject({ code });
  expect(await isNeeded()).toBe(true);
});
