// The one client of the page: by the session's cookie and token, in the reader's language, where wanted in a seller below.
import { type Client, type components, createClient } from '@prorata/sdk';

export type Schemas = components['schemas'];

interface Caller {
  readonly csrfToken?: string | undefined;
  readonly language: string;
  /** Key of the seller below in whose place one acts. */
  readonly seller?: string | undefined;
}

const TRIES = 3;
/** A person waits that long without being told why; a throttled sign-in is told at once. */
const LONGEST_PAUSE_MS = 2000;

let caller: Caller = { language: 'en' };
let client = clientFor(caller);

function clientFor({ csrfToken, language, seller }: Caller): Client {
  return createClient({
    baseUrl: window.location.origin,
    language,
    tries: TRIES,
    longestPauseMs: LONGEST_PAUSE_MS,
    ...(csrfToken === undefined ? {} : { csrfToken }),
    ...(seller === undefined ? {} : { seller }),
  });
}

/** What is asked of the server from now on is asked so. */
export function callAs(change: Partial<Caller>): void {
  caller = { ...caller, ...change };
  client = clientFor(caller);
}

export const api = (): Client => client;
