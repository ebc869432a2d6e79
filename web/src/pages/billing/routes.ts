// Addresses of this area.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, readListSearch } from '../../app/roots.tsx';

export const billingRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/runs',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./runs-page.tsx'), 'RunsPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/runs/new',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./new-run-page.tsx'), 'NewRunPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/runs/$run',
    component: lazyRouteComponent(() => import('./run-page.tsx'), 'RunPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/parked',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./parked-page.tsx'), 'ParkedPage'),
  }),
] as const;
