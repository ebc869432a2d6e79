// All SQL of the register: cells and their steps.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { type Rational, rational, sum } from '../../kernel/money/rational.ts';
import { readFraction } from '../../kernel/stored-values.ts';
import { type CopyValue, copyInto } from '../../platform/postgres/copy.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { CellKind, RegisterCell } from '../rating/index.ts';
import type { KnownUsage } from '../usage/index.ts';
import { pictureFromStored, type StoredPicture, storedPicture, windowFromStored } from './stored-picture.ts';

/** A cell with what only the database knows of it. */
export interface StoredCell {
  readonly id: bigint;
  readonly subjectId: bigint;
  readonly subscriptionId: bigint | null;
  readonly invoiceId: bigint | null;
  readonly cell: RegisterCell;
}

export interface CellNames {
  subscription(id: bigint): string;
  /** Component, commitment or extra item by the id the register knows it by. */
  ref(kind: CellKind, subjectId: bigint): string;
}

interface CellRow {
  readonly id: bigint;
  readonly subscriptionId: bigint | null;
  readonly kind: CellKind;
  readonly subjectId: bigint;
  readonly item: string;
  /** Day numbers; null for all time. */
  readonly windowFrom: number | null;
  readonly windowTo: number | null;
  readonly isHourly: boolean;
  readonly sequence: number;
  readonly grossMinor: bigint;
  readonly netMinor: bigint;
  readonly invoiceId: bigint | null;
  readonly picture: StoredPicture;
}

const CELL = `c.id, c.subscription_id as "subscriptionId", c.kind, c.subject_id as "subjectId", c.item,
  case when isfinite(c.window_from) then c.window_from - date '1970-01-01' end as "windowFrom",
  case when isfinite(c.window_to) then c.window_to - date '1970-01-01' end as "windowTo",
  c.hour_from is not null as "isHourly", c.sequence, c.gross_minor as "grossMinor", c.net_minor as "netMinor", c.invoice_id as "invoiceId", c.picture`;

export interface CellsWanted {
  readonly subscriptionId: bigint;
  /** Cells whose windows end after this day; null for all. */
  readonly since: number | null;
}

/** Cells of subscriptions from a day on, however many older ones there are. */
export async function loadCells(
  tx: Transaction,
  sellerId: bigint,
  wanted: readonly CellsWanted[],
  names: CellNames,
): Promise<StoredCell[]> {
  if (wanted.length === 0) return [];
  const { rows } = await tx.client.query<CellRow>({
    name: 'register-cells',
    text: `select ${CELL}
      from unnest($2::bigint[], $3::date[]) as w(id, since)
      cross join lateral (
        select * from charge_cell c where c.seller_id = $1 and c.subscription_id = w.id and c.window_to > w.since offset 0
      ) c`,
    values: [
      sellerId,
      wanted.map((one) => one.subscriptionId),
      wanted.map((one) => (one.since === null ? '-infinity' : formatDay(one.since))),
    ],
  });
  return rows.map((row) => toCell(row, names));
}

export async function loadItemCells(
  tx: Transaction,
  sellerId: bigint,
  items: readonly { readonly accountId: bigint; readonly id: bigint }[],
  names: CellNames,
): Promise<StoredCell[]> {
  if (items.length === 0) return [];
  const { rows } = await tx.client.query<CellRow>(
    `select ${CELL}
     from unnest($2::bigint[], $3::bigint[]) as w(account_id, id)
     cross join lateral (
       select * from charge_cell c
       where c.seller_id = $1 and c.account_id = w.account_id and c.subject_id = w.id and c.subscription_id is null offset 0
     ) c`,
    [sellerId, items.map((item) => item.accountId), items.map((item) => item.id)],
  );
  return rows.map((row) => toCell(row, names));
}

function toCell(row: CellRow, names: CellNames): StoredCell {
  const window =
    row.windowFrom === null || row.windowTo === null ? null : windowFromStored(row.picture, row.windowFrom, row.windowTo, row.isHourly);
  return {
    id: row.id,
    subjectId: row.subjectId,
    subscriptionId: row.subscriptionId,
    invoiceId: row.invoiceId,
    cell: {
      subscription: row.subscriptionId === null ? null : names.subscription(row.subscriptionId),
      ref: names.ref(row.kind, row.subjectId),
      item: row.item === '' ? null : row.item,
      window,
      kind: row.kind,
      sequence: row.sequence,
      grossMinor: row.grossMinor,
      netMinor: row.netMinor,
      ...pictureFromStored(row.picture),
    },
  };
}

