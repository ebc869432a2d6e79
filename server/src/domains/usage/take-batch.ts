// Takes a batch of messages in one transaction, of any senders: each is stored, repeated or refused with its reason and kept.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { parseDecimal } from '../../kernel/money/decimal.ts';
import { failpoint } from '../../platform/failpoint.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';
import { type EventToStore, type MeterId, meterId } from './batch-store.ts';
import { eventIdentity } from './event-identity.ts';
import { EventPlaces, type PlaceRefusal } from './place-events.ts';
import type { ReadEvent } from './read-body.ts';
import type { UsageMessage } from './read-message.ts';
import { Receipts } from './receipts.ts';
import { type EventInput, otherBody, refusalOf, type UsageRules } from './record-usage.ts';
import type { Names, SenderBook } from './sender-book.ts';
import { addToReceipts, insertRefusals } from './store.ts';
import { storeEvents } from './store-events.ts';
import { takeBackEvent } from './take-back.ts';

/** Events as they were handed over, and by whom: of each index. */
export interface HandedEvents {
  readonly events: readonly ReadEvent[];
  readonly books: readonly SenderBook[];
}

export type TakenVerdict = 'stored' | 'repeated' | PlaceRefusal;

export async function takeBatch(tx: Transaction, handed: HandedEvents, now: number, rules: UsageRules): Promise<TakenVerdict[]> {
  const { events: given, books } = handed;
  const verdicts: TakenVerdict[] = new Array<TakenVerdict>(given.length);
  const nameless = await learnNames(tx, handed);
  const events: EventToStore[] = [];
  const indexes: number[] = [];
  const corrections: number[] = [];
  for (let index = 0; index < given.length; index += 1) {
    const event = given[index]!;
    const found = 'code' in event ? event : readyOf(books[index]!, event, now, rules, nameless);
    if (found === 'takes back') corrections.push(index);
    else if ('code' in found) verdicts[index] = { code: found.code, reason: found.reason };
    else {
      events.push(found);
      indexes.push(index);
    }
  }
  const stored = await storeEvents(tx, events);
  for (let index = 0; index < stored.length; index += 1) {
    const verdict = stored[index]!;
    verdicts[indexes[index]!] = verdict === 'other' ? otherBody(given[indexes[index]!]!) : verdict;
  }
  for (const index of corrections) verdicts[index] = await correct(tx, books[index]!, given[index]!, now, rules, nameless);
  await failpoint('usage.batch_stored', tx.client);
  await keep(tx, handed, verdicts, now);
  return verdicts;
}

/** Senders' names that are not known yet, and the places of events that name their account alone. */
async function learnNames(tx: Transaction, { events, books }: HandedEvents): Promise<Map<SenderBook, EventPlaces>> {
  const missing = new Map<SenderBook, Names>();
  const nameless = new Map<SenderBook, EventInput[]>();
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index]!;
    const book = books[index]!;
    if ('code' in event) continue;
    const { subscription, account, meter } = event;
    const isKnown =
      (subscription === undefined || book.subscriptions.has(subscription)) &&
      (account === undefined || book.accounts.has(account)) &&
      book.meters.has(meter);
    if (!isKnown) {
      const names = missing.get(book) ?? { subscriptions: new Set(), accounts: new Set(), meters: new Set() };
      missing.set(book, names);
      if (subscription !== undefined) names.subscriptions.add(subscription);
      if (account !== undefined) names.accounts.add(account);
      if (meter !== '') names.meters.add(meter);
    }
    if (subscription === undefined && account !== undefined) {
      const inputs = nameless.get(book) ?? [];
      nameless.set(book, inputs);
      inputs.push(inputOf(event));
    }
  }
  for (const [book, names] of missing) await book.learn(tx, names);
  const places = new Map<SenderBook, EventPlaces>();
  for (const [book, inputs] of nameless) places.set(book, await EventPlaces.load(tx, book.seller, inputs));
  return places;
}

type Nameless = ReadonlyMap<SenderBook, EventPlaces>;

