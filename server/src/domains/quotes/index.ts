// Quotes: a self-contained document of facts in, the invoices it would make out. No database, no clock.
export { answerQuote, answerQuotes, type QuoteError } from './answer-quote.ts';
export type { QuoteAnswer, QuoteInvoice, QuoteLine } from './core/answer-document.ts';
export { type QuoteDocument, quoteDocument } from './document-schema.ts';
export { quoteSchema } from './publish-schema.ts';
export { QuoteProcesses } from './quote-processes.ts';
export { quoteRoutes } from './routes.ts';
