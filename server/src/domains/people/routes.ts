// All routes of people, in the order of the reference.
import type { Route } from '../../platform/http/route.ts';
import { auditRoutes } from './audit-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { ownAccessRoutes } from './own-routes.ts';
import { providerRoutes, roleRoutes } from './role-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { userRoutes } from './user-routes.ts';

export const peopleRoutes: readonly Route[] = [
  ...signInRoutes,
  ...sessionRoutes,
  ...ownAccessRoutes,
  ...userRoutes,
  ...roleRoutes,
  ...keyRoutes,
  ...providerRoutes,
  ...auditRoutes,
];
