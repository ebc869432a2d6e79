// The customer's portal.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { portalRoute } from '../../app/roots.tsx';

export const portalRoutes = [
  createRoute({
    getParentRoute: () => portalRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
  }),
] as const;
