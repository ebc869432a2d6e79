// Addresses of whoever is not signed in yet, and of one's own ways to sign in.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readListSearch, rootRoute } from '../../app/roots.tsx';

export const accessRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/set-up',
    component: lazyRouteComponent(() => import('./set-up-page.tsx'), 'SetUpPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/forgotten',
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import('./forgotten-page.tsx'), 'ForgottenPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/new-password',
    component: lazyRouteComponent(() => import('./link-page.tsx'), 'NewPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/invitation',
    component: lazyRouteComponent(() => import('./link-page.tsx'), 'InvitationPage'),
  }),
] as const;

export const ownRoutes = [] as const;
