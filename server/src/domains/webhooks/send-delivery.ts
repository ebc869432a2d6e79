// One call of an endpoint: the event, signed, and what came back.
import { formatIdentifier } from '../../kernel/identifier.ts';
import type { FeedEvent } from '../../platform/events/index.ts';
import { type Outgoing, OutgoingFailure } from '../../platform/outgoing/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { type CallResult, readRetryAfter } from './core/decide-outcome.ts';
import type { HeldEndpoint } from './delivery-store.ts';
import { placeOfSecret, signedHeaders } from './signature.ts';
import { tellEvent } from './told-event.ts';

export const TIMEOUT_MS = 10_000;
/** Of the answer, for whoever looks for what went wrong. */
const KEPT_BYTES = 2048;

export interface Sent {
  readonly result: CallResult;
  readonly ms: number;
  readonly responseStatus: number | null;
  readonly responseBody: string | null;
  readonly failureDetail: string | null;
}

export interface Sender {
  readonly outgoing: Outgoing;
  readonly secrets: Secrets;
  readonly timeoutMs?: number;
}

/** Secrets in business time, the signature in the machine's, by which receivers refuse what is old. */
export async function sendDelivery(sender: Sender, held: HeldEndpoint, event: FeedEvent, now: number): Promise<Sent> {
  const body = JSON.stringify(tellEvent(event));
  const sealed = [held.sealedSecret, ...(isOverlapping(held, now) ? [held.sealedSecretBefore!] : [])];
  const secrets = sealed.map((one) => sender.secrets.open(one, placeOfSecret(held.endpointId)));
  const from = Date.now();
  const message = { id: formatIdentifier('evt', event.id), sentAt: Math.floor(from / 1000), body };
  try {
    const answer = await sender.outgoing.call({
      method: 'POST',
      url: held.url,
      headers: { 'content-type': 'application/json', 'user-agent': 'Prorata-Webhooks', ...signedHeaders(message, secrets) },
      body,
      timeoutMs: sender.timeoutMs ?? TIMEOUT_MS,
      greatestBytes: KEPT_BYTES,
    });
    const retryAfterMs = readRetryAfter(answer.headers['retry-after'], Date.now(), Date.parse);
    return {
      result: { kind: 'answered', status: answer.status, retryAfterMs },
      ms: Date.now() - from,
      responseStatus: answer.status,
      // PostgreSQL keeps no zero in a text.
      responseBody: answer.body.toString('utf8').replaceAll('\u0000', '\ufffd'),
      failureDetail: null,
    };
  } catch (error) {
    if (!(error instanceof OutgoingFailure)) throw error;
    const result = { kind: 'failed', code: error.code } as const;
    return { result, ms: Date.now() - from, responseStatus: null, responseBody: null, failureDetail: error.message };
  }
}

function isOverlapping({ sealedSecretBefore, secretBeforeUntil }: HeldEndpoint, now: number): boolean {
  return sealedSecretBefore !== null && secretBeforeUntil !== null && now < secretBeforeUntil;
}
