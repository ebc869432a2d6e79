// `prorata pools`: how large an account's pools are, who holds how much of them, and saying how large one is.
import { listPools, setPool } from '../domains/subscriptions/index.ts';
import { formatDay } from '../kernel/calendar/civil.ts';
import { findZone } from '../kernel/calendar/zone.ts';
import { formatExact, type Rational } from '../kernel/money/rational.ts';
import { Refusal } from '../kernel/refusal.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, type CommandContext, exitStatus } from './command.ts';
import { readDay } from './read-day.ts';
import { readNumber } from './read-number.ts';
import { getAccount, getSeller, SELLER_HELP } from './which-seller.ts';

export const pools: Command = {
  usage: 'ACCOUNT [--seller KEY] [--set POOL --maximum N|none [--component KEY]… [--from DATE]]',
  help: [
    '--set POOL     how large it is from --from (default today) on: --maximum units, or none for no limit. Refused where services hold more then',
    '--component    draws on it, beside those whose plan names it; left out: as before',
    SELLER_HELP,
    'With --json: [{"key", "maximum", "components", "held", "left", "services": [{"subscription", "held"}], "changes": [{"from", "maximum"}]}]',
  ],
  options: {
    seller: { type: 'string' },
    set: { type: 'string' },
    maximum: { type: 'string' },
    component: { type: 'string', multiple: true },
    from: { type: 'string' },
  },
  positionals: [1, 1],
  async run(context) {
    const { database, clock } = await context.installation();
    const now = await clock.read();
    const input = inputOf(context);
    const found = await inTransaction(database, async (tx) => {
      const seller = await getSeller(tx, context.text('seller'));
      const account = await getAccount(tx, seller, context.positionals[0]!, 'ACCOUNT');
      if (input !== null)
        await setPool(tx, seller, account, { ...input, validFrom: input.validFrom ?? findZone(account.zone)!.dayOf(now) }, now);
      return listPools(tx, seller, account, now);
    });
    const answer = found.map((pool) => ({
      key: pool.key,
      maximum: orNull(pool.maximum),
      components: pool.components,
      held: formatExact(pool.held),
      left: orNull(pool.left),
      services: pool.services.map((one) => ({ ...one, held: formatExact(one.held) })),
      changes: pool.changes.map((one) => ({ from: formatDay(one.from), maximum: orNull(one.maximum) })),
    }));
    context.output.answer(answer, () => (answer.length === 0 ? 'No pools: nothing is limited.' : answer.flatMap(lines).join('\n')));
    return exitStatus.done;
  },
};

const orNull = (value: Rational | null): string | null => (value === null ? null : formatExact(value));

function inputOf({ text, list }: CommandContext) {
  const [key, maximum, from] = [text('set'), text('maximum'), text('from')];
  if (key === undefined) return null;
  if (maximum === undefined) {
    throw new Refusal('pools.incomplete', 'Say also --maximum: how many units there are, or none for no limit.', { path: '--maximum' });
  }
  return {
    key,
    maximum: maximum === 'none' ? null : readNumber(maximum, '--maximum'),
    components: list('component').length === 0 ? undefined : list('component'),
    validFrom: from === undefined ? null : readDay(from, '--from'),
  };
}

interface ToldPool {
  readonly key: string;
  readonly maximum: string | null;
  readonly held: string;
  readonly left: string | null;
  readonly services: readonly { readonly subscription: string; readonly held: string }[];
  readonly changes: readonly { readonly from: string; readonly maximum: string | null }[];
}

function lines({ key, maximum, held, left, services, changes }: ToldPool): string[] {
  return [
    `${key}: ${held} held of ${maximum ?? 'any number'}${left === null ? '' : `, ${left} left`}`,
    ...services.map((one) => `  ${one.subscription} holds ${one.held}`),
    ...changes.map((one) => `  from ${one.from} on ${one.maximum ?? 'no limit'}`),
  ];
}
