// Addresses of this area.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, readListSearch } from '../../app/roots.tsx';

export const webhookRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/webhooks',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./endpoints-page.tsx'), 'EndpointsPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/webhooks/$endpoint',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./endpoint-page.tsx'), 'EndpointPage'),
  }),
] as const;
