// Addresses of this area.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, readListSearch } from '../../app/roots.tsx';

export const invoiceRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/invoices',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./invoices-page.tsx'), 'InvoicesPage'),
  }),
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/invoices/$invoice',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./invoice-page.tsx'), 'InvoicePage'),
  }),
] as const;
