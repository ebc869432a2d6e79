// Reads issued invoices. They are written by the billing run and never changed.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier, parseIdentifier } from '../../kernel/identifier.ts';
import { formatMinor } from '../../kernel/money/decimal.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { InvoiceFacts } from './document-words.ts';
import type { FrozenParty } from './frozen-parties.ts';
import type { InvoiceHead, InvoiceLineView, InvoiceTaxView, InvoiceView } from './invoice-view.ts';
import type { LineFacts } from './line-facts.ts';

interface HeadRow {
  readonly sellerId: bigint;
  readonly id: bigint;
  readonly number: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly externalId: string;
  readonly name: string;
  readonly currency: string;
  readonly billedOn: string;
  readonly issuedOn: string;
  readonly taxPoint: string;
  readonly dueOn: string;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  readonly seller: FrozenParty;
  readonly buyer: FrozenParty;
  readonly facts: InvoiceFacts;
}

const HEAD = `select i.seller_id as "sellerId", i.id, s.prefix || lpad(n.number::text, greatest(s.digits, length(n.number::text)), '0') as number, i.kind,
    a.external_id as "externalId", a.name, i.currency, i.billed_on as "billedOn", i.issued_on as "issuedOn", i.tax_point as "taxPoint",
    i.due_on as "dueOn", i.net_minor as "netMinor", i.tax_minor as "taxMinor", i.total_minor as "totalMinor",
    sp.body as seller, bp.body as buyer, i.facts
  from invoice i
  join invoice_number n on (n.seller_id, n.invoice_id) = (i.seller_id, i.id)
  join number_series s on (s.seller_id, s.id) = (n.seller_id, n.series_id)
  join account a on (a.seller_id, a.id) = (i.seller_id, i.account_id)
  join frozen_party sp on (sp.seller_id, sp.id) = (i.seller_id, i.seller_party_id)
  join frozen_party bp on (bp.seller_id, bp.id) = (i.seller_id, i.buyer_party_id)`;

export interface InvoiceFilter {
  /** External id. */
  readonly account?: string;
  readonly issuedFrom?: string;
  readonly issuedBefore?: string;
}

/** In the order of issue, a page at a time; `after` is the last one of the page before. */
export async function listInvoices(
  tx: Transaction,
  sellerId: bigint,
  filter: InvoiceFilter,
  limit: number,
  after: bigint = 0n,
): Promise<readonly { readonly id: bigint; readonly view: InvoiceView }[]> {
  const { rows } = await tx.client.query<HeadRow>(
    `${HEAD} where i.seller_id = $1 and i.id > $2 and ($3::text is null or a.external_id = $3)
       and ($4::date is null or i.issued_on >= $4) and ($5::date is null or i.issued_on < $5)
     order by i.id limit $6`,
    [sellerId, after, filter.account ?? null, filter.issuedFrom ?? null, filter.issuedBefore ?? null, limit],
  );
  return complete(tx, sellerId, rows);
}

/** By its printed number or by its id. */
export async function findInvoice(tx: Transaction, sellerId: bigint, name: string): Promise<{ id: bigint; view: InvoiceView } | null> {
  const id = parseIdentifier('inv', name);
  const { rows } = await tx.client.query<HeadRow>(
    `${HEAD} where i.seller_id = $1 and case when $2::bigint is not null then i.id = $2
       else starts_with($3, s.prefix) and substr($3, length(s.prefix) + 1) ~ '^[0-9]{1,18}$'
            and n.number = case when substr($3, length(s.prefix) + 1) ~ '^[0-9]{1,18}$' then substr($3, length(s.prefix) + 1)::bigint end end
     limit 1`,
    [sellerId, id, name],
  );
  return (await complete(tx, sellerId, rows))[0] ?? null;
}

interface LineRow {
  readonly invoiceId: bigint;
  readonly exactAmount: string;
  readonly grossMinor: bigint;
  readonly discountMinor: bigint;
  readonly amountMinor: bigint;
  readonly netMinor: bigint;
  readonly taxCategory: string;
  readonly facts: LineFacts;
}

interface TaxRow {
  readonly invoiceId: bigint;
  readonly category: string;
  readonly name: string;
  readonly percent: string;
  readonly baseMinor: bigint;
  readonly amountMinor: bigint;
}