export interface CellToWrite extends StoredCell {
  readonly accountId: bigint;
  readonly currency: string;
  readonly isNew: boolean;
}

const CELL_COLUMNS = [
  'seller_id',
  'id',
  'account_id',
  'subscription_id',
  'kind',
  'subject_id',
  'item',
  'window_from',
  'window_to',
  'hour_from',
  'currency',
  'sequence',
  'gross_minor',
  'net_minor',
  'invoice_id',
  'picture',
];

/** After the steps, which the register refers to. */
export async function writeCells(tx: Transaction, sellerId: bigint, cells: readonly CellToWrite[]): Promise<void> {
  const fresh = cells.filter((one) => one.isNew);
  if (fresh.length > 0) await copyInto(tx.client, 'charge_cell', CELL_COLUMNS, cellRows(sellerId, fresh));
  const changed = cells.filter((one) => !one.isNew);
  if (changed.length === 0) return;
  await tx.client.query({
    name: 'register-update',
    text: `update charge_cell c set sequence = u.sequence, gross_minor = u.gross, net_minor = u.net, invoice_id = u.invoice_id, picture = u.picture
      from unnest($2::bigint[], $3::integer[], $4::bigint[], $5::bigint[], $6::bigint[], $7::json[])
        as u(id, sequence, gross, net, invoice_id, picture)
      where c.seller_id = $1 and c.id = u.id`,
    values: [
      sellerId,
      changed.map((one) => one.id),
      changed.map((one) => one.cell.sequence),
      changed.map((one) => one.cell.grossMinor),
      changed.map((one) => one.cell.netMinor),
      changed.map((one) => one.invoiceId),
      changed.map((one) => JSON.stringify(storedPicture(one.cell))),
    ],
  });
}

function* cellRows(sellerId: bigint, cells: readonly CellToWrite[]): Generator<readonly CopyValue[]> {
  for (const { id, subjectId, subscriptionId, invoiceId, accountId, currency, cell } of cells) {
    const { window } = cell;
    yield [
      sellerId,
      id,
      accountId,
      subscriptionId,
      cell.kind,
      subjectId,
      cell.item ?? '',
      window === null ? '-infinity' : formatDay(window.from),
      window === null ? 'infinity' : formatDay(window.to),
      window?.hourly === true ? formatInstant(window.fromInstant) : null,
      currency,
      cell.sequence,
      cell.grossMinor,
      cell.netMinor,
      invoiceId,
      JSON.stringify(storedPicture(cell)),
    ];
  }
}

export interface StepToWrite {
  readonly cellId: bigint;
  readonly sequence: number;
  readonly currency: string;
  readonly beforeMinor: bigint;
  readonly amountMinor: bigint;
  readonly grossAmountMinor: bigint;
  readonly mayBeNegative: boolean;
  readonly invoiceId: bigint | null;
}

const STEP_COLUMNS = [
  'cell_id',
  'seller_id',
  'sequence',
  'currency',
  'before_minor',
  'amount_minor',
  'after_minor',
  'gross_amount_minor',
  'may_be_negative',
  'run_id',
  'invoice_id',
  'known_below',
];

export interface StepsOrigin {
  readonly runId: bigint;
  /** Usage that arrived below this number was there when the run read it. */
  readonly knownBelow: bigint;
}

export async function writeSteps(tx: Transaction, sellerId: bigint, origin: StepsOrigin, steps: readonly StepToWrite[]): Promise<void> {
  if (steps.length === 0) return;
  await copyInto(
    tx.client,
    'charge_step',
    STEP_COLUMNS,
    steps.map((step) => [
      step.cellId,
      sellerId,
      step.sequence,
      step.currency,
      step.beforeMinor,
      step.amountMinor,
      step.beforeMinor + step.amountMinor,
      step.grossAmountMinor,
      step.mayBeNegative,
      origin.runId,
      step.invoiceId,
      origin.knownBelow,
    ]),
  );
}

export interface LineRun {
  readonly known: KnownUsage;
  /** What was known when the window was billed before; null the first time. */
  readonly before: KnownUsage | null;
}

