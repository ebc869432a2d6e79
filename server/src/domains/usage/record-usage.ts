// Takes usage events. Each is stored, known already, or refused with its reason and kept: none is dropped in silence.
import { createHash } from 'node:crypto';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatExact, type Rational } from '../../kernel/money/rational.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { pullBillingDates, reserveIdentities, type Seller } from '../accounts/index.ts';
import { lockSubscriptions, markLateUsage } from '../subscriptions/index.ts';
import { EventPlaces, type PlacedEvent, type PlaceRefusal } from './place-events.ts';
import { addToReceipts, addToTotals, findHashes, insertEvents, insertRefusals, type NewEvent, type Receipt } from './store.ts';

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
  const refused: RefusedEvent[] = [];
  const firsts = new Map<string, NewEvent>();
  const repeats: { input: EventInput; event: NewEvent }[] = [];
  const inputOf = new Map<NewEvent, EventInput>();
  for (const input of inputs) {
    const place = refusalOf(input, now, rules) ?? places.placeOf(input);
    if ('code' in place) {
      refused.push({ event: input, ...place });
      continue;
    }
    const event = newEvent(input, place, places, now);
    inputOf.set(event, input);
    const identity = `${event.source}\n${event.eventId}`;
    if (firsts.has(identity)) repeats.push({ input, event });
    else firsts.set(identity, event);
  }
  const events = [...firsts.values()];
  const inserted = await insertEvents(tx, seller.id, events, await arrivalOf(tx, seller, events));
  const stored = events.filter((event) => inserted.has(`${event.source}\n${event.eventId}`));
  for (const event of events) {
    if (!inserted.has(`${event.source}\n${event.eventId}`)) repeats.push({ input: inputOf.get(event)!, event });
  }
  const hashes = await findHashes(
    tx,
    seller.id,
    repeats.map((repeat) => repeat.event),
  );
  for (const { input, event } of repeats) {
    if (hashes.get(`${event.source}\n${event.eventId}`) === event.bodyHash) continue;
    refused.push({
      event: input,
      code: 'usage.other_body',
      reason: `The event "${input.id}" of "${input.source}" is known with another body. Send a corrected event under a new id.`,
    });
  }
  await addToTotals(tx, seller.id, stored);
  await wake(tx, seller, stored, places);
  await keepRefusals(tx, seller, refused, now);
  const receipts = receiptsOf(inputs, stored, refused);
  await addToReceipts(tx, seller.id, receipts);
  return { stored: stored.length, repeated: receipts.reduce((sum, one) => sum + one.repeated, 0), refused };
}

/** Null where nothing speaks against the event but perhaps its place. */
function refusalOf(input: EventInput, now: number, rules: UsageRules): PlaceRefusal | null {
  if (input.id === '' || input.source === '') {
    return { code: 'usage.no_identity', reason: 'An event needs a source and an id, so that it is counted once. Give both.' };
  }
  if (rules.retentionDays !== null && input.at < now - rules.retentionDays * DAY) {
    return {
      code: 'usage.too_old',
      reason: `The event is older than the ${rules.retentionDays} days that usage is kept. Bill it as an extra item.`,
    };
  }
  if (input.at > now + GREATEST_LEAD) {
    return { code: 'usage.in_future', reason: `The event lies in the future (${formatInstant(input.at)}). Send it once it has happened.` };
  }
  return null;
}

function newEvent(input: EventInput, { subscriptionId, accountId, meterId }: PlacedEvent, places: EventPlaces, now: number): NewEvent {
  return {
    subscriptionId,
    meterId,
    at: input.at,
    recorded: Math.min(input.recorded ?? now, now),
    value: input.value,
    source: input.source,
    eventId: input.id,
    bodyHash: createHash('sha256')
      .update(`${subscriptionId}\n${meterId}\n${input.at}\n${formatExact(input.value)}`)
      .digest('hex'),
    day: places.zoneOf(accountId).dayOf(input.at),
  };
}

/** Taken under the locks that a run takes too, so that a run's number is above those of all events that it could read, and of no others. */
async function arrivalOf(tx: Transaction, seller: Seller, events: readonly NewEvent[]): Promise<bigint> {
  await lockSubscriptions(
    tx,
    seller.id,
    events.map((event) => event.subscriptionId),
  );
  return (await reserveIdentities(tx, 1))();
}

/** Only days that a run has already been to need another look; the others are billed when their time comes. */
async function wake(tx: Transaction, seller: Seller, stored: readonly NewEvent[], places: EventPlaces): Promise<void> {
  if (stored.length === 0) return;
  const late = await markLateUsage(tx, seller.id, stored);
  await pullBillingDates(
    tx,
    seller.id,
    late.map(({ accountId, day }) => ({ accountId, at: places.zoneOf(accountId).startOfDay(day) })),
  );
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

function receiptsOf(inputs: readonly EventInput[], stored: readonly NewEvent[], refused: readonly RefusedEvent[]): Receipt[] {
  const count = <T>(list: readonly T[], sourceOf: (one: T) => string, source: string): number =>
    list.filter((one) => sourceOf(one) === source).length;
  return [...new Set(inputs.map((input) => input.source))].map((source) => {
    const received = count(inputs, (input) => input.source, source);
    const kept = count(stored, (event) => event.source, source);
    const turnedAway = count(refused, (one) => one.event.source, source);
    return { source, stored: kept, repeated: received - kept - turnedAway, refused: turnedAway };
  });
}
