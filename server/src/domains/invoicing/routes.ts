// Issued invoices and credit notes over HTTP: list, read, and why a line is what it is.
import { z } from 'zod';
import { date, says } from '../../platform/fields.ts';
import { notFound, orNotFound } from '../../platform/http/not-found.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { accountFilter } from '../accounts/index.ts';
import { findInvoice } from './invoice-store.ts';
import { spellOut } from './line-arithmetic.ts';
import { loadLineUsage } from './line-usage.ts';
import { invoiceSorts, listInvoiceHeads } from './list-invoices.ts';
import { explanationShape, invoiceHeadShape, invoiceShape } from './route-shapes.ts';

const GREATEST_EVENTS = 1000;
const USUAL_EVENTS = 100;

export const invoiceParams = z.object({
  invoice: says(z.string().max(100), 'Its id, or its printed number.', 'INV-000001'),
});

const list = defineRoute({
  method: 'GET',
  path: '/v1/invoices',
  operationId: 'listInvoices',
  summary: 'List invoices and credit notes',
  tag: 'invoices',
  access: { permission: 'invoices.read', callers: 'both' },
  query: z.object({
    ...pageQuery(invoiceSorts, '-issuedOn'),
    account: says(z.string().max(255).optional(), 'Of one account, by its id or external id.', 'acme'),
    kind: says(z.enum(['invoice', 'credit_note']).optional(), 'Only these.', 'invoice'),
    currency: says(z.string().max(3).optional(), 'ISO 4217.', 'EUR'),
    number: says(z.string().max(100).optional(), 'The one with this printed number.', 'INV-000001'),
    issuedFrom: says(date.optional(), 'Issued on that day or later.', '2026-01-01'),
    issuedBefore: says(date.optional(), 'Issued before that day.', '2026-02-01'),
    billedFrom: says(date.optional(), 'For that billing day or later.', '2026-01-01'),
    billedBefore: says(date.optional(), 'For a billing day before that day.', '2026-02-01'),
  }),
  response: pageOf(invoiceHeadShape),
  refusals: ['page.cursor'],
  async handle(work, { query }) {
    const { tx, seller } = work;
    const accountId = await accountFilter(work, query.account);
    const only = query.number === undefined ? null : ((await findInvoice(tx, seller.id, query.number))?.id ?? -1n);
    return listInvoiceHeads(tx, seller.id, { ...query, accountId, only });
  },
});

const get = defineRoute({
  method: 'GET',
  path: '/v1/invoices/:invoice',
  operationId: 'getInvoice',
  summary: 'Get an invoice with its lines',
  tag: 'invoices',
  access: { permission: 'invoices.read', callers: 'both' },
  params: invoiceParams,
  response: invoiceShape,
  refusals: ['resource.not_found'],
  async handle({ tx, seller }, { params }) {
    return orNotFound(await findInvoice(tx, seller.id, params.invoice)).view;
  },
});

const explain = defineRoute({
  method: 'GET',
  path: '/v1/invoices/:invoice/lines/:position/explanation',
  operationId: 'explainInvoiceLine',
  summary: 'Why a line is what it is',
  description: 'The arithmetic in words, and for usage the events that it stands on.',
  tag: 'invoices',
  access: { permission: 'invoices.read', callers: 'both' },
  params: invoiceParams.extend({ position: says(z.string().max(9), 'The line’s place on the document, from 1.', '1') }),
  query: z.object({
    events: says(
      z.coerce.number().int().min(0).max(GREATEST_EVENTS).default(USUAL_EVENTS),
      'How many events to list at most.',
      USUAL_EVENTS,
    ),
  }),
  response: explanationShape,
  refusals: ['resource.not_found'],
  async handle({ tx, seller }, { params, query }) {
    const found = orNotFound(await findInvoice(tx, seller.id, params.invoice));
    const index = /^[1-9]\d*$/.test(params.position) ? Number(params.position) - 1 : -1;
    const line = found.view.lines[index];
    if (line === undefined) throw notFound();
    const { currency, facts } = found.view;
    const usage = (await loadLineUsage(tx, seller.id, found, query.events, index))[index] ?? [];
    return {
      line,
      arithmetic: spellOut(line, currency, facts.digits).map((sentence) => sentence.trim()),
      usage: usage.map((one) => ({ ...one, events: [...one.events] })),
    };
  },
});

export const invoiceRoutes: readonly Route[] = [list, get, explain];
