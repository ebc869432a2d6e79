// Who is signed in, for whom he acts and what he may do: asked once when the page opens, and again whenever that changes.
import { ProblemError } from '@prorata/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { api, callAs } from './api.ts';

export interface Session {
  readonly user: { readonly id: string; readonly mail: string; readonly name: string; readonly language: string | null };
  /** Key of the seller one acts in. */
  readonly seller: string;
  /** Id of the account one is confined to; null for staff. */
  readonly account: string | null;
  readonly permissions: readonly string[];
  readonly delegatedFrom: string | null;
  readonly impersonatedBy: string | null;
  readonly csrfToken: string;
}

const ACTING_IN = 'prorata.acting-in';

/** Null where nobody is signed in. */
export async function askSession(): Promise<Session | null> {
  try {
    callAs({ seller: sessionStorage.getItem(ACTING_IN) ?? undefined });
    const { data } = await api().get('/v1/session');
    callAs({ csrfToken: data.csrfToken });
    return data;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (sessionStorage.getItem(ACTING_IN) !== null) {
      // The seller below may be gone, or closed to him by now: he is back in his own.
      sessionStorage.removeItem(ACTING_IN);
      return askSession();
    }
    if (error.status === 401) return null;
    throw error;
  }
}

interface SessionState {
  readonly session: Session | null;
  /** Asks again who is signed in; what was fetched for somebody else is forgotten. */
  readonly renew: () => Promise<Session | null>;
  readonly signOut: () => Promise<void>;
  /** In a seller below; null: back in one's own. */
  readonly actIn: (seller: string | null) => Promise<void>;
}

const Context = createContext<SessionState | null>(null);

export function SessionProvider({ first, children }: { readonly first: Session | null; readonly children: ReactNode }) {
  const [session, setSession] = useState(first);
  const queries = useQueryClient();
  const renew = useCallback(async () => {
    const next = await askSession();
    queries.clear();
    // At once: the next address is entered as whoever this is.
    flushSync(() => setSession(next));
    return next;
  }, [queries]);
  const state = useMemo<SessionState>(
    () => ({
      session,
      renew,
      signOut: async () => {
        await api().delete('/v1/session');
        sessionStorage.removeItem(ACTING_IN);
        await renew();
      },
      actIn: async (seller) => {
        if (seller === null) sessionStorage.removeItem(ACTING_IN);
        else sessionStorage.setItem(ACTING_IN, seller);
        await renew();
      },
    }),
    [session, renew],
  );
  return <Context value={state}>{children}</Context>;
}

export function useSessionState(): SessionState {
  const state = useContext(Context);
  if (state === null) throw new Error('there is no SessionProvider around this');
  return state;
}

/** In rooms that only the signed-in enter. */
export function useSession(): Session {
  const { session } = useSessionState();
  if (session === null) throw new Error('nobody is signed in here');
  return session;
}

/** Whether he may; what he may not is not offered. The server decides in any case. */
export function useCan(): (permission: string) => boolean {
  const { session } = useSessionState();
  return useCallback((permission) => session?.permissions.includes(permission) ?? false, [session]);
}

/** With which the addresses of his pages begin. */
export function useRoom(): '/console' | '/portal' {
  return useSession().account === null ? '/console' : '/portal';
}
