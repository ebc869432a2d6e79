// The published JSON Schema of the quote document: what `prorata quote --schema` prints and docs/quote.schema.json holds.
import { z } from 'zod';
import { quoteDocument } from './document-schema.ts';

/** As JSON Schema 2020-12, of what a writer may send: defaults may be left out. */
export function quoteSchema(): Record<string, unknown> {
  return z.toJSONSchema(quoteDocument, { io: 'input', target: 'draft-2020-12' }) as Record<string, unknown>;
}
