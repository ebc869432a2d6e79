// A write that is sent twice with the same Idempotency-Key is done once: the answer stands beside the effect, in its transaction, for 30 days.
import { createHash } from 'node:crypto';
import { Refusal } from '../../kernel/refusal.ts';
import type { Database } from '../postgres/pool.ts';
import type { Transaction } from '../postgres/transaction.ts';
import type { Caller } from './principal.ts';

const KEPT_DAYS = 30;
const GREATEST_KEY = 255;

/** A key belongs to its caller and route: two callers may use the same one. */
export interface IdempotencyPlace {
  readonly caller: Caller;
  /** Method and pattern. */
  readonly route: string;
  readonly key: string;
  /** Of address and body. */
  readonly request: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As it is sent; null where it has none. */
  readonly body: string | null;
}

export function readIdempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || header === '' || header.length > GREATEST_KEY || !/^[\x20-\x7e]+$/.test(header)) {
    throw new Refusal('idempotency.key', `An Idempotency-Key has 1 to ${GREATEST_KEY} printable ASCII characters. A UUID will do.`, {
      path: 'Idempotency-Key',
    });
  }
  return header;
}

export function requestHash(method: string, url: string, body: unknown): Buffer {
  return createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body) ?? ''}`)
    .digest();
}

/**
 * The answer that was given before, null for a new request. The lock lasts as long as the transaction, so that a request sent again while the first
 * is under way is told so instead of waiting; whoever gets the lock next sees what the first has left.
 */
export async function findAnswer(tx: Transaction, place: IdempotencyPlace): Promise<Answer | null> {
  const scope = [String(place.caller.seller.id), place.caller.id, place.route, place.key];
  const { rows: locks } = await tx.client.query<{ free: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 9457)) as free', [
    JSON.stringify(scope),
  ]);
  if (locks[0]!.free === false) throw inFlight();
  const { rows } = await tx.client.query<Answer & { request: Buffer; isKept: boolean }>(
    `select status, headers, body, request_sha256 as request, is_kept as "isKept" from idempotent_answer
     where seller_id = $1 and caller = $2 and route = $3 and key = $4`,
    scope,
  );
  const found = rows[0];
  if (found === undefined) return null;
  if (!found.request.equals(place.request)) throw otherBody();
  if (!found.isKept) throw answerNotKept();
  return found;
}

/** `isSecret`: what was answered is not kept, only that it was. */
export async function keepAnswer(tx: Transaction, place: IdempotencyPlace, answer: Answer, isSecret: boolean): Promise<void> {
  await tx.client.query(
    `insert into idempotent_answer (seller_id, caller, route, key, request_sha256, status, headers, body, is_kept)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      place.caller.seller.id,
      place.caller.id,
      place.route,
      place.key,
      place.request,
      answer.status,
      JSON.stringify(answer.headers),
      isSecret ? null : answer.body,
      !isSecret,
    ],
  );
}

/** Machine time: it is about clients that try again, not about business. */
export async function forgetOldAnswers(database: Database): Promise<void> {
  await database.pool.query('delete from idempotent_answer where kept_at < clock_timestamp() - make_interval(days => $1)', [KEPT_DAYS]);
}

const inFlight = (): Refusal =>
  new Refusal('idempotency.in_flight', 'A request with this Idempotency-Key is under way. Wait for its answer, or ask again in a moment.', {
    path: 'Idempotency-Key',
  });

const otherBody = (): Refusal =>
  new Refusal('idempotency.other_body', 'This Idempotency-Key was used for another request. Use a new key for each request.', {
    path: 'Idempotency-Key',
  });

const answerNotKept = (): Refusal =>
  new Refusal(
    'idempotency.answer_not_kept',
    'The request with this Idempotency-Key was done, but its answer held a secret and was not kept. Look at what it made, or make another with a new key.',
    { path: 'Idempotency-Key' },
  );
