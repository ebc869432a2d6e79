// Records settings: facts in force from a day, never overwritten, and never such that what was billed would be rated again.

import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { readDay } from '../../kernel/stored-values.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { listZones, lockAccounts } from './billing-dates.ts';
import { settingBeforeBilled, settingFixed, settingOfSeller, unknownSetting, wrongSetting } from './errors.ts';
import { tell } from './events.ts';
import { reserveIdentities } from './identities.ts';
import { declared, type SettingKey, settingNotes } from './settings.ts';
import { loadSettings } from './settings-on-a-day.ts';

export interface SettingInput {
  /** Null: for all accounts of the seller, and for those of the sellers below who say nothing else. */
  readonly accountId: bigint | null;
  readonly key: string;
  readonly value: unknown;
  readonly validFrom: number;
}

/** All or none. */
export async function recordSettings(tx: Transaction, sellerId: bigint, inputs: readonly SettingInput[], now: number): Promise<void> {
  const checked = inputs.map((input, index) => ({ ...input, key: checkedKey(input, `settings[${index}]`) }));
  const accounts = checked.flatMap((input) => input.accountId ?? []);
  await lockAccounts(tx, sellerId, [...new Set(accounts)]);
  for (const [index, input] of checked.entries()) await refuseRerating(tx, sellerId, input, now, `settings[${index}]`);
  const nextId = await reserveIdentities(tx, checked.length);
  await tx.client.query(
    `insert into setting_fact (seller_id, id, account_id, key, value, valid_from, recorded_at)
     select $1, s.id, s.account_id, s.key, s.value, s.valid_from, $3
     from jsonb_to_recordset($2::jsonb) as s(id bigint, account_id bigint, key text, value jsonb, valid_from date)`,
    [
      sellerId,
      JSON.stringify(
        checked.map((input) => ({
          id: String(nextId()),
          account_id: input.accountId === null ? null : String(input.accountId),
          key: input.key,
          value: input.value,
          valid_from: formatDay(input.validFrom),
        })),
      ),
      formatInstant(now),
    ],
  );
  await writeEvents(
    tx,
    checked.map(({ accountId, key, value, validFrom }) => {
      const account = accountId === null ? null : formatIdentifier('acc', accountId);
      return tell['setting.recorded']({
        sellerId,
        subject: key,
        occurredAt: now,
        data: { account, value, validFrom: formatDay(validFrom) },
      });
    }),
  );
}

function checkedKey({ key, value, accountId }: SettingInput, path: string): SettingKey {
  const rule = (declared as Partial<Record<string, (typeof declared)[SettingKey]>>)[key];
  if (rule === undefined || value === undefined) throw unknownSetting(key, path);
  const checked = rule.safeParse(value);
  if (!checked.success) throw wrongSetting(key, checked.error.issues[0]?.message ?? 'wrong value', path);
  const known = key as SettingKey;
  if (accountId !== null && settingNotes[known].scope === 'seller') throw settingOfSeller(key, path);
  return known;
}

async function refuseRerating(
  tx: Transaction,
  sellerId: bigint,
  input: SettingInput & { readonly key: SettingKey },
  now: number,
  path: string,
): Promise<void> {
  const { counts } = settingNotes[input.key];
  if (counts !== 'beginning' && counts !== 'first_billing') return;
  const billedOn = await lastBilledDay(tx, sellerId, input.accountId);
  if (billedOn === null) return;
  if (counts === 'first_billing') {
    const present = (await loadSettings(tx, sellerId, input.accountId === null ? [] : [input.accountId])).of(
      input.accountId ?? 0n,
      billedOn,
    );
    if (present[input.key] !== input.value) throw settingFixed(input.key, path);
    return;
  }
  // A run that is under way bills no later day than today, wherever its accounts are.
  const today = Math.max(...(await listZones(tx)).map((name) => findZone(name)!.dayOf(now)));
  const earliest = Math.max(billedOn, today) + 1;
  if (input.validFrom < earliest) throw settingBeforeBilled(input.key, formatDay(input.validFrom), formatDay(earliest), path);
}

/** The latest day on which a run looked at an account that the setting reaches; null if none ever did. */
async function lastBilledDay(tx: Transaction, sellerId: bigint, accountId: bigint | null): Promise<number | null> {
  const { rows } = await tx.client.query<{ day: string | null }>(
    `with recursive below as (
       select id from seller where id = $1
       union all select s.id from seller s join below b on s.parent_id = b.id where $2::bigint is null
     )
     select max(b.last_run_on) as day from account_billing b join below on below.id = b.seller_id
     where $2::bigint is null or b.account_id = $2`,
    [sellerId, accountId],
  );
  const day = rows[0]?.day ?? null;
  return day === null ? null : readDay(day);
}
