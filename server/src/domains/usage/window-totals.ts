// Totals of a window out of the sums that are kept: whole days by days, the rest by quarter-hours, so that it takes as long however many events there are.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

const DAY = 86_400_000;

export interface WindowFilter {
  /** External ids; one of the two. */
  readonly account?: string | undefined;
  readonly subscription?: string | undefined;
  readonly meter?: string | undefined;
  /** On quarter-hours; `to` is not part of it. */
  readonly from: number;
  readonly to: number;
}

export interface WindowTotal {
  readonly subscriptionId: bigint;
  readonly subscription: string;
  readonly account: string;
  readonly meterId: bigint;
  readonly meter: string;
  readonly sum: string;
  readonly events: number;
}

/** By subscription and meter, those that have events. */
export async function totalsOfWindow(
  tx: Transaction,
  sellerId: bigint,
  { account, subscription, meter, from, to }: WindowFilter,
): Promise<WindowTotal[]> {
  const firstDay = Math.min(Math.ceil(from / DAY) * DAY, to);
  const endOfDays = Math.max(Math.floor(to / DAY) * DAY, firstDay);
  const { rows } = await tx.client.query<Omit<WindowTotal, 'events'> & { events: string }>(
    `select s.id as "subscriptionId", s.external_id as subscription, a.external_id as account, m.id as "meterId", m.key as meter,
            trim_scale(sum(t.total))::text as sum, sum(t.events)::text as events
     from account a
     join subscription s on (s.seller_id, s.account_id) = (a.seller_id, a.id)
     cross join lateral (
       select d.meter_id, d.total, d.events from usage_day_total d
       where d.seller_id = $1 and d.subscription_id = s.id and d.day >= ($7::timestamptz at time zone 'UTC')::date
         and d.day < ($8::timestamptz at time zone 'UTC')::date
       union all
       select q.meter_id, q.total, q.events from usage_total q
       where q.seller_id = $1 and q.subscription_id = s.id and q.quarter >= $5 and q.quarter < $7
       union all
       select q.meter_id, q.total, q.events from usage_total q
       where q.seller_id = $1 and q.subscription_id = s.id and q.quarter >= $8 and q.quarter < $6
     ) t
     join meter m on m.seller_id = $1 and m.id = t.meter_id
     where a.seller_id = $1 and ($2::text is null or a.external_id = $2) and ($3::text is null or s.external_id = $3)
       and ($4::text is null or m.key = $4)
     group by 1, 2, 3, 4, 5
     having sum(t.events) > 0
     order by 2, 5`,
    [
      sellerId,
      account ?? null,
      subscription ?? null,
      meter ?? null,
      ...[from, to, firstDay, Math.max(endOfDays, firstDay)].map(formatInstant),
    ],
  );
  return rows.map((row) => ({ ...row, events: Number(row.events) }));
}

export const steps = ['quarter', 'hour', 'day'] as const;
export type Step = (typeof steps)[number];
export const STEP_MS: Readonly<Record<Step, number>> = { quarter: 900_000, hour: 3_600_000, day: DAY };

export interface StepTotal {
  readonly from: number;
  readonly sum: string;
  readonly events: number;
}

/** The steps of UTC that have events, in order; those between are gaps. */
export async function totalsByStep(
  tx: Transaction,
  sellerId: bigint,
  place: { readonly subscriptionId: bigint; readonly meterId: bigint },
  { from, to, step }: { readonly from: number; readonly to: number; readonly step: Step },
): Promise<StepTotal[]> {
  const values = [sellerId, place.subscriptionId, place.meterId, formatInstant(from), formatInstant(to)];
  const { rows } =
    step === 'day'
      ? await tx.client.query<StepTotal & { events: unknown }>(
          `select day::timestamp at time zone 'UTC' as "from", trim_scale(total)::text as sum, events::text from usage_day_total
           where (seller_id, subscription_id, meter_id) = ($1, $2, $3) and day >= ($4::timestamptz at time zone 'UTC')::date
             and day < ($5::timestamptz at time zone 'UTC')::date and events > 0 order by 1`,
          values,
        )
      : await tx.client.query<StepTotal & { events: unknown }>(
          `select date_bin($6::interval, quarter, timestamptz 'epoch') as "from", trim_scale(sum(total))::text as sum, sum(events)::text as events
           from usage_total
           where (seller_id, subscription_id, meter_id) = ($1, $2, $3) and quarter >= $4 and quarter < $5 and events > 0 group by 1 order by 1`,
          [...values, step === 'hour' ? '1 hour' : '15 minutes'],
        );
  return rows.map((row) => ({ ...row, events: Number(row.events) }));
}
