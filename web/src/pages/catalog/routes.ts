// Addresses of this area.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, readListSearch } from '../../app/roots.tsx';

export const catalogRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/catalog',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./plans-page.tsx'), 'PlansPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/catalog/$plan',
    component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
  }),
] as const;
