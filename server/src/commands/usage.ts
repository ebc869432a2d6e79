// `prorata usage`: where every usage event stands: billed, open, billed by nothing and why, or refused.
import type { Seller } from '../domains/accounts/index.ts';
import { type AccountedPlace, accountForUsage, type UsageStatus } from '../domains/invoicing/index.ts';
import { findSubscriptions, HOLD_USAGE } from '../domains/subscriptions/index.ts';
import { type KeptRefusal, listRefused, type UsageFilter } from '../domains/usage/index.ts';
import { formatDay } from '../kernel/calendar/civil.ts';
import { formatInstant } from '../kernel/calendar/instant.ts';
import { findZone } from '../kernel/calendar/zone.ts';
import { formatExact } from '../kernel/money/rational.ts';
import { Refusal } from '../kernel/refusal.ts';
import { readDecimal } from '../kernel/stored-values.ts';
import { inTransaction, type Transaction } from '../platform/postgres/transaction.ts';
import { type Command, type CommandContext, exitStatus } from './command.ts';
import { readDay } from './read-day.ts';
import { forgetMonths } from './usage-forget.ts';
import { type PlaceReason, remedyOf, usageText } from './usage-text.ts';
import { uploadUsage } from './usage-upload.ts';
import { getAccount, getSeller, SELLER_HELP } from './which-seller.ts';

const LISTED = 100;
const LISTED_AS_JSON = 10_000;

/** Events of one subscription, meter and period that stand in one place. */
export interface UsageRow {
  readonly account: string;
  readonly subscription: string;
  readonly meter: string;
  /** Null where nothing bills them. */
  readonly component: string | null;
  readonly item: string | null;
  /** Null where nothing bills them, and for hourly periods, which stand together. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly status: UsageStatus;
  readonly reason: PlaceReason | null;
  readonly events: number;
  /** Of their values, exact. */
  readonly sum: string;
  readonly firstAt: string;
  readonly lastAt: string;
  /** True where another row counts the same events: two components read one meter. */
  readonly shared: boolean;
}

export interface UsageAnswer {
  readonly asOf: string;
  readonly events: { stored: number; billed: number; open: number; unbilled: number; refused: number };
  readonly reasons: readonly { readonly status: UsageStatus; readonly reason: string; readonly events: number; readonly remedy: string }[];
  readonly usage: readonly UsageRow[];
  readonly usageOmitted: number;
  readonly refused: readonly (Omit<KeptRefusal, 'recordedAt'> & { readonly recordedAt: string })[];
  readonly refusedOmitted: number;
}

export const usage: Command = {
  usage:
    '[upload FILE [--source NAME]] [forget --before MONTH [--preview]] [--account ID] [--subscription ID] [--from DATE] [--to DATE] [--unbilled] [--refused] [--list N] [--seller KEY]',
  help: [
    'upload FILE   takes a CSV file, packed with gzip or not: the first row names the columns subscription or account, meter, time, value, and id where',
    '              events have one. The same file again stores nothing twice. Refused rows are listed with line and column: docs/guides/usage-upload.md',
    'forget        drops the single events of months before MONTH, such as 2023-01, each as a whole and for all sellers, once no bill can need them.',
    '              Their sums stay. --preview only says what would go, and what older months are kept for: docs/guides/usage.md',
    '--source NAME the source of its events, which with their id makes them unique; default "csv"',
    '--account ID, --subscription ID  of one account or subscription, by its external id',
    '--from, --to  days of consumption in the account’s zone, of refused events the day they came in; TO is not part of it',
    '--unbilled    only what nothing bills, with the reason and what to do about it',
    '--refused     only what was not taken, with code and reason',
    `--list N      rows listed of each kind; default ${LISTED}, with --json ${LISTED_AS_JSON}. All are counted.`,
    SELLER_HELP,
    `Exit status ${exitStatus.attention} where something was refused, or nothing bills it outside of trials.`,
    'With --json: {"asOf", "events": {"stored", "billed", "open", "unbilled", "refused"}, "reasons": [...], "usage": [...], "usageOmitted",',
    '"refused": [...], "refusedOmitted"}, field by field in docs/guides/usage.md.',
  ],
  options: {
    account: { type: 'string' },
    subscription: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    unbilled: { type: 'boolean' },
    refused: { type: 'boolean' },
    list: { type: 'string' },
    seller: { type: 'string' },
    source: { type: 'string' },
    before: { type: 'string' },
    preview: { type: 'boolean' },
  },
  positionals: [0, 2],
  async run(context) {
    const [verb, file] = context.positionals;
    if (verb === 'forget' && file === undefined) return forgetMonths(context);
    if (verb !== undefined) return runUpload(context, verb, file);
    const { database, clock } = await context.installation();
    const now = await clock.read();
    const answer = await inTransaction(
      database,
      async (tx) => {
        return answerUsage(tx, await getSeller(tx, context.text('seller')), context, now);
      },
      { isolation: 'repeatable read', readOnly: true, first: HOLD_USAGE },
    );
    context.output.answer(answer, () => usageText(answer));
    const needsALook = answer.reasons.some((one) => one.status === 'unbilled' && one.reason !== 'in_trial');
    return needsALook || answer.events.refused > 0 ? exitStatus.attention : exitStatus.done;
  },
};

