// The door of invoicing: the billing run, its preview, and issued invoices.
export { type ComposedDocument, type ComposeOptions, composeDocuments } from './core/compose-documents.ts';
export { type Applied, type Grant, PersonalAccount } from './core/personal-account.ts';
export type { InvoiceFacts } from './document-words.ts';
export { findInvoice, findPdf, type InvoiceFilter, type KeptPdf, keepPdf, listInvoices } from './invoice-store.ts';
export type { InvoiceHead, InvoiceLineView, InvoiceTaxView, InvoiceView } from './invoice-view.ts';
export { type LineEvent, type LineUsage, loadLineUsage } from './line-usage.ts';
export { type BillingPreview, previewBilling } from './preview-billing.ts';
export { type BillingOptions, type BillingReport, type ParkedReport, runBilling } from './run-billing.ts';
export { setUpProvider, setUpSeller } from './set-up-provider.ts';