function readyOf(
  book: SenderBook,
  event: UsageMessage,
  now: number,
  rules: UsageRules,
  nameless: Nameless,
): EventToStore | PlaceRefusal | 'takes back' {
  if (event.takesBack !== null) return 'takes back';
  return refusalOf(event, now, rules) ?? placed(book, event, now, nameless);
}

/** The quick way for events whose names are known; whatever is wrong with one is said as for any other. */
function placed(book: SenderBook, event: UsageMessage, now: number, nameless: Nameless): EventToStore | PlaceRefusal {
  const { source, id, subscription, account, at, value } = event;
  const meter = book.meters.get(event.meter);
  const known = subscription === undefined ? undefined : book.subscriptions.get(subscription);
  const isPlain = meter !== undefined && known !== undefined && (account === undefined || book.accounts.get(account) === known.accountId);
  if (isPlain) return toStore(known.place, meter, source, id, at, value, now);
  const places = subscription === undefined ? nameless.get(book) : undefined;
  const found = (places ?? new EventPlaces(book.names)).placeOf(inputOf(event));
  return 'code' in found ? found : toStore(book.placeOf(found.subscriptionId), meterId(found.meterId), source, id, at, value, now);
}

function toStore(
  place: EventToStore['place'],
  meter: MeterId,
  source: string,
  id: string,
  at: number,
  value: string,
  now: number,
): EventToStore {
  return {
    place,
    identity: eventIdentity(place.sellerText, source, id),
    meter,
    at,
    recorded: now,
    value,
    source,
    eventId: id,
  };
}

function inputOf({ source, id, subscription, account, meter, at, value }: UsageMessage): EventInput {
  return {
    source,
    id,
    meter,
    at,
    value: parseDecimal(value)!,
    ...(subscription === undefined ? {} : { subscription }),
    ...(account === undefined ? {} : { account }),
  };
}

/** One by one: there are few, and each looks at what is there. */
async function correct(
  tx: Transaction,
  book: SenderBook,
  event: ReadEvent,
  now: number,
  rules: UsageRules,
  nameless: Nameless,
): Promise<TakenVerdict> {
  if ('code' in event || event.takesBack === null) return { code: 'usage.invalid', reason: 'It takes nothing back.' };
  const { source, id, takesBack } = event;
  const replacement = takesBack.replaces ? (refusalOf(event, now, rules) ?? placed(book, event, now, nameless)) : null;
  if (replacement !== null && 'code' in replacement) return replacement;
  return takeBackEvent(tx, { seller: book.seller.id, source, id, target: takesBack.id, replacement, now });
}

async function keep(tx: Transaction, { events, books }: HandedEvents, verdicts: readonly TakenVerdict[], now: number): Promise<void> {
  const receipts = new Receipts();
  const refused = new Map<bigint, number[]>();
  for (let index = 0; index < events.length; index += 1) {
    const book = books[index]!;
    const verdict = verdicts[index]!;
    receipts.add(book.seller.id, events[index]!.source, typeof verdict === 'string' ? verdict : 'refused');
    if (typeof verdict === 'string') continue;
    const indexes = refused.get(book.seller.id) ?? [];
    refused.set(book.seller.id, indexes);
    indexes.push(index);
  }
  for (const [sellerId, indexes] of refused) {
    const nextId = await reserveIdentities(tx, indexes.length);
    await insertRefusals(
      tx,
      sellerId,
      indexes.map((index) => {
        const event = events[index]!;
        const { code, reason } = verdicts[index] as PlaceRefusal;
        return { id: nextId(), source: event.source, eventId: event.id, body: bodyOf(event), code, reason };
      }),
      now,
    );
  }
  await addToReceipts(tx, receipts.list());
}

function bodyOf(event: ReadEvent): unknown {
  if ('code' in event) return event.body;
  const { subscription, account, meter, at, value, takesBack } = event;
  if (takesBack?.replaces === false) return { voids: takesBack.id };
  return { account, subscription, meter, at: formatInstant(at), value, ...(takesBack === null ? {} : { replaces: takesBack.id }) };
}
