// `prorata sellers`: the provider and the resellers below, and making a reseller of an account.
import { listSellers, type Seller } from '../domains/accounts/index.ts';
import { resellPlans } from '../domains/catalog/index.ts';
import { setUpReseller } from '../domains/invoicing/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, type CommandContext, exitStatus } from './command.ts';
import { table } from './invoice-text.ts';
import { getSeller } from './which-seller.ts';

export const sellers: Command = {
  usage: '[--make KEY --account ID [--seller KEY] [--currency CUR]… [--prefix TEXT]] [--plan KEY]…',
  help: [
    '--make KEY     makes a seller of an account of kind reseller: --account is its external id at --seller (default the provider)',
    '--currency     what the new seller sells in; the first is his own, default the account’s',
    '--prefix       of his invoice numbers (INV-) and, with C before it, of his credit notes',
    '--plan KEY     a plan of the seller above that he takes over, or without --make, that --seller takes over; again for new versions',
    'With --json: [{"key", "legalName", "country", "currency", "zone", "parent"}]',
  ],
  options: {
    make: { type: 'string' },
    account: { type: 'string' },
    seller: { type: 'string' },
    currency: { type: 'string', multiple: true },
    prefix: { type: 'string' },
    plan: { type: 'string', multiple: true },
  },
  async run(context) {
    const { database, clock } = await context.installation();
    const now = await clock.read();
    const all = await inTransaction(database, async (tx) => {
      const named = await getSeller(tx, context.text('seller'));
      const setup = setupOf(context);
      const seller = setup === null ? named : await setUpReseller(tx, named, setup, now);
      const plans = context.list('plan');
      if (plans.length > 0) await resellPlans(tx, seller, plans, now);
      return listSellers(tx);
    });
    const keys = new Map(all.map((one) => [one.id, one.key]));
    const answer = all.map((seller) => told(seller, keys));
    context.output.answer(answer, () =>
      table(
        [
          ['key', 'name', 'country', 'currency', 'below'],
          ...answer.map((one) => [one.key, one.legalName, one.country, one.currency, one.parent ?? '']),
        ],
        -1,
      ),
    );
    return exitStatus.done;
  },
};

function setupOf({ text, list }: CommandContext): Parameters<typeof setUpReseller>[2] | null {
  const [key, account, prefix] = [text('make'), text('account'), text('prefix')];
  if (key === undefined) return null;
  if (account === undefined)
    throw new Refusal('sellers.incomplete', 'Say also --account: which account becomes a seller.', { path: '--account' });
  const [currency, ...currencies] = list('currency');
  return {
    key,
    account,
    currencies,
    ...(currency === undefined ? {} : { currency }),
    ...(prefix === undefined ? {} : { invoicePrefix: prefix, creditNotePrefix: `C${prefix}` }),
  };
}

function told({ key, legalName, country, currency, zone, parentId }: Seller, keys: ReadonlyMap<bigint, string>) {
  return { key, legalName, country, currency, zone, parent: parentId === null ? null : keys.get(parentId)! };
}
