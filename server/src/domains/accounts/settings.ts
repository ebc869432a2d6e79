// The settings that enter a charge or a document: what each is called, its default, what it may be. Facts in force from a day, never overwritten.
import { z } from 'zod';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from './identities.ts';

const decimal = z.string().regex(/^\d{1,30}(\.\d{1,30})?$/);
const anchor = z.union([z.literal('start'), z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.strictObject({ day: z.int().min(1).max(31) })]);

/** Shapes are the quote document's. */
const declared = {
  rounding: z.enum(['half_up', 'half_even']).default('half_up'),
  anchor: anchor.default('start'),
  fullPeriod: z.enum(['anchor', 'edge']).default('anchor'),
  upgrade: z.enum(['at_once', 'next_cycle']).default('next_cycle'),
  downgrade: z.enum(['at_once', 'next_cycle', 'period_end']).default('next_cycle'),
  changeDay: z.enum(['new', 'old']).default('new'),
  cancellationDay: z.enum(['free', 'billed']).default('free'),
  minimumStay: z.enum(['P1D', 'none']).default('P1D'),
  interim: z.array(decimal).default([]),
  taxRounding: z.enum(['document', 'line']).default('document'),
  taxInclusive: z.boolean().default(false),
  corrections: z.enum(['credit_note', 'lines']).default('credit_note'),
  /** An invoice beyond it is not issued before somebody has looked. */
  alarmTotal: decimal.nullable().default(null),
  paymentTermDays: z.int().min(0).max(3650).default(14),
  invoicePrefix: z.string().max(20).default('INV-'),
};

const shape = z.strictObject(declared);
export type Settings = z.infer<typeof shape>;
export type SettingKey = keyof Settings;
export const DEFAULT_SETTINGS: Settings = shape.parse({});

export interface SettingInput {
  /** Null: for all accounts of the seller. */
  readonly accountId: bigint | null;
  readonly key: string;
  readonly value: unknown;
  readonly validFrom: number;
}

export async function recordSettings(tx: Transaction, sellerId: bigint, inputs: readonly SettingInput[], now: number): Promise<void> {
  for (const [index, input] of inputs.entries()) {
    const rule = (declared as Record<string, z.ZodType | undefined>)[input.key];
    const place = { path: `settings[${index}]`, parameters: { key: input.key } };
    if (rule === undefined) throw new Refusal('setting.unknown', `There is no setting "${input.key}". See the list of settings.`, place);
    const checked = rule.safeParse(input.value);
    if (!checked.success) {
      throw new Refusal(
        'setting.value',
        `The setting "${input.key}" cannot be that: ${checked.error.issues[0]?.message ?? 'wrong value'}.`,
        place,
      );
    }
  }
  const nextId = await reserveIdentities(tx, inputs.length);
  await tx.client.query(
    `insert into setting_fact (seller_id, id, account_id, key, value, valid_from, recorded_at)
     select $1, s.id, s.account_id, s.key, s.value, s.valid_from, $3
     from jsonb_to_recordset($2::jsonb) as s(id bigint, account_id bigint, key text, value jsonb, valid_from date)`,
    [
      sellerId,
      JSON.stringify(
        inputs.map((input) => ({
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
}

interface SettingRow {
  readonly accountId: bigint | null;
  readonly key: SettingKey;
  readonly value: unknown;
  readonly validFrom: string;
}

/** A day's settings of single accounts over the seller's over the defaults. */
export class SettingsOnADay {
  private readonly general: readonly SettingRow[];
  private readonly single = new Map<bigint, SettingRow[]>();

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

  of(accountId: bigint, day: number): Settings {
    const on = formatDay(day);
    const own = this.single.get(accountId) ?? [];
    if (this.general.length === 0 && own.length === 0) return DEFAULT_SETTINGS;
    const values: Record<string, unknown> = { ...DEFAULT_SETTINGS };
    for (const row of [...this.general, ...own]) if (row.validFrom <= on) values[row.key] = row.value;
    return values as Settings;
  }
}

export async function loadSettings(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[]): Promise<SettingsOnADay> {
  const { rows } = await tx.client.query<SettingRow>(
    `select account_id as "accountId", key, value, valid_from as "validFrom" from setting_fact
     where seller_id = $1 and (account_id is null or account_id = any($2::bigint[]))
     order by valid_from, recorded_at, id`,
    [sellerId, accountIds],
  );
  return new SettingsOnADay(rows);
}
