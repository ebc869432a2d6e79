// The trunk of the addresses; each area hangs its pages on it in its routes.ts.
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { NotFound } from '../parts/not-found.tsx';
import { PageProblem } from '../parts/page-problem.tsx';
import { Rooms } from './rooms.tsx';
import type { Session } from './session.tsx';

interface RouterContext {
  readonly session: Session | null;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: PageProblem,
});

/** A page's filters, sorting and place: short texts, all of them optional. */
export type ListSearch = Readonly<Partial<Record<string, string>>>;

export function readListSearch(search: Record<string, unknown>): ListSearch {
  return Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      .map(([key, value]) => [key, String(value)]),
  );
}

const homeOf = (session: Session) => (session.account === null ? '/console' : '/portal');

/** Whoever is not signed in is let in first, and then led to where he wanted to go. */
function enter(room: '/console' | '/portal', session: Session | null, href: string): void {
  if (session === null) throw redirect({ to: '/sign-in', search: { to: href } });
  if (homeOf(session) !== room) throw redirect({ to: homeOf(session) });
}

export const consoleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/console',
  beforeLoad: ({ context, location }) => enter('/console', context.session, location.href),
  component: Rooms,
});

export const portalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/portal',
  beforeLoad: ({ context, location }) => enter('/portal', context.session, location.href),
  component: Rooms,
});

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: context.session === null ? '/sign-in' : homeOf(context.session) });
  },
});
