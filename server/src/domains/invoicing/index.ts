// The door of invoicing: the billing run, its preview, issued invoices, and where usage stands.
export { type AccountedPlace, accountForUsage } from './account-for-usage.ts';
export { checkUsage } from './check-usage.ts';
export { type ComposedDocument, type ComposeOptions, composeDocuments } from './core/compose-documents.ts';
export { type Applied, type Grant, PersonalAccount } from './core/personal-account.ts';
export type { OpenReason, UsageStatus } from './core/usage-places.ts';
export type { InvoiceFacts } from './document-words.ts';
export { invoicingEvents } from './events.ts';
export { findInvoice, findPdf, type InvoiceFilter, type KeptPdf, keepPdf, listInvoices } from './invoice-store.ts';
export type { InvoiceHead, InvoiceLineView, InvoiceTaxView, InvoiceView } from './invoice-view.ts';
export { spellOut } from './line-arithmetic.ts';
export { type LineEvent, type LineUsage, loadLineUsage } from './line-usage.ts';
export { type BillingPreview, previewBilling } from './preview-billing.ts';
export { invoiceParams, invoiceRoutes } from './routes.ts';
export { type BillingOptions, type BillingReport, type ParkedReport, runBilling } from './run-billing.ts';
export { setUpProvider } from './set-up-provider.ts';
export { type ResellerSetup, setUpReseller } from './set-up-reseller.ts';
