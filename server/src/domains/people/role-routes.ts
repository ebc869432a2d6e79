// Roles, permissions and identity providers over HTTP.
import { z } from 'zod';
import { notFound } from '../../platform/http/not-found.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf } from '../../platform/http/work.ts';
import { permissions } from './core/permissions.ts';
import { builtInRoles, type Role } from './core/role.ts';
import { deleteProvider, findProviderByKey, type IdentityProvider, listProviders } from './key-store.ts';
import { putProvider } from './providers.ts';
import { defineRole, removeRole } from './roles.ts';
import { limitsShape, permissionList } from './route-shapes.ts';
import { listDefinedRoles } from './user-store.ts';

const holders = z
  .enum(['staff', 'member'])
  .meta({ description: 'For a seller’s people, or for a customer’s in an account.', example: 'staff' });
const roleKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,62}$/)
  .meta({ description: 'By which it is given.', example: 'junior_billing' });

const roleFields = {
  name: z.string().min(1).max(100).meta({ description: 'What people read.', example: 'Junior billing' }),
  holders,
  permissions: permissionList,
  limits: limitsShape,
};
const roleShape = z
  .object({
    key: roleKey,
    ...roleFields,
    builtIn: z.boolean().meta({ description: 'Whether it belongs to the program and cannot be changed.', example: false }),
  })
  .meta({ id: 'Role' });

const tellRole = (role: Role, builtIn: boolean): z.input<typeof roleShape> => ({
  key: role.key,
  name: role.name,
  holders: role.holders,
  permissions: [...role.permissions],
  limits: { ...role.limits },
  builtIn,
});

const listPermissions = defineRoute({
  method: 'GET',
  path: '/v1/permissions',
  operationId: 'listPermissions',
  summary: 'List all permissions',
  tag: 'roles',
  access: { permission: null, callers: 'signed_in' },
  response: z.object({
    data: z
      .array(
        z.object({
          name: z.string().meta({ description: 'As routes, roles and keys name it.', example: 'invoices.read' }),
          meaning: z.string().meta({ description: 'What it allows.', example: 'see issued invoices and credit notes' }),
          holders: z.enum(['staff', 'both']).meta({ description: 'Whether customers’ people can hold it too.', example: 'both' }),
          delegable: z.boolean().meta({ description: 'Whether people of the seller above can use it here.', example: true }),
        }),
      )
      .meta({ description: 'By name.' }),
  }),
  refusals: [],
  handle: async () => ({ data: [...permissions] }),
});

const listRoles = defineRoute({
  method: 'GET',
  path: '/v1/roles',
  operationId: 'listRoles',
  summary: 'List roles',
  description: 'The built-in ones and those that the seller defined. Customers are told those for customers.',
  tag: 'roles',
  access: { permission: 'roles.read', callers: 'both' },
  response: z.object({ data: z.array(roleShape).meta({ description: 'The built-in ones first.' }) }),
  refusals: [],
  async handle({ tx, seller, account }) {
    const defined = await listDefinedRoles(tx, seller.id);
    const all = [...builtInRoles.map((role) => tellRole(role, true)), ...defined.map((role) => tellRole(role, false))];
    return { data: all.filter((role) => account === null || role.holders === 'member') };
  },
});

const putRole = defineRoute({
  method: 'PUT',
  path: '/v1/roles/:role',
  operationId: 'defineRole',
  summary: 'Define a role',
  description: 'Everybody who has it has it as it is now. Nobody defines one that may do more than he.',
  tag: 'roles',
  access: { permission: 'roles.write', callers: 'staff' },
  role: 'engine',
  params: z.object({ role: roleKey }),
  body: z.object({ ...roleFields, limits: limitsShape.default({}) }),
  response: roleShape,
  refusals: ['access.beyond_own', 'permission.unknown', 'role.built_in', 'role.holder', 'role.limit'],
  async handle(work, { params, body }) {
    const { before, after } = await defineRole(
      work.tx,
      callerOf(work.principal),
      { key: params.role, ...body },
      work.services.people.machine.now(),
    );
    if (before === null) work.status(201);
    const told = tellRole(after, false);
    work.note({ subject: `role ${params.role}`, before: before === null ? null : tellRole(before, false), after: told });
    return told;
  },
});

