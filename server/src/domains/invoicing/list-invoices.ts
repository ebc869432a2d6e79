// Heads of issued documents page by page, filtered and sorted: without lines, so that a page is one query.
import { formatIdentifier } from '../../kernel/identifier.ts';
import { formatMinor } from '../../kernel/money/decimal.ts';
import { type CursorRow, type Page, type PageQuery, pageFrom, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { InvoiceHead } from './invoice-view.ts';

export const invoiceSorts = ['issuedOn', 'issue', 'total'] as const;

export interface InvoiceListQuery extends PageQuery {
  readonly accountId: bigint | null;
  /** The one with this id, where a number was asked for. */
  readonly only: bigint | null;
  readonly kind?: 'invoice' | 'credit_note' | undefined;
  readonly currency?: string | undefined;
  /** Half open. */
  readonly issuedFrom?: string | undefined;
  readonly issuedBefore?: string | undefined;
  readonly billedFrom?: string | undefined;
  readonly billedBefore?: string | undefined;
}

interface HeadRow extends CursorRow {
  readonly id: bigint;
  readonly number: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly accountId: bigint;
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
  readonly digits: number;
}

const SORTS = {
  issuedOn: { sql: 'i.issued_on', type: 'date' },
  issue: { sql: 'i.id', type: 'bigint' },
  total: { sql: 'i.total_minor', type: 'bigint' },
} as const;

export interface ListedInvoice extends InvoiceHead {
  readonly account: InvoiceHead['account'] & { readonly id: string };
}

export async function listInvoiceHeads(tx: Transaction, sellerId: bigint, query: InvoiceListQuery): Promise<Page<ListedInvoice>> {
  const request = readPage(query);
  const page = pageSql(request, SORTS, 'i.id', 10);
  const direction = request.isDescending ? 'desc' : 'asc';
  const first = { issuedOn: `f."issuedOn" ${direction},`, total: `f."totalMinor" ${direction},` }[request.sort] ?? '';
  const order = `${first} f.id ${direction}`;
  const { rows } = await tx.client.query<HeadRow>(
    `select f.*, s.prefix || lpad(n.number::text, greatest(s.digits, length(n.number::text)), '0') as number, a.external_id as "externalId", a.name
     from (
       select i.seller_id, i.id, i.kind, i.account_id as "accountId", i.currency, i.billed_on as "billedOn", i.issued_on as "issuedOn",
         i.tax_point as "taxPoint", i.due_on as "dueOn", i.net_minor as "netMinor", i.tax_minor as "taxMinor", i.total_minor as "totalMinor",
         (i.facts ->> 'digits')::integer as digits, ${page.cursor}
       from invoice i
       where i.seller_id = $1 and ($2::bigint is null or i.account_id = $2) and ($3::document_kind is null or i.kind = $3)
         and ($4::text is null or i.currency = $4)
         and ($5::date is null or i.issued_on >= $5) and ($6::date is null or i.issued_on < $6)
         and ($7::date is null or i.billed_on >= $7) and ($8::date is null or i.billed_on < $8) and ($9::bigint is null or i.id = $9)
       ${page.sql}
     ) f
     join invoice_number n on (n.seller_id, n.invoice_id) = (f.seller_id, f.id)
     join number_series s on (s.seller_id, s.id) = (n.seller_id, n.series_id)
     join account a on (a.seller_id, a.id) = (f.seller_id, f."accountId")
     order by ${order}`,
    [
      sellerId,
      query.accountId,
      query.kind ?? null,
      query.currency ?? null,
      query.issuedFrom ?? null,
      query.issuedBefore ?? null,
      query.billedFrom ?? null,
      query.billedBefore ?? null,
      query.only,
      ...page.values,
    ],
  );
  return pageFrom(query, rows, told);
}

function told(row: HeadRow): ListedInvoice {
  const money = (minor: bigint): string => formatMinor(minor, row.digits);
  return {
    id: formatIdentifier('inv', row.id),
    number: row.number,
    kind: row.kind,
    account: { id: formatIdentifier('acc', row.accountId), externalId: row.externalId, name: row.name },
    currency: row.currency,
    billedOn: row.billedOn,
    issuedOn: row.issuedOn,
    taxPoint: row.taxPoint,
    dueOn: row.kind === 'credit_note' ? null : row.dueOn,
    net: money(row.netMinor),
    tax: money(row.taxMinor),
    total: money(row.totalMinor),
  };
}
