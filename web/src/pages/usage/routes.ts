// Addresses of this area.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, readListSearch } from '../../app/roots.tsx';

export const usageRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/usage',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./totals-page.tsx'), 'TotalsPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/usage/meters',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./meters-page.tsx'), 'MetersPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/usage/refused',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./refused-page.tsx'), 'RefusedPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/usage/event',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./event-page.tsx'), 'EventPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/usage/uploads',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./uploads-page.tsx'), 'UploadsPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/usage/uploads/$upload',
    component: lazyRouteComponent(() => import('./upload-page.tsx'), 'UploadPage'),
  }),
] as const;
