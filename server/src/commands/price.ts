// `prorata price`: what an account pays for a component on a day and why, from the provider down.
import { amountText, type ExplainedEdge, explainPrice, type NamedPrice, priceInWords } from '../domains/pricelists/index.ts';
import { formatInstant } from '../kernel/calendar/instant.ts';
import { findZone } from '../kernel/calendar/zone.ts';
import { findCurrency } from '../kernel/money/currency.ts';
import { parseDecimal } from '../kernel/money/decimal.ts';
import { Refusal } from '../kernel/refusal.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, exitStatus } from './command.ts';
import { readDay } from './read-day.ts';
import { getAccount, getSeller, SELLER_HELP } from './which-seller.ts';

export const price: Command = {
  usage: 'ACCOUNT COMPONENT [--seller KEY] [--on DATE] [--quantity N] [--currency CUR]',
  help: [
    'COMPONENT is written as on an invoice: "P/seat". --on defaults to today, --quantity to 1, --currency to what the account buys in',
    SELLER_HELP,
    'With --json: [{"seller", "buyer", "currency", "price": {"step", "list", "planVersion", "from", "recordedAt", "correction", "price"} or null,',
    '  "amount", "cost", "margin", "belowCost", "considered": [{…, "whyNot"}]}], from the provider down to the account',
  ],
  options: { seller: { type: 'string' }, on: { type: 'string' }, quantity: { type: 'string' }, currency: { type: 'string' } },
  positionals: [2, 2],
  async run({ positionals, text, output, installation }) {
    const quantity = parseDecimal(text('quantity') ?? '1');
    if (quantity === null)
      throw new Refusal('price.quantity', 'The quantity is a decimal number, such as 12 or 0.5.', { path: '--quantity' });
    const { database, clock } = await installation();
    const now = await clock.read();
    const edges = await inTransaction(
      database,
      async (tx) => {
        const seller = await getSeller(tx, text('seller'));
        const account = await getAccount(tx, seller, positionals[0]!, 'ACCOUNT');
        const on = text('on');
        const day = on === undefined ? findZone(account.zone)!.dayOf(now) : readDay(on, '--on');
        const currency = text('currency');
        const question = { account, component: positionals[1]!, day, quantity };
        return explainPrice(tx, seller, { ...question, ...(currency === undefined ? {} : { currency }) }, now);
      },
      { isolation: 'repeatable read', readOnly: true },
    );
    const answer = edges.map((edge) => ({
      ...edge,
      price: edge.price === null ? null : withInstant(edge.price),
      considered: edge.considered.map(withInstant),
    }));
    output.answer(answer, () => edges.map(explained).join('\n'));
    return edges.every((edge) => edge.price !== null) ? exitStatus.done : exitStatus.attention;
  },
};

function withInstant<T extends NamedPrice>(one: T): Omit<T, 'recordedAt'> & { readonly recordedAt: string } {
  return { ...one, recordedAt: formatInstant(one.recordedAt) };
}

function explained(edge: ExplainedEdge): string {
  const digits = findCurrency(edge.currency)?.digits ?? 2;
  const money = (amount: string): string => `${amountText(amount, digits)} ${edge.currency}`;
  const amount = edge.amount === null ? '' : `: ${money(edge.amount)}`;
  const margin =
    edge.margin === null ? '' : `, pays ${money(edge.cost!)} himself, earns ${money(edge.margin)}${edge.belowCost ? ', BELOW COST' : ''}`;
  const head = `${edge.seller} to ${edge.buyer}${edge.price === null ? `: not for sale in ${edge.currency}` : `${amount}${margin}`}`;
  const chosen = edge.price === null ? [] : [`  ${line(edge.price, digits)}`];
  return [head, ...chosen, ...edge.considered.map((other) => `  not ${line(other, digits)}: ${other.whyNot.replaceAll('_', ' ')}`)].join(
    '\n',
  );
}

function line(one: NamedPrice, digits: number): string {
  const list = one.list === 'override' ? 'override' : `list for ${one.list}`;
  const since = one.from === null ? 'since ever' : `from ${one.from}`;
  return `${list}, ${one.planVersion}, ${since}, told ${formatInstant(one.recordedAt)}: ${priceInWords(one.price, digits)}`;
}
