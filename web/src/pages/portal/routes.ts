// The customer's portal. Invoices are the console's own pages: the server shows him his alone.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { portalRoute, readListSearch } from '../../app/roots.tsx';

export const portalRoutes = [
  createRoute({
    getParentRoute: () => portalRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => portalRoute,
    path: 'invoices',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('../invoices/invoices-page.tsx'), 'InvoicesPage'),
  }),
  createRoute({
    getParentRoute: () => portalRoute,
    path: 'invoices/$invoice',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('../invoices/invoice-page.tsx'), 'InvoicePage'),
  }),
] as const;
