// Addresses of this area.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, readListSearch } from '../../app/roots.tsx';

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/users',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/keys',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./keys-page.tsx'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/audit',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
  }),
] as const;
