// What people look like over HTTP. Every field says what it means and gives an example.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { callerOf, type WorkAround } from '../../platform/http/work.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { GREATEST_PASSWORD } from './core/password-rules.ts';
import { listAccountNames, listSellerKeys } from './place-store.ts';
import { type HeldRole, listGrants, type User } from './user-store.ts';

/** Such routes check by themselves: each finds its user by the session that the request came with. */
export const signedInPerson = { access: { permission: null, callers: 'signed_in' }, role: 'engine' } as const;

/** The caller himself is what was changed. */
export const noteCaller = (work: WorkAround): void => work.note({ subject: callerOf(work.principal).id });

const INSTANT = '2026-01-31T09:30:00Z';

export const instant = (description: string) => z.string().meta({ description, example: INSTANT });
export const portal = z
  .string()
  .max(63)
  .optional()
  .meta({ description: 'The seller’s key; the provider’s portal where it is left out.', example: 'provider' });
export const mail = z.string().min(3).max(254).meta({ description: 'The user’s mail address.', example: 'ada@example.org' });
export const password = z
  .string()
  .min(1)
  .max(4 * GREATEST_PASSWORD)
  .meta({ description: 'The password.', example: 'four words nobody joined' });
export const secretText = (description: string) =>
  z.string().min(1).max(200).meta({ description, example: 'yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr' });
export const csrfToken = secretText('Send it as Prorata-CSRF-Token with every request by cookie that changes something.');
export const code = z
  .string()
  .min(6)
  .max(40)
  .meta({ description: 'Six digits of the authenticator app, or a recovery code.', example: '492 039' });
export const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)
  .max(35)
  .meta({ description: 'The language he reads.', example: 'en' });

export const heldRole = z.object({
  role: z.string().meta({ description: 'Key of the role.', example: 'customer_billing' }),
  account: z
    .string()
    .nullable()
    .meta({ description: 'External id of the account it is held in; null for a seller’s people.', example: 'acme' }),
  seller: z.string().nullable().meta({ description: 'Key of the seller it is held at; null in an account.', example: null }),
});

export const userFields = {
  id: z.string().meta({ description: 'The user’s id.', example: 'usr_00000000000zg' }),
  mail,
  name: z.string().max(200).meta({ description: 'What he is called.', example: 'Ada Byron' }),
  language: language.nullable(),
};

export const userShape = z
  .object({
    ...userFields,
    state: z
      .enum(['invited', 'active', 'disabled'])
      .meta({ description: 'Whether he has set up how he signs in, and may.', example: 'active' }),
    createdAt: instant('When he was invited.'),
    roles: z.array(heldRole).meta({ description: 'The roles he holds, as far as you see them.' }),
  })
  .meta({ id: 'User' });

export const ownUserShape = z.object(userFields);

export const roleInput = z.object({
  role: z.string().max(63).meta({ description: 'Key of the role.', example: 'customer_billing' }),
  account: z
    .string()
    .max(255)
    .optional()
    .meta({ description: 'Id or external id of the account, for a customer’s role.', example: 'acme' }),
  seller: z.string().max(63).optional().meta({ description: 'Key of a seller below, where the role is to count there.', example: 'south' }),
});

export const limitsShape = z.record(z.string().max(100), z.record(z.string().max(10), z.string().max(40))).meta({
  description: 'By permission: the greatest amount by currency, or `percent`. What is not limited is not listed.',
  example: { 'credits.write': { EUR: '50.00' } },
});

export const permissionList = z
  .array(z.string().max(100))
  .max(200)
  .meta({ description: 'Names of permissions; `GET /v1/permissions` lists them.', example: ['invoices.read'] });

export function tellOwnUser(user: User) {
  return { id: formatIdentifier('usr', user.id), mail: user.mail, name: user.name, language: user.language };
}

/** `accountId`: of a customer, who is told of the roles in his account alone; the engine would see all. */
export async function tellUsers(tx: Transaction, sellerId: bigint, users: readonly User[], accountId: bigint | null) {
  const all = await listGrants(
    tx,
    sellerId,
    users.map((user) => user.id),
  );
  const grants = all.filter((grant) => accountId === null || grant.accountId === accountId);
  const accounts = await listAccountNames(tx, sellerId, [...new Set(grants.flatMap((grant) => grant.accountId ?? []))]);
  const sellers = await listSellerKeys(tx, [...new Set(grants.map((grant) => grant.sellerId))]);
  const tellRole = (grant: HeldRole) => ({
    role: grant.role.key,
    account: grant.accountId === null ? null : (accounts.get(grant.accountId) ?? formatIdentifier('acc', grant.accountId)),
    // Of a seller below, where the walls do not show his key.
    seller: grant.accountId === null ? (sellers.get(grant.sellerId) ?? formatIdentifier('sel', grant.sellerId)) : null,
  });
  return users.map((user) => ({
    ...tellOwnUser(user),
    state: user.disabledAt !== null ? ('disabled' as const) : user.readyAt === null ? ('invited' as const) : ('active' as const),
    createdAt: formatInstant(user.createdAt),
    roles: grants.filter((grant) => grant.userId === user.id).map(tellRole),
  }));
}

export async function tellUser(tx: Transaction, user: User, accountId: bigint | null) {
  return (await tellUsers(tx, user.sellerId, [user], accountId))[0]!;
}
