// Quotes: a self-contained document of facts in, the invoices it would make out. No database, no clock.
export { answerQuote, answerQuotes, type QuoteAnswer, type QuoteError, type QuoteInvoice, type QuoteLine } from './answer-quote.ts';
export { type QuoteDocument, quoteDocument } from './document-schema.ts';
