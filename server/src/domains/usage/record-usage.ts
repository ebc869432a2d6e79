// Takes usage events. Each is stored, known already, or refused with its reason and kept: none is dropped in silence.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatExact, type Rational } from '../../kernel/money/rational.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities, type Seller } from '../accounts/index.ts';
import { holdUsage } from '../subscriptions/index.ts';
import { type EventPlace, type EventToStore, type MeterId, meterId } from './batch-store.ts';
import { eventIdentity } from './event-identity.ts';
import { EventPlaces, type PlaceRefusal } from './place-events.ts';
import { Receipts } from './receipts.ts';
import { SenderBook } from './sender-book.ts';
import { addToReceipts, insertRefusals } from './store.ts';
import { storeEvents } from './store-events.ts';

export interface EventInput {
  readonly source: string;
  readonly id: string;
  /** External id. Where it is left out, the account's one subscription that measures the meter at that instant. */
  readonly subscription?: string;
  /** External id. */
  readonly account?: string;
  readonly meter: string;
  readonly at: number;
  readonly value: Rational;
  /** When it became known: now, or earlier for what another system knew before. */
  readonly recorded?: number;
}

export interface RefusedEvent {
  readonly event: EventInput;
  readonly code: string;
  readonly reason: string;
}

export interface RecordedUsage {
  readonly stored: number;
  readonly repeated: number;
  readonly refused: readonly RefusedEvent[];
}

const DAY = 86_400_000;
/** How far ahead of us a sender's clock may be. */
const GREATEST_LEAD = DAY;

export interface UsageRules {
  /** Events older than this are refused. Null keeps none out: for what is imported. */
  readonly retentionDays: number | null;
}

export async function recordUsage(
  tx: Transaction,
  seller: Seller,
  inputs: readonly EventInput[],
  now: number,
  rules: UsageRules = { retentionDays: 400 },
): Promise<RecordedUsage> {
  const places = await EventPlaces.load(tx, seller, inputs);
  const usageFrom = await holdUsage(tx);
  const refused: RefusedEvent[] = [];
  const given: EventInput[] = [];
  const events: EventToStore[] = [];
  const book = new SenderBook(seller);
  for (const input of inputs) {
    const gone = usageFrom !== null && input.at < usageFrom ? notKept(usageFrom) : null;
    const place = refusalOf(input, now, rules) ?? gone ?? places.placeOf(input);
    if ('code' in place) {
      refused.push({ event: input, ...place });
      continue;
    }
    given.push(input);
    events.push(eventToStore(input, book.placeOf(place.subscriptionId), meterId(place.meterId), now));
  }
  const verdicts = await storeEvents(tx, events);
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict === 'other') refused.push({ event: given[index]!, ...otherBody(given[index]!) });
  }
  await keepRefusals(tx, seller, refused, now);
  const receipts = new Receipts();
  for (const [index, verdict] of verdicts.entries()) if (verdict !== 'other') receipts.add(seller.id, given[index]!.source, verdict);
  for (const { event } of refused) receipts.add(seller.id, event.source, 'refused');
  await addToReceipts(tx, receipts.list());
  return {
    stored: verdicts.filter((verdict) => verdict === 'stored').length,
    repeated: verdicts.filter((verdict) => verdict === 'repeated').length,
    refused,
  };
}

/** Null where nothing speaks against the event but perhaps its place. */
export function refusalOf(
  input: Pick<EventInput, 'id' | 'source' | 'at'>,
  now: number,
  { retentionDays }: UsageRules,
): PlaceRefusal | null {
  if (input.id === '' || input.source === '' || input.source.includes('\n')) {
    return {
      code: 'usage.no_identity',
      reason: 'An event needs a source and an id, so that it is counted once. Give both, the source on one line.',
    };
  }
  if (retentionDays !== null && input.at < now - retentionDays * DAY) {
    return {
      code: 'usage.too_old',
      reason: `The event is older than the ${retentionDays} days that usage is kept. Bill it as an extra item.`,
    };
  }
  if (input.at > now + GREATEST_LEAD) {
    return { code: 'usage.in_future', reason: `The event lies in the future (${formatInstant(input.at)}). Send it once it has happened.` };
  }
  return null;
}

export function notKept(usageFrom: number): PlaceRefusal {
  return {
    code: 'usage.not_kept',
    reason: `Usage before ${formatInstant(usageFrom)} is no longer kept, and what it was billed stays. Bill or credit the difference as an extra item.`,
  };
}

export function otherBody({ id, source }: Pick<EventInput, 'id' | 'source'>): PlaceRefusal {
  return {
    code: 'usage.other_body',
    reason: `The event "${id}" of "${source}" is known with another body. Send a corrected event under a new id, naming this one as replaced.`,
  };
}

function eventToStore(input: EventInput, place: EventPlace, meter: MeterId, now: number): EventToStore {
  return {
    place,
    identity: eventIdentity(place.sellerText, input.source, input.id),
    meter,
    at: input.at,
    recorded: Math.min(input.recorded ?? now, now),
    value: formatExact(input.value),
    source: input.source,
    eventId: input.id,
  };
}

async function keepRefusals(tx: Transaction, seller: Seller, refused: readonly RefusedEvent[], now: number): Promise<void> {
  const nextId = await reserveIdentities(tx, refused.length);
  await insertRefusals(
    tx,
    seller.id,
    refused.map(({ event, code, reason }) => ({
      id: nextId(),
      source: event.source,
      eventId: event.id,
      body: {
        ...(event.account === undefined ? {} : { account: event.account }),
        ...(event.subscription === undefined ? {} : { subscription: event.subscription }),
        meter: event.meter,
        at: formatInstant(event.at),
        value: formatExact(event.value),
      },
      code,
      reason,
    })),
    now,
  );
}
