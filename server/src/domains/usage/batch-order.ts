// Puts a batch of events in order: by identity, so that repeats meet, and by place. So they are also written, since an index takes what comes in its
// order in two thirds of the time.
import { assert } from '../../kernel/assert.ts';
import type { EventPlace, EventToStore } from './batch-store.ts';

/** Of so many events indexes fit beside 32 bits of an identity into a double. */
const MOST = 2 ** 21;
const DIGITS = 8;

/** Indexes by identity; equal ones stand side by side, as they came. */
export function orderByIdentity(events: readonly EventToStore[]): Uint32Array {
  assert(events.length <= MOST, `${events.length} events in one batch`);
  const keys = new Float64Array(events.length);
  for (let index = 0; index < events.length; index += 1) keys[index] = prefixOf(events[index]!.identity) * MOST + index;
  keys.sort();
  const order = new Uint32Array(events.length);
  for (let place = 0; place < order.length; place += 1) order[place] = keys[place]! % MOST;
  // The rest of an identity decides hardly ever.
  for (let from = 0, to = 1; from < order.length; from = to, to += 1) {
    while (to < order.length && Math.floor(keys[to]! / MOST) === Math.floor(keys[from]! / MOST)) to += 1;
    if (to - from > 1)
      order.subarray(from, to).sort((one, other) => compare(events[one]!.identity, events[other]!.identity) || one - other);
  }
  return order;
}

function prefixOf(identity: string): number {
  let value = 0;
  for (let index = 0; index < DIGITS; index += 1) {
    const code = identity.charCodeAt(index);
    value = value * 16 + (code < 58 ? code - 48 : code - 87);
  }
  return value;
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

export interface SplitEvents {
  /** Each once, as they came first, by identity. */
  readonly fresh: readonly EventToStore[];
  /** Indexes of all others, as they came. */
  readonly again: readonly number[];
}

/** `known`: identities that are there already. */
export function splitRepeats(events: readonly EventToStore[], order: Uint32Array, known: ReadonlySet<string>): SplitEvents {
  const fresh: EventToStore[] = [];
  const again: number[] = [];
  let last = '';
  for (const index of order) {
    const event = events[index]!;
    if (event.identity === last || (known.size > 0 && known.has(event.identity))) again.push(index);
    else fresh.push(event);
    last = event.identity;
  }
  return { fresh, again: again.sort((one, other) => one - other) };
}

/** The events of one place. */
export interface PlacedEvents {
  readonly place: EventPlace;
  readonly events: EventToStore[];
}

/** By the numbers of their subscriptions. */
export function groupByPlace(events: readonly EventToStore[]): PlacedEvents[] {
  const groups = new Map<EventPlace, EventToStore[]>();
  for (const event of events) {
    const group = groups.get(event.place);
    if (group === undefined) groups.set(event.place, [event]);
    else group.push(event);
  }
  return [...groups]
    .map(([place, placed]) => ({ place, events: placed }))
    .sort((one, other) => (one.place.subscriptionId < other.place.subscriptionId ? -1 : 1));
}
