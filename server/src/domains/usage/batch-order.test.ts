// The order of a batch: by identity whatever the first digits say, repeats behind what came first, and by place.
import { expect, it } from 'vitest';
import { groupByPlace, orderByIdentity, splitRepeats } from './batch-order.ts';
import { type EventToStore, eventPlace, meterId } from './batch-store.ts';

const meter = meterId(1n);
const places = [3n, 1n, 2n].map((id) => eventPlace(1n, id));
const event = (identity: string, place = 0): EventToStore => ({
  identity: identity.padEnd(32, '0'),
  place: places[place]!,
  meter,
  at: 0,
  recorded: 0,
  value: '1',
  source: 's',
  eventId: identity,
});

it('orders by the whole identity, equal ones as they came', () => {
  const events = ['ffffffffb', 'ffffffffa', '00', 'ffffffffb', 'a0', '9f', 'ffffffffa'].map((identity) => event(identity));
  expect([...orderByIdentity(events)]).toEqual([2, 5, 4, 1, 6, 0, 3]);
});

it('takes each identity once, the first that came, and none that is known', () => {
  const events = ['b', 'a', 'b', 'c', 'a', 'c', 'd'].map((identity) => event(identity));
  const { fresh, again } = splitRepeats(events, orderByIdentity(events), new Set([event('c').identity]));
  expect(fresh).toEqual([events[1], events[0], events[6]]);
  expect(again).toEqual([2, 3, 4, 5]);
});

it('groups by the numbers of subscriptions', () => {
  const events = [event('a', 0), event('b', 1), event('c', 2), event('d', 0)];
  expect(groupByPlace(events).map(({ place, events: placed }) => [place.subscriptionId, placed.map((one) => one.eventId)])).toEqual([
    [1n, ['b']],
    [2n, ['c']],
    [3n, ['a', 'd']],
  ]);
});
