// The chapters of the API's reference and what stands before them.

export const ABOUT = `Everything that Prorata can do, over HTTP.

- Amounts are decimals as text beside their currency; dates are \`2026-01-31\`; instants are RFC 3339 in UTC.
- Lists come in pages: ask again with \`nextCursor\`. What is inserted meanwhile neither repeats nor hides anything.
- A write that carries an \`Idempotency-Key\` can be sent again: it is done once.
- Editing names in \`If-Match\` the \`ETag\` of what was read.
- Errors are RFC 9457 problems with a stable \`code\`, in the language of \`Accept-Language\`.
- What you may not see answers 404, as if it were not there; what you may see but not do answers 403 and names the permission.`;

export interface Chapter {
  readonly name: string;
  readonly description: string;
}

export const chapters: readonly Chapter[] = [{ name: 'accounts', description: 'Whoever is billed.' }];