async function complete(tx: Transaction, sellerId: bigint, heads: readonly HeadRow[]): Promise<{ id: bigint; view: InvoiceView }[]> {
  if (heads.length === 0) return [];
  const ids = heads.map((head) => head.id);
  const { rows: lines } = await tx.client.query<LineRow>(
    `select invoice_id as "invoiceId", exact_amount as "exactAmount", gross_minor as "grossMinor", discount_minor as "discountMinor",
            amount_minor as "amountMinor", net_minor as "netMinor", tax_category as "taxCategory", facts
     from invoice_line where seller_id = $1 and invoice_id = any($2::bigint[]) order by invoice_id, position`,
    [sellerId, ids],
  );
  const { rows: taxes } = await tx.client.query<TaxRow>(
    `select invoice_id as "invoiceId", category, name, percent, base_minor as "baseMinor", amount_minor as "amountMinor"
     from invoice_tax where seller_id = $1 and invoice_id = any($2::bigint[]) order by invoice_id, position`,
    [sellerId, ids],
  );
  const numbers = await numbersOf(tx, sellerId, [...new Set(heads.flatMap((head) => head.facts.corrects))]);
  const linesOf = byInvoice(lines);
  const taxesOf = byInvoice(taxes);
  return heads.map((head) => ({ id: head.id, view: viewOf(head, linesOf.get(head.id) ?? [], taxesOf.get(head.id) ?? [], numbers) }));
}

async function numbersOf(tx: Transaction, sellerId: bigint, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.client.query<{ id: bigint; number: string }>(
    `select n.invoice_id as id, s.prefix || lpad(n.number::text, greatest(s.digits, length(n.number::text)), '0') as number
     from invoice_number n join number_series s on (s.seller_id, s.id) = (n.seller_id, n.series_id)
     where n.seller_id = $1 and n.invoice_id = any($2::bigint[])`,
    [sellerId, ids],
  );
  return new Map(rows.map((row) => [String(row.id), row.number]));
}

function byInvoice<T extends { readonly invoiceId: bigint }>(rows: readonly T[]): Map<bigint, T[]> {
  const groups = new Map<bigint, T[]>();
  for (const row of rows) {
    const group = groups.get(row.invoiceId);
    if (group === undefined) groups.set(row.invoiceId, [row]);
    else group.push(row);
  }
  return groups;
}

function viewOf(head: HeadRow, lines: readonly LineRow[], taxes: readonly TaxRow[], numbers: ReadonlyMap<string, string>): InvoiceView {
  const money = (minor: bigint): string => formatMinor(minor, head.facts.digits);
  return {
    ...headOf(head, money),
    fromBalance: money(BigInt(head.facts.fromBalanceMinor)),
    corrects: head.facts.corrects.map((id) => numbers.get(id) ?? id),
    seller: head.seller,
    buyer: head.buyer,
    facts: head.facts,
    taxes: taxes.map((tax): InvoiceTaxView => {
      return { category: tax.category, name: tax.name, percent: tax.percent, base: money(tax.baseMinor), amount: money(tax.amountMinor) };
    }),
    lines: lines.map(
      (line): InvoiceLineView => ({
        ...line.facts,
        exactAmount: line.exactAmount,
        gross: money(line.grossMinor),
        discount: money(line.discountMinor),
        amount: money(line.amountMinor),
        net: money(line.netMinor),
        taxCategory: line.taxCategory,
      }),
    ),
  };
}

function headOf(head: HeadRow, money: (minor: bigint) => string): InvoiceHead {
  return {
    id: formatIdentifier('inv', head.id),
    number: head.number,
    kind: head.kind,
    account: { externalId: head.externalId, name: head.name },
    currency: head.currency,
    billedOn: head.billedOn,
    issuedOn: head.issuedOn,
    taxPoint: head.taxPoint,
    dueOn: head.kind === 'credit_note' ? null : head.dueOn,
    net: money(head.netMinor),
    tax: money(head.taxMinor),
    total: money(head.totalMinor),
  };
}

export interface KeptPdf {
  readonly bytes: Buffer;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly pages: number;
}

/** The bytes that were kept when the document was first printed; they are never made again. */
export async function findPdf(tx: Transaction, sellerId: bigint, invoiceId: bigint): Promise<KeptPdf | null> {
  const { rows } = await tx.client.query<KeptPdf>(
    `select bytes, encode(sha256, 'hex') as sha256, pages from invoice_pdf where seller_id = $1 and invoice_id = $2`,
    [sellerId, invoiceId],
  );
  return rows[0] ?? null;
}

/** Of two who print at once the first is kept, and both get it. */
export async function keepPdf(tx: Transaction, sellerId: bigint, invoiceId: bigint, pdf: KeptPdf, now: number): Promise<KeptPdf> {
  await tx.client.query(
    `insert into invoice_pdf (seller_id, invoice_id, bytes, sha256, pages, rendered_at) values ($1, $2, $3, decode($4, 'hex'), $5, $6)
     on conflict (seller_id, invoice_id) do nothing`,
    [sellerId, invoiceId, pdf.bytes, pdf.sha256, pdf.pages, formatInstant(now)],
  );
  return (await findPdf(tx, sellerId, invoiceId)) ?? pdf;
}