function runUpload(context: CommandContext, verb: string, file: string | undefined) {
  if (verb !== 'upload' || file === undefined) {
    throw new Refusal(
      'usage.no_file',
      'Name the file to upload: prorata usage upload FILE. Without it, prorata usage says where usage stands.',
      {
        path: verb,
      },
    );
  }
  return uploadUsage(context, file, readCount(context.text('list')) ?? (context.output.json ? LISTED_AS_JSON : LISTED));
}

async function answerUsage(tx: Transaction, seller: Seller, context: CommandContext, now: number): Promise<UsageAnswer> {
  const { text, flag, output } = context;
  const limit = readCount(text('list')) ?? (output.json ? LISTED_AS_JSON : LISTED);
  const filter = readFilter(context);
  await refuseUnknown(tx, seller, filter);
  const isAll = !flag('unbilled') && !flag('refused');
  const tally = new Tally(isAll ? limit : flag('unbilled') ? limit : 0, isAll ? null : 'unbilled');
  for await (const { places } of accountForUsage(tx, seller, filter, now)) for (const place of places) tally.add(place);
  const zone = findZone(seller.zone)!;
  const { refused, total } = await listRefused(
    tx,
    seller.id,
    {
      ...filter,
      ...(filter.from === undefined ? {} : { from: zone.startOfDay(filter.from) }),
      ...(filter.before === undefined ? {} : { before: zone.startOfDay(filter.before) }),
    },
    isAll || flag('refused') ? limit : 0,
  );
  return {
    asOf: formatInstant(now),
    events: { ...tally.events, refused: total },
    reasons: tally.reasons(),
    usage: tally.rows,
    usageOmitted: isAll || flag('unbilled') ? tally.matching - tally.rows.length : 0,
    refused: refused.map(({ recordedAt, ...one }) => ({ recordedAt: formatInstant(recordedAt), ...one })),
    refusedOmitted: isAll || flag('refused') ? total - refused.length : 0,
  };
}

function readFilter({ text }: CommandContext): UsageFilter {
  const [account, subscription, from, to] = [text('account'), text('subscription'), text('from'), text('to')];
  return {
    ...(account === undefined ? {} : { account }),
    ...(subscription === undefined ? {} : { subscription }),
    ...(from === undefined ? {} : { from: readDay(from, '--from') }),
    ...(to === undefined ? {} : { before: readDay(to, '--to') }),
  };
}

/** A mistyped name would look as if there were no usage. */
async function refuseUnknown(tx: Transaction, seller: Seller, { account, subscription }: UsageFilter): Promise<void> {
  if (account !== undefined) await getAccount(tx, seller, account);
  if (subscription === undefined || (await findSubscriptions(tx, seller.id, [subscription])).length > 0) return;
  throw new Refusal(
    'usage.unknown_subscription',
    `There is no subscription "${subscription}". Correct the name, or leave it out to see all.`,
    {
      path: '--subscription',
    },
  );
}

function readCount(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,7}$/.test(text)) {
    throw new Refusal('usage.not_a_count', `"${text}" is no number of rows. Write a whole number, such as 100.`, { path: '--list' });
  }
  return Number(text);
}

/** Counts everything, keeps the first rows. */
class Tally {
  readonly rows: UsageRow[] = [];
  readonly events = { stored: 0, billed: 0, open: 0, unbilled: 0 };
  matching = 0;
  private readonly limit: number;
  private readonly only: UsageStatus | null;
  private readonly byReason = new Map<PlaceReason, { status: UsageStatus; events: number }>();

  constructor(limit: number, only: UsageStatus | null) {
    this.limit = limit;
    this.only = only;
  }

  add(place: AccountedPlace): void {
    const { status, reason, total, counted } = place;
    if (counted) {
      this.events.stored += total.events;
      this.events[status] += total.events;
      if (reason !== null) {
        const known = this.byReason.get(reason);
        this.byReason.set(reason, { status, events: (known?.events ?? 0) + total.events });
      }
    }
    if (this.only !== null && status !== this.only) return;
    this.matching += 1;
    if (this.rows.length < this.limit) this.rows.push(rowOf(place));
  }

  reasons(): UsageAnswer['reasons'] {
    const reasons = [...this.byReason].map(([reason, { status, events }]) => ({ status, reason, events, remedy: remedyOf(reason) }));
    // What nothing bills comes first: it is what a person has to look at.
    return reasons.sort((a, b) => (a.status === b.status ? (a.reason < b.reason ? -1 : 1) : a.status === 'unbilled' ? -1 : 1));
  }
}

function rowOf({ work, subscription, meter, taker, window, status, reason, total, counted }: AccountedPlace): UsageRow {
  return {
    account: work.account.externalId,
    subscription,
    meter,
    component: taker?.component.ref ?? null,
    item: taker?.item ?? null,
    period: window === null ? null : { from: formatDay(window.from), to: formatDay(window.to) },
    status,
    reason,
    events: total.events,
    sum: formatExact(readDecimal(total.sum)),
    firstAt: formatInstant(total.firstAt),
    lastAt: formatInstant(total.lastAt),
    shared: !counted,
  };
}
