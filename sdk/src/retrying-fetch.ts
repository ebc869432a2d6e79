// Sends a request until it is answered: writes carry one Idempotency-Key through all tries, so that each is done once.
import { readProblem } from './problem-error.ts';

export interface RetryOptions {
  /** How often at most a request is sent. Default 5. */
  readonly tries?: number;
  /** Of the first pause; each one after it is twice as long, up to half a minute. Default 250. */
  readonly pauseMs?: number;
  /** The longest pause: where the server asks for a longer one, its answer is given back at once. Default waits half a minute whatever it asks. */
  readonly longestPauseMs?: number;
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Waits that long. Default the process's timer. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Nobody answered, however often it was tried. `cause` is what the last try said. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

const GREATEST_PAUSE_MS = 30_000;
const TRY_AGAIN: readonly number[] = [429, 502, 503, 504];
const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

export function retryingFetch(options: RetryOptions = {}): (request: Request) => Promise<Response> {
  const { tries = 5, pauseMs = 250, longestPauseMs, fetch = (request) => globalThis.fetch(request), wait = waitFor } = options;
  return async (given) => {
    const request = withKey(given);
    for (let number = 1; ; number += 1) {
      const outcome = await attempt(fetch, request.clone());
      const isLast = number >= tries || request.signal.aborted;
      if (outcome instanceof Response) {
        if (isLast || !(await isPassing(outcome))) return outcome;
        const pause = Math.min(askedPause(outcome) ?? growingPause(pauseMs, number), GREATEST_PAUSE_MS);
        if (longestPauseMs !== undefined && pause > longestPauseMs) return outcome;
        await wait(pause);
        await outcome.body?.cancel();
      } else {
        if (request.signal.aborted) throw outcome.error;
        if (isLast) throw new UnreachableError(`No answer from ${new URL(request.url).host} in ${number} tries.`, { cause: outcome.error });
        await wait(growingPause(pauseMs, number));
      }
    }
  };
}

/** The same for all tries; one that the caller chose stays. */
function withKey(request: Request): Request {
  if (READS.includes(request.method) || request.headers.has('idempotency-key')) return request;
  const keyed = new Request(request);
  keyed.headers.set('idempotency-key', crypto.randomUUID());
  return keyed;
}

async function attempt(fetch: (request: Request) => Promise<Response>, request: Request): Promise<Response | { error: unknown }> {
  try {
    return await fetch(request);
  } catch (error) {
    return { error };
  }
}

/** Also: the try before is still under way there, of which only the answer was lost. */
async function isPassing(response: Response): Promise<boolean> {
  if (TRY_AGAIN.includes(response.status)) return true;
  return response.status === 409 && readProblem(await response.clone().text())?.code === 'idempotency.in_flight';
}

/** Retry-After, in seconds or as a date. */
function askedPause(response: Response): number | null {
  const asked = response.headers.get('retry-after');
  if (asked === null) return null;
  const milliseconds = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(milliseconds, 0) : null;
}

/** Spread, so that many clients that were cut off together do not come back together. */
function growingPause(first: number, tried: number): number {
  return Math.min(first * 2 ** (tried - 1), GREATEST_PAUSE_MS) * (0.5 + Math.random() / 2);
}

const waitFor = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
