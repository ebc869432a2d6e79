// The start page's figures over HTTP, against lives told in a few lines.
import { expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';

const api = withApi();
const overview = async (choice: Parameters<typeof api.current.as>[0] = {}) => {
  const answer = await (await api.current.as(choice))('GET', '/v1/overview');
  expect(answer.statusCode).toBe(200);
  return answer.json();
};

it('says what was billed, what recurs, who is in service and what is due', async () => {
  const { books, clock } = api.current;
  await books.accounts('a', 'b', 'c', 'd');
  await books.start('s-a', 'a', '2026-01-01', { seat: '2' });
  await books.start('s-b', 'b', '2026-01-01', { seat: '1', disk: '310' });
  await books.start('s-c', 'c', '2026-01-01', { seat: '1' });
  await books.start('s-d', 'd', '2026-01-01', { seat: '1' });
  expect((await overview()).nextRun).toEqual({ due: 4, nextAt: null, nextAccounts: 0 });
  await books.bill();
  clock.set('2026-01-15T00:00:00Z');
  await books.fact('s-c', '2026-01-11', { kind: 'end' }, { reference: 'end' });
  await books.fact('s-d', '2026-01-11', { kind: 'pause' }, { reference: 'pause' });
  await books.fact('s-b', '2026-01-12', { kind: 'end' }, { reference: 'mistake' });
  await books.fact('s-b', '2026-01-12', { kind: 'void', ref: 'mistake' });
  await books.bill();
  const told = await overview();
  expect(told).toMatchObject({
    accounts: { all: 5, active: 2 },
    subscriptions: { all: 4, active: 2, paused: 1 },
    parked: [],
    refusedUsage: { codes: [] },
    failingWebhooks: [],
  });
  // Changes downward are billed with the next cycle.
  expect(told.revenue).toEqual([{ month: '2026-01', currency: 'EUR', net: '155.00', total: '184.45', invoices: 4, creditNotes: 0 }]);
  expect(told.recurring).toEqual([{ currency: 'EUR', amount: '155.00' }]);
  expect(told.nextRun).toEqual({ due: 0, nextAt: '2026-01-31T23:00:00Z', nextAccounts: expect.any(Number) });
  clock.set('2026-02-01T00:00:00Z');
  await books.bill();
  const { revenue, recurring } = await overview();
  // Two seats and one go on; the disk of January costs 31.00; of two seats 21 of 31 days are given back.
  expect(recurring).toEqual([{ currency: 'EUR', amount: '93.00' }]);
  expect(revenue[1]).toEqual({ month: '2026-02', currency: 'EUR', net: '82.00', total: '97.58', invoices: 2, creditNotes: 2 });
});

it('shows each part to whom may see it, and a reseller his own', async () => {
  const empty = {
    figuresAt: null,
    revenue: null,
    recurring: null,
    accounts: null,
    subscriptions: null,
    nextRun: null,
    parked: null,
    refusedUsage: null,
    failingWebhooks: null,
  };
  expect(await overview({ permissions: [] })).toEqual(empty);
  const { figuresAt, ...rest } = await overview({ permissions: ['accounts.read'] });
  expect([figuresAt, rest]).toEqual([expect.any(String), { ...empty, figuresAt: undefined, accounts: { all: 5, active: 2 } }]);
  expect(await overview({ seller: 'south' })).toMatchObject({
    revenue: [],
    recurring: [],
    accounts: { all: 1, active: 0 },
    subscriptions: { all: 0, active: 0, paused: 0 },
    nextRun: { due: 0, nextAt: null },
  });
  const member = await (await api.current.as({ account: 'a' }))('GET', '/v1/overview');
  expect(member.json().code).toBe('access.wrong_caller');
});

it('names what needs a person', async () => {
  const { books } = api.current;
  await books.run((tx) =>
    tx.client.query(`update account_billing set parked_at = '2026-02-01', parked_code = 'billing.alarm_total', parked_detail = 'Too much.'
      where account_id = (select id from account where external_id = 'b')`),
  );
  api.current.clock.set('2026-02-01T00:00:00Z');
  const call = await api.current.as();
  await call('POST', '/v1/events', {
    body: [
      { specversion: '1.0', id: 'x', source: 'test', type: 'nothing', subject: 's-a', time: '2026-01-10T12:00:00Z', data: { value: '1' } },
    ],
  });
  const { endpoint } = (await call('POST', '/v1/webhook-endpoints', { body: { url: 'https://example.com/hooks', types: [] } })).json();
  await books.run((tx) => tx.client.query(`update webhook_pace set failures = 3, failing_since = '2026-01-31' where endpoint_id > 0`));
  const { parked, refusedUsage, failingWebhooks } = await overview();
  expect({ parked, refusedUsage, failingWebhooks }).toEqual({
    parked: [{ code: 'billing.alarm_total', accounts: 1 }],
    refusedUsage: { since: '2026-01-25T00:00:00Z', codes: [{ code: expect.stringContaining('meter'), events: 1 }] },
    failingWebhooks: [
      {
        id: endpoint.id,
        url: 'https://example.com/hooks',
        enabled: true,
        disabledCode: null,
        failingSince: '2026-01-31T00:00:00Z',
        failures: 3,
      },
    ],
  });
});
