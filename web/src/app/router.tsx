// All addresses of the web.
import { createRouter } from '@tanstack/react-router';
import { accessRoutes, ownRoutes } from '../pages/access/routes.ts';
import { billingRoutes } from '../pages/billing/routes.ts';
import { catalogRoutes } from '../pages/catalog/routes.ts';
import { customerRoutes } from '../pages/customers/routes.ts';
import { invoiceRoutes } from '../pages/invoices/routes.ts';
import { peopleRoutes } from '../pages/people/routes.ts';
import { portalRoutes } from '../pages/portal/routes.ts';
import { priceRoutes } from '../pages/prices/routes.ts';
import { serviceRoutes } from '../pages/services/routes.ts';
import { settingRoutes } from '../pages/settings/routes.ts';
import { startRoutes } from '../pages/start/routes.ts';
import { usageRoutes } from '../pages/usage/routes.ts';
import { webhookRoutes } from '../pages/webhooks/routes.ts';
import { Loading } from '../parts/loading.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { PageProblem } from '../parts/page-problem.tsx';
import { consoleRoute, homeRoute, portalRoute, rootRoute } from './roots.tsx';

const tree = rootRoute.addChildren([
  homeRoute,
  ...accessRoutes,
  consoleRoute.addChildren([
    ...startRoutes,
    ...customerRoutes,
    ...serviceRoutes,
    ...catalogRoutes,
    ...priceRoutes,
    ...usageRoutes,
    ...billingRoutes,
    ...invoiceRoutes,
    ...peopleRoutes,
    ...webhookRoutes,
    ...settingRoutes,
    ...ownRoutes,
  ]),
  portalRoute.addChildren(portalRoutes),
]);

export const router = createRouter({
  routeTree: tree,
  context: { session: null },
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageProblem,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
