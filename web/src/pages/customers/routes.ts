// Addresses of this area.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, readListSearch } from '../../app/roots.tsx';

export const customerRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/customers',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./customers-page.tsx'), 'CustomersPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/customers/$account',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./customer-page.tsx'), 'CustomerPage'),
  }),
] as const;
