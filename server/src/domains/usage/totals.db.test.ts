// Totals of usage: by steps of the account's own calendar, with gaps told apart from zero, by every aggregation.
import { beforeAll, describe, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';

const api = withApi();

/** January in Berlin: two days with events of which one sums to zero, gaps around and between. */
beforeAll(async () => {
  const { books } = api.current;
  await books.accounts('a');
  await books.start('s', 'a', '2026-01-01', { seat: '0' });
  api.current.clock.set('2026-04-20T12:00:00Z');
  const events = [
    ['1', '2026-01-10T23:30:00Z', '4'],
    ['2', '2026-01-11T10:00:00Z', '6'],
    ['3', '2026-01-11T10:01:00Z', '6.0'],
    ['4', '2026-01-13T09:00:00Z', '5'],
    ['5', '2026-01-13T10:00:00Z', '-5'],
  ].map(([id, time, value]) => ({ specversion: '1.0', id, source: 'x', type: 'traffic', subject: 's', time, data: { value } }));
  expect((await (await api.current.as())('POST', '/v1/events', { body: events })).json()).toMatchObject({ stored: 5 });
});

async function totals(query: string) {
  return (await (await api.current.as())('GET', `/v1/usage/totals?${query}`)).json();
}

const days = 'from=2026-01-10&to=2026-01-15&step=day';

it('go by the account’s days, and say where nothing was told', async () => {
  expect(await totals(`account=a&${days}`)).toEqual({
    from: '2026-01-09T23:00:00Z',
    to: '2026-01-14T23:00:00Z',
    zone: 'Europe/Berlin',
    data: [
      {
        account: 'a',
        subscription: 's',
        meter: 'traffic',
        sum: '16',
        events: 5,
        steps: [
          { from: '2026-01-10T23:00:00Z', sum: '16', events: 3 },
          { from: '2026-01-12T23:00:00Z', sum: '0', events: 2 },
        ],
        gaps: [
          { from: '2026-01-09T23:00:00Z', to: '2026-01-10T23:00:00Z' },
          { from: '2026-01-11T23:00:00Z', to: '2026-01-12T23:00:00Z' },
          { from: '2026-01-13T23:00:00Z', to: '2026-01-14T23:00:00Z' },
        ],
      },
    ],
  });
});

it('go by another zone, by hours and by months', async () => {
  const steps = async (query: string) =>
    (await totals(`subscription=s&${query}`)).data[0].steps.map((one: { from: string; sum: string }) => [one.from, one.sum]);
  expect(await steps(`${days}&zone=UTC`)).toEqual([
    ['2026-01-10T00:00:00Z', '4'],
    ['2026-01-11T00:00:00Z', '12'],
    ['2026-01-13T00:00:00Z', '0'],
  ]);
  expect(await steps('from=2026-01-11&to=2026-01-12&step=hour')).toEqual([
    ['2026-01-10T23:00:00Z', '4'],
    ['2026-01-11T10:00:00Z', '12'],
  ]);
  expect(await steps('from=2026-01-01&to=2026-04-01&step=month')).toEqual([['2025-12-31T23:00:00Z', '16']]);
  expect(await steps('from=2026-01-01&to=2026-04-01&step=month&zone=UTC')).toEqual([['2026-01-01T00:00:00Z', '16']]);
});

describe('measured by', () => {
  it.each([
    ['sum', '16', ['16', '0']],
    ['count', '5', ['3', '2']],
    ['max', '6', ['6', '5']],
    ['last', '-5', ['6', '-5']],
    ['unique', '4', ['2', '2']],
    ['p95', '6', ['6', '5']],
  ])('%s', async (aggregate, whole, parts) => {
    const [place] = (await totals(`account=a&${days}&aggregate=${aggregate}`)).data;
    expect([place.quantity, place.steps.map((one: { quantity: string }) => one.quantity)]).toEqual([whole, parts]);
    expect(place.gaps[0].quantity).toBeUndefined();
  });

  it('time, whose level holds on over gaps', async () => {
    const [place] = (await totals('account=a&from=2026-01-11&to=2026-01-14&step=day&aggregate=time')).data;
    const parts = [place.steps[0], place.gaps[0], place.steps[1]].map((one: { quantity: string }) => Number(one.quantity));
    expect(parts).toEqual([4 * 10.5 + 6 * 13, 6 * 24, 6 * 10 + 5 - 5 * 13]);
    expect(Number(place.quantity)).toBe(parts.reduce((sum, one) => sum + one, 0));
    const [later] = (await totals('account=a&from=2026-01-13&to=2026-01-14&aggregate=time')).data;
    expect(Number(later.quantity)).toBe(parts[2]);
  });
});

it('refuse what they cannot tell', async () => {
  const code = async (query: string) => (await totals(query)).code;
  expect(await code(`account=a&${days}&zone=Mars`)).toBe('usage.zone');
  expect(await code('account=a&from=2026-01-10T00:00:00Z&to=2026-01-15&step=day')).toBe('usage.window');
  expect(await code('account=a&from=2026-01-02&to=2026-02-02&step=month')).toBe('usage.window');
  expect(await code('account=a&from=2026-01-01&to=2026-04-01&step=quarter')).toBe('usage.window');
  expect(await code('account=a&from=2026-01-32&to=2026-04-01')).toBe('request.date');
  expect(await code(days)).toBe('usage.whose');
  const { database } = api.current.books;
  await database.pool.query('alter table usage_day_total disable trigger user; update usage_day_total set events = 200000');
  expect(await code('account=a&from=2026-01-01&to=2026-04-01&aggregate=max')).toBe('usage.too_many_events');
  await database.pool.query('update usage_day_total set events = 6');
  expect(await code('account=a&from=2026-01-01&to=2026-04-01&aggregate=max')).toBe('usage.events_not_kept');
});
