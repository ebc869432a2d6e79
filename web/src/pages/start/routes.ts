// The console's first page.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../../app/roots.tsx';

export const startRoutes = [
  createRoute({
    getParentRoute: () => consoleRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./start-page.tsx'), 'StartPage'),
  }),
] as const;
