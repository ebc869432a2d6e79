// What settings say on a day: an account's own over its seller's over those of the sellers above him over the defaults.
import { formatDay } from '../../kernel/calendar/civil.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { DEFAULT_SETTINGS, type SettingKey, type Settings } from './settings.ts';

export interface SettingRow {
  readonly accountId: bigint | null;
  readonly key: SettingKey;
  readonly value: unknown;
  readonly validFrom: string;
}

export class SettingsOnADay {
  private readonly general: readonly SettingRow[];
  private readonly single = new Map<bigint, SettingRow[]>();
  private readonly made = new Map<string, Settings>();

  /** Rows in the order in which later ones win. */
  constructor(rows: readonly SettingRow[]) {
    this.general = rows.filter((row) => row.accountId === null);
    for (const row of rows) {
      if (row.accountId === null) continue;
      const list = this.single.get(row.accountId);
      if (list === undefined) this.single.set(row.accountId, [row]);
      else list.push(row);
    }
  }

  /** The same object as long as nothing differs, so that comparing is cheap. */
  of(accountId: bigint, day: number): Settings {
    const own = this.single.get(accountId) ?? [];
    if (this.general.length === 0 && own.length === 0) return DEFAULT_SETTINGS;
    const on = formatDay(day);
    const inForce = (row: SettingRow): boolean => row.validFrom <= on;
    const general = this.general.filter(inForce);
    const single = own.filter(inForce);
    // With time rows only come into force, so their number says which.
    const key = `${general.length}/${single.length === 0 ? '' : `${accountId}/${single.length}`}`;
    let settings = this.made.get(key);
    if (settings === undefined) {
      const values: Record<string, unknown> = { ...DEFAULT_SETTINGS };
      for (const row of [...general, ...single]) if (row.key in DEFAULT_SETTINGS) values[row.key] = row.value;
      settings = values as Settings;
      this.made.set(key, settings);
    }
    return settings;
  }
}

export async function loadSettings(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[]): Promise<SettingsOnADay> {
  const { rows } = await tx.client.query<SettingRow>(
    `with recursive above as (
       select id, parent_id, 0 as distance from seller where id = $1
       union all select s.id, s.parent_id, a.distance + 1 from seller s join above a on s.id = a.parent_id
     )
     select f.account_id as "accountId", f.key, f.value, f.valid_from as "validFrom"
     from setting_fact f join above a on a.id = f.seller_id
     where f.account_id is null or (f.seller_id = $1 and f.account_id = any($2::bigint[]))
     order by a.distance desc, f.valid_from, f.recorded_at, f.id`,
    [sellerId, accountIds],
  );
  return new SettingsOnADay(rows);
}

/** For what is not about an account. */
export async function loadSellerSettings(tx: Transaction, sellerId: bigint, day: number): Promise<Settings> {
  return (await loadSettings(tx, sellerId, [])).of(0n, day);
}
