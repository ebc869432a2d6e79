// Addresses of services.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, readListSearch } from '../../app/roots.tsx';

export const serviceRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: 'services',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./services-page.tsx'), 'ServicesPage'),
  }),
] as const;
