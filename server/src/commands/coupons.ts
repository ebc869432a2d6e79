// `prorata coupons`: what there is, making one, taking one out of use, and redeeming one for an account.
import type { AccountRow, Seller } from '../domains/accounts/index.ts';
import {
  deactivateCoupon,
  findCoupon,
  listCoupons,
  makeCoupon,
  type Redemption,
  tellCoupon,
  unknownCoupon,
} from '../domains/discounts/index.ts';
import { findSubscriptions, redeemCoupon } from '../domains/subscriptions/index.ts';
import { formatDay } from '../kernel/calendar/civil.ts';
import { formatIdentifier } from '../kernel/identifier.ts';
import { Refusal } from '../kernel/refusal.ts';
import { inTransaction, type Transaction } from '../platform/postgres/transaction.ts';
import { type Command, type CommandContext, exitStatus } from './command.ts';
import { table } from './invoice-text.ts';
import { readDay } from './read-day.ts';
import { readCount, readNumber } from './read-number.ts';
import { getAccount, getSeller, SELLER_HELP } from './which-seller.ts';

export const coupons: Command = {
  usage:
    '[--seller KEY] [--make CODE (--percent N [--periods N | --until DATE] | --amount N --currency CUR) …] [--stop CODE] [--redeem CODE --account ID --reference TEXT]',
  help: [
    '--make CODE    what customers type. --percent off, for --periods of the plan, or --until the first day without it, or for ever; or --amount off once',
    '               --name TEXT, --plan KEY… and --component KEY… (default all), --limit N uses in all, --limit-each N of one account,',
    '               --from and --before DATE: the first day on which it is taken, and the first on which it is not any more',
    '--stop CODE    it is not taken any more; what was redeemed goes on',
    '--redeem CODE  for --account, or one --subscription of it, from --on DATE (default today). --reference is your name for it: the same again does nothing more',
    SELLER_HELP,
    'With --json: [{"id", "code", "name", "percent", "amount", "currency", "periods", "untilOn", "plans", "components", "limitTotal", "limitEach",',
    '  "validFrom", "validUntil", "used", "createdAt", "deactivatedAt"}]; with --redeem: {"id", "code", "account", "subscription", "from", "isNew"}',
  ],
  options: {
    ...Object.fromEntries(
      [
        ...['seller', 'make', 'stop', 'redeem', 'percent', 'periods', 'until', 'amount', 'currency', 'name', 'limit', 'limit-each'],
        ...['from', 'before', 'account', 'subscription', 'on', 'reference'],
      ].map((name) => [name, { type: 'string' as const }]),
    ),
    plan: { type: 'string', multiple: true },
    component: { type: 'string', multiple: true },
  },
  async run(context) {
    if (context.text('redeem') !== undefined) return redeem(context);
    const { database, clock } = await context.installation();
    const now = await clock.read();
    const found = await inTransaction(database, async (tx) => {
      const seller = await getSeller(tx, context.text('seller'));
      if (context.text('make') !== undefined) await makeCoupon(tx, seller, termsOf(context), now);
      const stop = context.text('stop');
      if (stop !== undefined) {
        const coupon = await findCoupon(tx, seller.id, { code: stop });
        if (coupon === null) throw unknownCoupon(stop);
        await deactivateCoupon(tx, seller, coupon.id, now);
      }
      return (await listCoupons(tx, seller.id)).map(tellCoupon);
    });
    context.output.answer(found, () => table([['code', 'gives', 'for', 'used', 'taken'], ...found.map(row)], 3));
    return exitStatus.done;
  },
};

type Told = ReturnType<typeof tellCoupon>;

function row({
  code,
  percent,
  amount,
  currency,
  periods,
  untilOn,
  used,
  limitTotal,
  validFrom,
  validUntil,
  deactivatedAt,
}: Told): string[] {
  const lasts = periods !== null ? `${periods} periods` : untilOn !== null ? `until ${untilOn}` : percent === null ? 'once' : 'for ever';
  const days = [validFrom === null ? '' : `from ${validFrom}`, validUntil === null ? '' : `before ${validUntil}`].filter(Boolean).join(' ');
  return [
    code,
    percent === null ? `${amount} ${currency}` : `${percent} %`,
    lasts,
    limitTotal === null ? String(used) : `${used} of ${limitTotal}`,
    deactivatedAt === null ? days || 'yes' : 'no',
  ];
}

function termsOf({ text, list }: CommandContext): Parameters<typeof makeCoupon>[2] {
  const read = <T>(option: string, reader: (value: string, option: string) => T): T | null => {
    const value = text(option);
    return value === undefined ? null : reader(value, `--${option}`);
  };
  const all = (option: string): readonly string[] | null => (list(option).length === 0 ? null : list(option));
  return {
    code: text('make')!,
    name: text('name') ?? '',
    percent: read('percent', readNumber),
    amount: read('amount', readNumber),
    currency: text('currency') ?? null,
    periods: read('periods', readCount),
    untilOn: read('until', readDay),
    plans: all('plan'),
    components: all('component'),
    limitTotal: read('limit', readCount),
    limitEach: read('limit-each', readCount),
    validFrom: read('from', readDay),
    validUntil: read('before', readDay),
  };
}

async function redeem({ text, output, installation }: CommandContext): Promise<0> {
  const [code, account, reference] = [text('redeem')!, text('account'), text('reference')];
  if (account === undefined || reference === undefined) {
    throw new Refusal(
      'coupons.incomplete',
      'Say also --account and --reference: for whom, and your name for it, so that it is done once.',
      {
        path: account === undefined ? '--account' : '--reference',
      },
    );
  }
  const { database, clock } = await installation();
  const now = await clock.read();
  const on = text('on');
  const { redemption, isNew } = await inTransaction(database, async (tx) => {
    const seller = await getSeller(tx, text('seller'));
    const owner = await getAccount(tx, seller, account);
    const subscription = await subscriptionOf(tx, seller, owner, text('subscription'));
    const from = on === undefined ? null : readDay(on, '--on');
    return redeemCoupon(tx, seller, { code, account: owner, subscription, reference, from, mayBackdate: true }, now);
  });
  output.answer(told(redemption, code, account, text('subscription'), isNew), () =>
    isNew ? `${code} counts for ${account} from ${formatDay(redemption.fromOn)}.` : `${code} was redeemed as ${reference} before.`,
  );
  return exitStatus.done;
}

function told({ id, fromOn }: Redemption, code: string, account: string, subscription: string | undefined, isNew: boolean) {
  return { id: formatIdentifier('rdm', id), code, account, subscription: subscription ?? null, from: formatDay(fromOn), isNew };
}

async function subscriptionOf(tx: Transaction, seller: Seller, account: AccountRow, named: string | undefined): Promise<string | null> {
  if (named === undefined) return null;
  const [found] = await findSubscriptions(tx, seller.id, [named]);
  if (found?.accountId !== account.id) {
    throw new Refusal('coupons.subscription', `The account "${account.externalId}" has no subscription "${named}". Correct the id.`, {
      path: '--subscription',
    });
  }
  return named;
}
