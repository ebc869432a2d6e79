// The door of people: who signs in, what they may do, and what proves them.
export { createAuthenticate, refuseForeignOrigin } from './authenticate.ts';
export { requireWithinLimit } from './authorize.ts';
export { permissions, staffPermissions } from './core/permissions.ts';
export { peopleEvents } from './events.ts';
export { addFirstOwner } from './first-owner.ts';
export { addFirstPerson, type FirstPerson, hashFirstPassword } from './first-user.ts';
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
export { readFrom } from './sessions.ts';
export { admit, attemptSubject } from './sign-in.ts';
