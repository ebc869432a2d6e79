// `prorata settings`: what stands for a seller or one of his accounts on a day, what was ever said, and saying something new.
import { listSettings, recordSettings, type SettingHistory } from '../domains/accounts/index.ts';
import { type Day, formatDay } from '../kernel/calendar/civil.ts';
import { formatInstant } from '../kernel/calendar/instant.ts';
import { findZone } from '../kernel/calendar/zone.ts';
import { Refusal } from '../kernel/refusal.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, exitStatus } from './command.ts';
import { readDay } from './read-day.ts';
import { getAccount, getSeller, SELLER_HELP } from './which-seller.ts';

export const settings: Command = {
  usage: '[--seller KEY] [--account ID] [--on DATE] [--set NAME=VALUE --from DATE]',
  help: [
    '--set          records a value that counts from --from on: paymentTermDays=30, downgrade=period_end, anchor={"day":1}. docs/settings.md lists them',
    '--account ID   for one account; else for all of the seller, and of the sellers below',
    '--on DATE      what stands on that day; default today',
    SELLER_HELP,
    'With --json: [{"key", "value", "recorded": [{"value", "since", "recordedAt", "seller", "account"}]}], in the order in which later ones win',
  ],
  options: {
    seller: { type: 'string' },
    account: { type: 'string' },
    on: { type: 'string' },
    set: { type: 'string', multiple: true },
    from: { type: 'string' },
  },
  async run({ text, list, output, installation }) {
    const values = list('set').map(readValue);
    const from = text('from');
    if (values.length > 0 && from === undefined) {
      throw new Refusal('settings.incomplete', 'Say also --from: the first day for which the value counts.', { path: '--from' });
    }
    const { database, clock } = await installation();
    const now = await clock.read();
    const { history, day } = await inTransaction(database, async (tx) => {
      const seller = await getSeller(tx, text('seller'));
      const named = text('account');
      const accountId = named === undefined ? null : (await getAccount(tx, seller, named)).id;
      const inputs = values.map((value) => ({ ...value, accountId, validFrom: readDay(from!, '--from') }));
      if (inputs.length > 0) await recordSettings(tx, seller.id, inputs, now);
      const on = text('on');
      const asked = on === undefined ? findZone(seller.zone)!.dayOf(now) : readDay(on, '--on');
      return { history: await listSettings(tx, seller.id, accountId, asked), day: asked };
    });
    const answer = history.map(({ key, value, recorded }) => ({
      key,
      value,
      recorded: recorded.map(({ key: _same, ...one }) => ({ ...one, recordedAt: formatInstant(one.recordedAt) })),
    }));
    output.answer(answer, () => history.flatMap((one) => lines(one, day)).join('\n'));
    return exitStatus.done;
  },
};

/** VALUE is JSON, or a word as it stands. */
function readValue(text: string): { key: string; value: unknown } {
  const equals = text.indexOf('=');
  if (equals < 1)
    throw new Refusal('settings.incomplete', `"${text}" names no value. Write NAME=VALUE, such as paymentTermDays=30.`, { path: '--set' });
  const [key, value] = [text.slice(0, equals), text.slice(equals + 1)];
  try {
    return { key, value: JSON.parse(value) };
  } catch {
    return { key, value };
  }
}

function lines({ key, value, recorded }: SettingHistory, day: Day): string[] {
  const told = recorded.map(
    (one) =>
      `  ${JSON.stringify(one.value)} from ${one.since}${one.since > formatDay(day) ? ' (still to come)' : ''}, for ${one.account ?? `all of ${one.seller}`}, told ${formatInstant(one.recordedAt)}`,
  );
  return [`${key} = ${JSON.stringify(value)}${told.length === 0 ? ' (default)' : ''}`, ...told];
}
