// The printed document over HTTP.
import { orNotFound } from '../../platform/http/not-found.ts';
import { defineOpenRoute, type Route } from '../../platform/http/route.ts';
import { findInvoice, invoiceParams } from '../invoicing/index.ts';
import { printInvoice } from './print-invoice.ts';

const pdf = defineOpenRoute({
  method: 'GET',
  path: '/v1/invoices/:invoice/pdf',
  operationId: 'getInvoicePdf',
  summary: 'Get an invoice as PDF',
  description: 'Made when it is first asked for; from then on the bytes are the same. The ETag is their SHA-256.',
  tag: 'invoices',
  access: { permission: 'invoices.read', callers: 'both' },
  params: invoiceParams,
  response: 'application/pdf',
  refusals: ['resource.not_found'],
  tagged: true,
  async handle({ inTransaction, seller, now, header }, { params }) {
    const found = orNotFound(await inTransaction((tx) => findInvoice(tx, seller.id, params.invoice), { readOnly: true }));
    const { bytes, sha256 } = await printInvoice(inTransaction, seller.id, found, now);
    header('etag', `"${sha256}"`);
    header('content-disposition', `inline; filename="${(found.view.number ?? 'invoice').replaceAll(/[^A-Za-z0-9._-]/g, '_')}.pdf"`);
    return bytes;
  },
});

export const documentRoutes: readonly Route[] = [pdf];
