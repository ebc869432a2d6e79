// The door of people: who signs in, what they may do, and what proves them.
export { createAuthenticate } from './authenticate.ts';
export { requireWithinLimit } from './authorize.ts';
export { permissions, staffPermissions } from './core/permissions.ts';
export { peopleEvents } from './events.ts';
export { addFirstOwner } from './first-owner.ts';
export {
  addFirstUser,
  type FirstUser,
  type KeyFacts,
  type LinkForUser,
  listOperatorKeys,
  makeOperatorKey,
  makeUserLink,
  revokeOperatorKey,
} from './operator.ts';
export { openPeople, type People } from './people.ts';
export { resealSecrets } from './reseal.ts';
export { peopleRoutes } from './routes.ts';
