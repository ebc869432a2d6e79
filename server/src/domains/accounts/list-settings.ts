// The history of settings: what was said, for whom, from which day on, and when it was said.
import type { Day } from '../../kernel/calendar/civil.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { DEFAULT_SETTINGS, type SettingKey } from './settings.ts';
import { loadSettings } from './settings-on-a-day.ts';

export interface RecordedSetting {
  readonly key: SettingKey;
  readonly value: unknown;
  /** The first day it is in force. */
  readonly since: string;
  readonly recordedAt: number;
  /** Key of the seller who said it: the account's own, or one above him. */
  readonly seller: string;
  /** External id; null where it is for all accounts. */
  readonly account: string | null;
}

export interface SettingHistory {
  readonly key: SettingKey;
  /** In force on the day that was asked about. */
  readonly value: unknown;
  /** The default has no history. */
  readonly recorded: readonly RecordedSetting[];
}

/** Every setting as it is on a day for a seller, or for one of his accounts, with all that was ever said of it in the order in which later ones win. */
export async function listSettings(tx: Transaction, sellerId: bigint, accountId: bigint | null, day: Day): Promise<SettingHistory[]> {
  const inForce = (await loadSettings(tx, sellerId, accountId === null ? [] : [accountId])).of(accountId ?? 0n, day);
  const { rows } = await tx.client.query<RecordedSetting>(
    `with recursive above as (
       select id, parent_id, key, 0 as distance from seller where id = $1
       union all select s.id, s.parent_id, s.key, a.distance + 1 from seller s join above a on s.id = a.parent_id
     )
     select f.key, f.value, f.valid_from as since, f.recorded_at as "recordedAt", s.key as seller, a.external_id as account
     from setting_fact f
     join above s on s.id = f.seller_id
     left join account a on (a.seller_id, a.id) = (f.seller_id, f.account_id)
     where f.account_id is null or (f.seller_id = $1 and f.account_id = $2)
     order by f.account_id is not null, s.distance desc, f.valid_from, f.recorded_at, f.id`,
    [sellerId, accountId],
  );
  return (Object.keys(DEFAULT_SETTINGS) as SettingKey[]).map((key) => ({
    key,
    value: inForce[key],
    recorded: rows.filter((row) => row.key === key),
  }));
}