/** Of each line of a document in order: the usage its step knew, and the step before. */
export async function loadLineRuns(tx: Transaction, sellerId: bigint, invoiceId: bigint): Promise<LineRun[]> {
  const { rows } = await tx.client.query<{ at: number; below: bigint; beforeAt: number | null; beforeBelow: bigint | null }>(
    `select r.started_at as at, s.known_below as below, rb.started_at as "beforeAt", b.known_below as "beforeBelow"
     from invoice_line l
     join charge_step s on (s.cell_id, s.sequence, s.seller_id) = (l.cell_id, l.sequence, l.seller_id)
     join billing_run r on (r.seller_id, r.id) = (s.seller_id, s.run_id)
     left join charge_step b on (b.cell_id, b.sequence, b.seller_id) = (l.cell_id, l.sequence - 1, l.seller_id)
     left join billing_run rb on (rb.seller_id, rb.id) = (b.seller_id, b.run_id)
     where l.seller_id = $1 and l.invoice_id = $2 order by l.position`,
    [sellerId, invoiceId],
  );
  return rows.map(({ at, below, beforeAt, beforeBelow }) => ({
    known: { at, below },
    before: beforeAt === null || beforeBelow === null ? null : { at: beforeAt, below: beforeBelow },
  }));
}

/** What of a metered component was billed in one window: the quantities of its pieces together. */
export interface BilledQuantity {
  readonly subscriptionId: bigint;
  readonly componentId: bigint;
  /** A named item, or empty. */
  readonly item: string;
  /** Local days. */
  readonly windowFrom: number;
  readonly windowTo: number;
  readonly quantity: Rational;
}

export async function listBilledQuantities(
  tx: Transaction,
  sellerId: bigint,
  subscriptionIds: readonly bigint[],
  componentIds: readonly bigint[],
): Promise<BilledQuantity[]> {
  const { rows } = await tx.client.query<Omit<BilledQuantity, 'quantity'> & { quantities: string[] }>(
    `select c.subscription_id as "subscriptionId", c.subject_id as "componentId", c.item, c.window_from - date '1970-01-01' as "windowFrom",
            c.window_to - date '1970-01-01' as "windowTo", array(select piece ->> 3 from json_array_elements(c.picture -> 'p') as piece
            where piece ->> 10 is null) as quantities
     from charge_cell c
     where c.seller_id = $1 and c.subscription_id = any($2::bigint[]) and c.kind = 'component' and c.subject_id = any($3::bigint[])
       and isfinite(c.window_from)`,
    [sellerId, subscriptionIds, componentIds],
  );
  return rows.map(({ quantities, ...row }) => ({ ...row, quantity: sum(quantities.map(readFraction)) }));
}

/** As `listBilledQuantities`, all windows of a component that begin at an instant or later together. Fractions are added up by their denominators, so that sums stay exact. */
export async function sumBilledQuantities(
  tx: Transaction,
  sellerId: bigint,
  subscriptionIds: readonly bigint[],
  componentIds: readonly bigint[],
  from: number | null,
): Promise<Pick<BilledQuantity, 'subscriptionId' | 'componentId' | 'item' | 'quantity'>[]> {
  const { rows } = await tx.client.query<Omit<BilledQuantity, 'quantity'> & { numerator: string; denominator: string }>(
    `select c.subscription_id as "subscriptionId", c.subject_id as "componentId", c.item, sum(split_part(q.quantity, '/', 1)::numeric) as numerator,
            coalesce(nullif(split_part(q.quantity, '/', 2), ''), '1') as denominator
     from charge_cell c
     join account a on (a.seller_id, a.id) = (c.seller_id, c.account_id)
     cross join lateral (select piece ->> 3 as quantity from json_array_elements(c.picture -> 'p') as piece where piece ->> 10 is null) q
     where c.seller_id = $1 and c.subscription_id = any($2::bigint[]) and c.kind = 'component' and c.subject_id = any($3::bigint[])
       and isfinite(c.window_from)
       and ($4::timestamptz is null or coalesce(c.hour_from, c.window_from::timestamp at time zone a.zone) >= $4)
     group by 1, 2, 3, 5`,
    [sellerId, subscriptionIds, componentIds, from === null ? null : formatInstant(from)],
  );
  return rows.map(({ numerator, denominator, ...row }) => ({ ...row, quantity: rational(BigInt(numerator), BigInt(denominator)) }));
}
