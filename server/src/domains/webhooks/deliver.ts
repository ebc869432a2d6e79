// Delivers what waits for one endpoint, one after the other in their order, until something fails, its time is up or nothing waits any more.
// The endpoint is held meanwhile, so that nobody else calls it; whoever dies lets it go by and by, and what he sent without writing it down is sent
// again under the same id.
import { formatIdentifier } from '../../kernel/identifier.ts';
import type { Clock } from '../../platform/clock.ts';
import { writeEvents } from '../../platform/events/index.ts';
import { declareFailpoints, failpoint } from '../../platform/failpoint.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { decideOutcome, type Outcome } from './core/decide-outcome.ts';
import {
  type Attempt,
  type DueDelivery,
  dispatchBatch,
  type HeldEndpoint,
  holdDueEndpoints,
  loadDueDeliveries,
  releaseEndpoint,
  stillHeld,
  writeAttempt,
} from './delivery-store.ts';
import { tell } from './events.ts';
import { type Sender, type Sent, sendDelivery } from './send-delivery.ts';

declareFailpoints({
  'webhooks.dispatched': 'Deliveries of new events are made and not committed.',
  'webhooks.held': 'Endpoints are held for calling and not committed.',
  'webhooks.answered': 'An endpoint has answered; it is not written down.',
  'webhooks.written': 'What an endpoint answered is written down and not committed.',
});

export interface Delivering extends Sender {
  readonly database: Database;
  readonly clock: Clock;
  /** How long an endpoint stays held by one who no longer says anything. */
  readonly holdMs?: number;
}

/** Above, an endpoint counts as slow and shares its lane with those in trouble. */
const SLOW_MS = 3000;
const HOLD_MS = 60_000;
const BATCH = 20;
const TURN_MS = 15_000;
const DISPATCH_BATCH = 1000;

/** Makes deliveries of all events that are settled. */
export async function dispatchEvents({ database, clock }: Delivering): Promise<void> {
  for (;;) {
    const count = await inTransaction(database, async (tx) => {
      const dispatched = await dispatchBatch(tx, DISPATCH_BATCH, clock.now());
      await failpoint('webhooks.dispatched', tx.client);
      return dispatched;
    });
    if (count === null || count < DISPATCH_BATCH) return;
  }
}

export async function holdEndpoints(work: Delivering, lane: 'steady' | 'troubled', limit: number): Promise<HeldEndpoint[]> {
  return inTransaction(work.database, async (tx) => {
    const held = await holdDueEndpoints(tx, { lane, limit, holdMs: work.holdMs ?? HOLD_MS }, work.clock.now());
    await failpoint('webhooks.held', tx.client);
    return held;
  });
}

/** Others get their turn after a while even where there is more. */
export async function deliverTo(work: Delivering, held: HeldEndpoint, stopping?: AbortSignal): Promise<void> {
  const until = Date.now() + TURN_MS;
  let standing = { failures: held.failures, failingSince: held.failingSince };
  for (;;) {
    const due = await inTransaction(work.database, (tx) => loadDueDeliveries(tx, held, BATCH, work.clock.now()));
    for (const delivery of due) {
      const done = await deliverOne(work, held, delivery, standing);
      if (done === null) return;
      standing = done;
      if (stopping?.aborted === true || Date.now() > until) return release(work, held);
    }
    if (due.length < BATCH) return release(work, held);
  }
}

interface Health {
  readonly failures: number;
  readonly failingSince: number | null;
}

/** Null where no more is to be sent to it now; it is given back then. */
async function deliverOne(work: Delivering, held: HeldEndpoint, delivery: DueDelivery, standing: Health): Promise<Health | null> {
  const now = work.clock.now();
  const sent = delivery.event === null ? null : await sendDelivery(work, held, delivery.event, now);
  await failpoint('webhooks.answered');
  const outcome = sent === null ? tooOld(standing) : decideOutcome({ attempts: delivery.attempts, ...standing }, sent.result, now);
  const goesOn = await inTransaction(work.database, async (tx) => {
    if (!(await stillHeld(tx, held, work.holdMs ?? HOLD_MS))) return false;
    const state = await writeAttempt(tx, held, attemptOf(delivery, sent, outcome, now), SLOW_MS);
    const stops = outcome.pauseUntil !== null || state !== 'on';
    if (stops) await releaseEndpoint(tx, held, outcome.pauseUntil);
    if (state === 'turned_off') {
      const data = { url: held.url, reason: outcome.disable! };
      const subject = formatIdentifier('whe', held.endpointId);
      await writeEvents(tx, [tell['webhook_endpoint.disabled']({ sellerId: held.sellerId, subject, occurredAt: now, data })]);
    }
    await failpoint('webhooks.written', tx.client);
    return !stops;
  });
  return goesOn ? { failures: outcome.failures, failingSince: outcome.failingSince } : null;
}

/** Its event has gone: nothing can be sent, and the endpoint is not to blame. */
function tooOld(standing: Health): Outcome {
  return { delivery: { status: 'failed', failureCode: 'expired' }, ...standing, pauseUntil: null, disable: null };
}

function attemptOf(delivery: DueDelivery, sent: Sent | null, outcome: Outcome, at: number): Attempt {
  return {
    deliveryId: delivery.id,
    at,
    ms: sent?.ms ?? 0,
    responseStatus: sent?.responseStatus ?? null,
    responseBody: sent?.responseBody ?? null,
    failureDetail: sent === null ? 'The event is older than events are kept.' : sent.failureDetail,
    outcome,
  };
}

async function release(work: Delivering, held: HeldEndpoint): Promise<void> {
  await inTransaction(work.database, async (tx) => {
    if (await stillHeld(tx, held, work.holdMs ?? HOLD_MS)) await releaseEndpoint(tx, held, null);
  });
}
