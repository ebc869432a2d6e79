// The door of the ledger: postings, balances, open invoices, deferred revenue.
export { type DocumentMoney, documentPostings, type NetPart } from './core/document-postings.ts';
export { movement, type Posting } from './core/posting.ts';
export { type IssuedDocument, type OpenInvoice, type Settlement, settle } from './core/settlement.ts';
export { releaseRevenue } from './release-revenue.ts';
export {
  type BalanceChange,
  changeBalances,
  insertJournals,
  insertReceivables,
  type Journal,
  loadBalances,
  loadOpenReceivables,
  type NewReceivable,
  openBook,
  setOpen,
} from './store.ts';
