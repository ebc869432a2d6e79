// What follows from one call of an endpoint: for the delivery, and for the pace at which the endpoint is called.

export type CallResult =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfterMs: number | null }
  /** Nothing came back; the code says why. */
  | { readonly kind: 'failed'; readonly code: string };

export interface Standing {
  /** Calls for this delivery before this one, since it was asked for last. */
  readonly attempts: number;
  /** Calls of the endpoint in a row that failed before this one. */
  readonly failures: number;
  readonly failingSince: number | null;
}

export interface Outcome {
  readonly delivery:
    | { readonly status: 'delivered' }
    | { readonly status: 'waiting'; readonly nextAttemptAt: number; readonly failureCode: string }
    | { readonly status: 'failed'; readonly failureCode: string };
  readonly failures: number;
  readonly failingSince: number | null;
  /** The endpoint is left alone until then. */
  readonly pauseUntil: number | null;
  /** It is called no more until somebody turns it on again. */
  readonly disable: 'gone' | 'failing' | null;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After each failed attempt; together three days less twenty minutes. */
export const RETRY_AFTER: readonly number[] = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  16 * HOUR,
  24 * HOUR,
];
export const LONGEST_FAILING = 72 * HOUR;
const LONGEST_PAUSE = 15 * MINUTE;
const LONGEST_RETRY_AFTER = 24 * HOUR;

export function decideOutcome(standing: Standing, result: CallResult, now: number): Outcome {
  if (result.kind === 'answered' && result.status >= 200 && result.status < 300) {
    return { delivery: { status: 'delivered' }, failures: 0, failingSince: null, pauseUntil: null, disable: null };
  }
  const failures = standing.failures + 1;
  const failingSince = standing.failingSince ?? now;
  const asked = result.kind === 'answered' ? Math.min(result.retryAfterMs ?? 0, LONGEST_RETRY_AFTER) : 0;
  const isGone = result.kind === 'answered' && result.status === 410;
  const disable = isGone ? 'gone' : now - failingSince >= LONGEST_FAILING ? 'failing' : null;
  const pauseUntil = now + Math.max(asked, pauseAfter(failures));
  return { delivery: decideDelivery(standing, result, { isGone, asked, now }), failures, failingSince, pauseUntil, disable };
}

function decideDelivery(
  { attempts }: Standing,
  result: CallResult,
  { isGone, asked, now }: { isGone: boolean; asked: number; now: number },
): Outcome['delivery'] {
  const failureCode = codeOf(result);
  const wait = RETRY_AFTER[attempts];
  if (isGone || wait === undefined) return { status: 'failed', failureCode };
  return { status: 'waiting', nextAttemptAt: now + Math.max(wait, asked), failureCode };
}

/** One delivery that the endpoint cannot stomach holds the others back for seconds; an endpoint that is down is asked every quarter of an hour. */
function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE, RETRY_AFTER[0]! * 2 ** Math.min(failures - 1, 20));
}

function codeOf(result: CallResult): string {
  if (result.kind === 'failed') return result.code;
  if (result.status === 410) return 'gone';
  return result.status >= 300 && result.status < 400 ? 'redirect' : 'status';
}

/** The header's value: seconds, or a date. `now` is the time in which the date is written. Null where it is neither. */
export function readRetryAfter(value: string | undefined, now: number, readDate: (text: string) => number): number | null {
  if (value === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * SECOND;
  const at = readDate(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
