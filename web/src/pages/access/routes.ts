// Addresses of whoever is not signed in yet, and of one's own ways to sign in.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readListSearch, rootRoute } from '../../app/roots.tsx';

export const accessRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
  }),
] as const;

export const ownRoutes = [] as const;
