// Who signs in to the demo. Their passwords are known to everybody: the demo is for looking at, and keeps nobody's data.
import { findProvider } from '../domains/accounts/index.ts';
import { addFirstUser, type People } from '../domains/people/index.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import type { DemoApi, DemoInstallation } from './demo-api.ts';

export const DEMO_PASSWORD = 'four words nobody joined';

interface DemoUser {
  readonly mail: string;
  readonly name: string;
  readonly role: string;
  readonly seller: string;
  readonly account?: string;
  /** What he is there to show. */
  readonly shows: string;
}

/** The portal of a reseller is at `/sign-in?portal=KEY`. */
export const demoUsers: readonly DemoUser[] = [
  { mail: 'ada@example.com', name: 'Ada Lorenz', role: 'owner', seller: 'provider', shows: 'the provider’s console' },
  { mail: 'bo@example.com', name: 'Bo Sander', role: 'support', seller: 'provider', shows: 'the console with less permission' },
  { mail: 'rhys@example.com', name: 'Rhys Vaughan', role: 'owner', seller: 'albion', shows: 'a reseller’s console' },
  {
    mail: 'customer@example.com',
    name: 'Mareike Voss',
    role: 'customer_owner',
    seller: 'provider',
    account: 'c-1001',
    shows: 'a customer’s portal',
  },
];

export async function addDemoUsers(api: DemoApi, { database, clock }: DemoInstallation, people: People): Promise<void> {
  for (const { mail, name, role, seller, account } of demoUsers) {
    const link =
      role === 'owner' && seller === 'provider'
        ? await inTransaction(
            database,
            async (tx) => (await addFirstUser(people, tx, (await findProvider(tx))!, { mail, name, role }, clock.now())).link,
          )
        : (
            await api.call<{ link: string }>(seller, 'POST', '/v1/users', {
              mail,
              name,
              role,
              ...(account === undefined ? {} : { account }),
            })
          ).link;
    const token = link.slice(link.indexOf('#') + 1);
    await api.call(seller, 'POST', '/v1/invitations/password', { token, password: DEMO_PASSWORD, name });
  }
}