const deleteRole = defineRoute({
  method: 'DELETE',
  path: '/v1/roles/:role',
  operationId: 'removeRole',
  summary: 'Remove a role that nobody has',
  tag: 'roles',
  access: { permission: 'roles.write', callers: 'staff' },
  role: 'engine',
  params: z.object({ role: roleKey }),
  response: null,
  refusals: ['access.beyond_own', 'resource.not_found', 'role.built_in', 'role.in_use'],
  async handle(work, { params }) {
    const before = await removeRole(work.tx, callerOf(work.principal), params.role, work.now);
    work.note({ subject: `role ${params.role}`, before: tellRole(before, false), after: null });
    return undefined;
  },
});

const providerKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/)
  .meta({ description: 'What it is called in addresses.', example: 'company' });
const providerFields = {
  name: z.string().min(1).max(100).meta({ description: 'What to write on the button.', example: 'Company account' }),
  issuer: z
    .string()
    .max(2000)
    .meta({ description: 'The provider’s address: where its discovery document is.', example: 'https://id.example.org' }),
  clientId: z.string().min(1).max(500).meta({ description: 'What the provider calls us.', example: 'prorata' }),
  isTwoFactors: z.boolean().meta({
    description: 'Whether signing in there counts as two factors; else the user’s own second factor is asked for too.',
    example: true,
  }),
  enabled: z.boolean().meta({ description: 'Whether it is in use.', example: true }),
};
const providerShape = z.object({ key: providerKey, ...providerFields }).meta({ id: 'IdentityProvider' });

const tellProvider = ({ key, name, issuer, clientId, isTwoFactors, enabled }: IdentityProvider): z.input<typeof providerShape> => ({
  key,
  name,
  issuer,
  clientId,
  isTwoFactors,
  enabled,
});

const listIdentityProviders = defineRoute({
  method: 'GET',
  path: '/v1/identity-providers',
  operationId: 'listIdentityProviders',
  summary: 'List identity providers',
  tag: 'identity-providers',
  access: { permission: 'identity_providers.read', callers: 'staff' },
  response: z.object({ data: z.array(providerShape).meta({ description: 'By key; never with their secrets.' }) }),
  refusals: [],
  handle: async ({ tx, seller }) => ({ data: (await listProviders(tx, seller.id)).map(tellProvider) }),
});

const putIdentityProvider = defineRoute({
  method: 'PUT',
  path: '/v1/identity-providers/:provider',
  operationId: 'setIdentityProvider',
  summary: 'Set up an identity provider',
  description:
    'OpenID Connect. Its people sign in as the users here who were invited under the same verified mail address: whoever sets one up trusts it with who everybody is.',
  tag: 'identity-providers',
  access: { permission: 'identity_providers.write', callers: 'staff' },
  role: 'engine',
  params: z.object({ provider: providerKey }),
  body: z.object({
    ...providerFields,
    clientSecret: z
      .string()
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'From the provider. Left out, it stays as it is.', example: 'a-secret-of-the-provider' }),
    isTwoFactors: providerFields.isTwoFactors.default(false),
    enabled: providerFields.enabled.default(true),
  }),
  response: providerShape,
  refusals: ['identity_provider.issuer'],
  async handle(work, { params, body }) {
    const { before, after } = await putProvider(work.services.people, work.tx, work.seller.id, { ...body, key: params.provider });
    if (before === null) work.status(201);
    const told = tellProvider(after);
    work.note({ subject: `identity provider ${after.key}`, before: before === null ? null : tellProvider(before), after: told });
    return told;
  },
});

const removeIdentityProvider = defineRoute({
  method: 'DELETE',
  path: '/v1/identity-providers/:provider',
  operationId: 'removeIdentityProvider',
  summary: 'Remove an identity provider',
  tag: 'identity-providers',
  access: { permission: 'identity_providers.write', callers: 'staff' },
  role: 'engine',
  params: z.object({ provider: z.string().max(63).meta({ description: 'Its key.', example: 'company' }) }),
  response: null,
  refusals: ['resource.not_found'],
  async handle(work, { params }) {
    const found = await findProviderByKey(work.tx, work.seller.id, params.provider);
    if (found === null) throw notFound();
    await deleteProvider(work.tx, work.seller.id, found.id);
    work.note({ subject: `identity provider ${found.key}`, before: tellProvider(found), after: null });
    return undefined;
  },
});

export const roleRoutes: readonly Route[] = [listPermissions, listRoles, putRole, deleteRole];
export const providerRoutes: readonly Route[] = [listIdentityProviders, putIdentityProvider, removeIdentityProvider];
