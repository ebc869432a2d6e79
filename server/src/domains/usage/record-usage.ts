// Takes usage events. Each is stored, known already, or refused with its reason and kept: none is dropped in silence.
import { createHash } from 'node:crypto';
import { assert } from '../../kernel/assert.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { findZone, type Zone } from '../../kernel/calendar/zone.ts';
import { formatExact, type Rational } from '../../kernel/money/rational.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { listAccountsById, pullBillingDates, reserveIdentities, type Seller } from '../accounts/index.ts';
import { findMeters } from '../catalog/index.ts';
import { findSubscriptions, markLateUsage } from '../subscriptions/index.ts';
import { addToReceipts, addToTotals, findHashes, insertEvents, insertRefusals, type NewEvent, type Receipt } from './store.ts';

export interface EventInput {
  readonly source: string;
  readonly id: string;
  /** External id. */
  readonly subscription: string;
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
  const places = await resolve(tx, seller, inputs);
  const refused: RefusedEvent[] = [];
  const firsts = new Map<string, NewEvent>();
  const repeats: { input: EventInput; event: NewEvent }[] = [];
  const inputOf = new Map<NewEvent, EventInput>();
  for (const input of inputs) {
    const refusal = refusalOf(input, places, now, rules);
    if (refusal !== null) {
      refused.push({ event: input, ...refusal });
      continue;
    }
    const event = newEvent(input, places, now);
    inputOf.set(event, input);
    const identity = `${event.source}\n${event.eventId}`;
    if (firsts.has(identity)) repeats.push({ input, event });
    else firsts.set(identity, event);
  }
  const events = [...firsts.values()];
  const inserted = await insertEvents(tx, seller.id, events);
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

interface Places {
  readonly subscriptions: ReadonlyMap<string, { readonly id: bigint; readonly accountId: bigint }>;
  readonly zones: ReadonlyMap<bigint, Zone>;
  readonly meters: ReadonlyMap<string, bigint>;
}

async function resolve(tx: Transaction, seller: Seller, inputs: readonly EventInput[]): Promise<Places> {
  const rows = await findSubscriptions(tx, seller.id, [...new Set(inputs.map((input) => input.subscription))]);
  const accounts = await listAccountsById(tx, seller.id, [...new Set(rows.map((row) => row.accountId))]);
  const zones = new Map(
    accounts.map((account) => {
      const zone = findZone(account.zone);
      assert(zone !== null, `zone ${account.zone} of a stored account`);
      return [account.id, zone] as const;
    }),
  );
  return {
    subscriptions: new Map(rows.map((row) => [row.externalId, row])),
    zones,
    meters: await findMeters(tx, seller.id, [...new Set(inputs.map((input) => input.meter))]),
  };
}

function refusalOf(input: EventInput, places: Places, now: number, rules: UsageRules): { code: string; reason: string } | null {
  if (input.id === '' || input.source === '') {
    return { code: 'usage.no_identity', reason: 'An event needs a source and an id, so that it is counted once. Give both.' };
  }
  if (!places.subscriptions.has(input.subscription)) {
    return {
      code: 'usage.unknown_subscription',
      reason: `There is no subscription "${input.subscription}". Start it, then send the event again.`,
    };
  }
  if (!places.meters.has(input.meter)) {
    return {
      code: 'usage.unknown_meter',
      reason: `There is no meter "${input.meter}". Publish a component that bills it, or correct the name.`,
    };
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

function newEvent(input: EventInput, places: Places, now: number): NewEvent {
  const { id, accountId } = places.subscriptions.get(input.subscription)!;
  const meterId = places.meters.get(input.meter)!;
  return {
    subscriptionId: id,
    meterId,
    at: input.at,
    recorded: Math.min(input.recorded ?? now, now),
    value: input.value,
    source: input.source,
    eventId: input.id,
    bodyHash: createHash('sha256')
      .update(`${id}\n${meterId}\n${input.at}\n${formatExact(input.value)}`)
      .digest('hex'),
    day: places.zones.get(accountId)!.dayOf(input.at),
  };
}

/** Only days that a run has already been to need another look; the others are billed when their time comes. */
async function wake(tx: Transaction, seller: Seller, stored: readonly NewEvent[], places: Places): Promise<void> {
  if (stored.length === 0) return;
  const late = await markLateUsage(tx, seller.id, stored);
  await pullBillingDates(
    tx,
    seller.id,
    late.map(({ accountId, day }) => ({ accountId, at: places.zones.get(accountId)!.startOfDay(day) })),
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
      body: { subscription: event.subscription, meter: event.meter, at: formatInstant(event.at), value: formatExact(event.value) },
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
