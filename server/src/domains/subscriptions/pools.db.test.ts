// Pools over HTTP and under many hands at once: no more is ever held than there is.
import { beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { withApi } from '../../testing/api.ts';
import { component, decimal, start, unitPrice } from '../../testing/books.ts';
import { publishPlans } from '../catalog/index.ts';
import { publishPrices } from './index.ts';

const api = withApi();
const month = { unit: 'month', count: 1 } as const;

beforeAll(async () => {
  const { books } = api.current;
  await books.accounts('acme', 'crowd', 'free');
  await books.run(async (tx, seller, now) => {
    const components = [component('cpu', { pool: 'cpu' }), component('ram', { namedItems: true })];
    await publishPlans(tx, seller.id, [{ key: 'vm', name: 'Machine', period: month, commitment: null, components }], now);
    const list = { currency: 'EUR', audience: null, buyerId: null, validFrom: null, correction: false };
    const prices = ['vm/cpu', 'vm/ram'].map((name) => ({ ...list, component: name, price: unitPrice('10.00') }));
    await publishPrices(tx, seller, prices, now);
  });
});

/** What a change is refused with, or null. */
async function refusal(change: Promise<unknown>): Promise<Refusal | null> {
  try {
    await change;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const begin = (subscription: string, account: string, cpus: string, at = '2026-01-01') =>
  api.current.books.fact(subscription, at, start('vm', { cpu: cpus }), { account });
const cpus = (subscription: string, value: string, at: string) =>
  api.current.books.fact(subscription, at, { kind: 'quantity', component: 'cpu', value: decimal(value) });
const put = async (account: string, pool: string, body: unknown) =>
  (await api.current.as())('PUT', `/v1/accounts/${account}/pools/${pool}`, { body });

describe('a pool of an account', () => {
  it('is shared: of eight, two and four are in use, so at most two more', async () => {
    expect((await put('acme', 'cpu', { maximum: '8' })).statusCode).toBe(201);
    await begin('one', 'acme', '2');
    await begin('two', 'acme', '4');
    const call = await api.current.as();
    const { data } = (await call('GET', '/v1/accounts/acme/pools')).json();
    expect(data).toEqual([
      {
        key: 'cpu',
        maximum: '8',
        components: [],
        held: '6',
        left: '2',
        services: [
          { subscription: 'one', held: '2' },
          { subscription: 'two', held: '4' },
        ],
        changes: [],
      },
    ]);
    expect(await refusal(begin('three', 'acme', '3'))).toMatchObject({
      code: 'pool.exhausted',
      parameters: { pool: 'cpu', maximum: '8', left: '2', at: '2025-12-31T23:00:00Z' },
    });
    expect(await refusal(cpus('two', '7', '2026-02-01'))).toMatchObject({ code: 'pool.exhausted', parameters: { left: '2' } });
    expect(await refusal(cpus('two', '6', '2026-02-01'))).toBe(null);
  });

  it('counts what is to come: what is free now is taken from February on', async () => {
    expect(await refusal(begin('three', 'acme', '1'))).toMatchObject({
      code: 'pool.exhausted',
      parameters: { left: '0', at: '2026-01-31T23:00:00Z' },
    });
    const member = await api.current.as({ account: 'acme' });
    expect((await member('GET', '/v1/accounts/acme/pools')).json().data).toMatchObject([{ held: '6', left: '0' }]);
  });

  it('is not made smaller than what services hold, and says who they are', async () => {
    const refused = await put('acme', 'cpu', { maximum: '7', validFrom: '2026-02-01' });
    expect(refused.json()).toMatchObject({
      status: 422,
      code: 'pool.below_held',
      parameters: { held: '8', services: 'one 2, two 6', day: '2026-02-01' },
    });
    expect((await put('acme', 'cpu', { maximum: '16', validFrom: '2026-03-01' })).json()).toMatchObject({
      maximum: '8',
      changes: [{ from: '2026-03-01', maximum: '16' }],
    });
    expect(await refusal(cpus('one', '10', '2026-02-20'))).toMatchObject({ code: 'pool.exhausted', parameters: { left: '0' } });
    expect(await refusal(cpus('one', '10', '2026-03-01'))).toBe(null);
  });

  it('may be named for components whose plan names none, items among them', async () => {
    expect((await put('free', 'memory', { maximum: '2', components: ['vm/ram'] })).statusCode).toBe(201);
    await begin('items', 'free', '50');
    const item = (name: string, value: string) =>
      api.current.books.fact('items', '2026-01-02', { kind: 'item', component: 'ram', item: name, value: decimal(value) });
    await item('a', '1');
    await item('b', '1');
    expect(await refusal(item('c', '1'))).toMatchObject({ code: 'pool.exhausted', parameters: { pool: 'memory', left: '0' } });
    await item('a', '0');
    await item('c', '1');
    expect((await put('free', 'memory', { maximum: null })).json()).toMatchObject({ maximum: null, left: null, components: ['vm/ram'] });
    await item('d', '9');
  });

  it('says what is wrong with it', async () => {
    const code = async (body: unknown, pool = 'cpu') => (await put('acme', pool, body)).json().code;
    expect(await code({ maximum: '-1' })).toBe('pool.negative');
    expect(await code({ maximum: '9', components: ['nothing'] })).toBe('pool.unknown_component');
    expect(await code({ maximum: '9', validFrom: '2026-02-30' })).toBe('request.date');
    expect(await code({ maximum: '9' }, '%20')).toBe('field.empty');
    expect((await put('nobody', 'cpu', { maximum: '9' })).statusCode).toBe(404);
    const member = await api.current.as({ account: 'acme' });
    expect((await member('PUT', '/v1/accounts/acme/pools/cpu', { body: { maximum: '99' } })).json().code).toBe('access.wrong_caller');
    expect((await member('GET', '/v1/accounts/crowd/pools')).statusCode).toBe(404);
  });

  it('is never exceeded by thirty-two at once', async () => {
    await put('crowd', 'cpu', { maximum: '10' });
    const answers = await Promise.all(Array.from({ length: 32 }, (_, index) => refusal(begin(`c${index}`, 'crowd', '1'))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(10);
    expect(new Set(answers.flatMap((answer) => answer?.code ?? []))).toEqual(new Set(['pool.exhausted']));
    const call = await api.current.as();
    expect((await call('GET', '/v1/accounts/crowd/pools')).json().data).toMatchObject([{ held: '10', left: '0' }]);
    // Making it larger and taking from it at once: one waits for the other.
    const both = await Promise.all([
      put('crowd', 'cpu', { maximum: '11' }),
      refusal(begin('late', 'crowd', '1')),
      refusal(begin('later', 'crowd', '1')),
    ]);
    expect(both[0].statusCode).toBe(200);
    expect(both.slice(1).filter((answer) => answer === null).length).toBeLessThan(2);
    expect(await api.current.books.findings()).toEqual([]);
  });

  it('is asked about by the audit: what was taken without a look at it is found', async () => {
    const { books } = api.current;
    await books.accounts('hasty');
    await put('hasty', 'cpu', { maximum: '1' });
    await begin('h1', 'hasty', '1');
    // The mistake of a program that writes a fact and forgets the pool.
    await books.run((tx) =>
      tx.client.query(
        `insert into subscription_fact (seller_id, subscription_id, sequence, kind, at, recorded_at, body)
         select seller_id, id, 100, 'quantity', '2026-02-01', '2026-01-01', '{"component": "cpu", "value": "2"}' from subscription where external_id = 'h1'`,
      ),
    );
    expect(await books.findings()).toEqual([
      'pool_is_not_exceeded: pool cpu of account hasty: holds 1, and 2 are taken from 2026-02-01T00:00:00Z on',
    ]);
  });
});
