// `prorata parked`: accounts that the billing run set aside, and the way back for them.
import { findAccounts, findProvider, listParked, noProvider, unknownAccount, unparkAccounts } from '../domains/accounts/index.ts';
import { formatInstant } from '../kernel/calendar/instant.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, exitStatus } from './command.ts';
import { table } from './invoice-text.ts';

const GREATEST_LIST = 10_000;

export const parked: Command = {
  usage: '[--release ACCOUNT]',
  help: [
    '--release ACCOUNT  takes an account back, by its external id: the next run bills it again',
    'With --json: [{"account", "code", "detail", "parkedAt"}], with --release {"released": 1}',
  ],
  options: { release: { type: 'string' } },
  async run({ text, output, installation }) {
    const { database, clock } = await installation();
    const release = text('release');
    if (release !== undefined) {
      const released = await inTransaction(database, async (tx) => {
        const seller = await findProvider(tx);
        if (seller === null) throw noProvider();
        const [account] = await findAccounts(tx, seller.id, [release]);
        if (account === undefined) throw unknownAccount(release, '--release');
        return unparkAccounts(tx, seller.id, [account.id], await clock.read());
      });
      output.answer({ released }, () => (released === 1 ? `${release} is billed again by the next run.` : `${release} was not parked.`));
      return exitStatus.done;
    }
    const list = await inTransaction(database, (tx) => listParked(tx, GREATEST_LIST), { readOnly: true });
    const answer = list.map(({ externalId, code, detail, parkedAt }) => ({
      account: externalId,
      code,
      detail,
      parkedAt: formatInstant(parkedAt),
    }));
    output.answer(answer, () =>
      answer.length === 0
        ? 'No account is parked.'
        : table([['account', 'since', 'code', 'reason'], ...answer.map((one) => [one.account, one.parkedAt, one.code, one.detail])], -1),
    );
    return answer.length > 0 ? exitStatus.attention : exitStatus.done;
  },
};
