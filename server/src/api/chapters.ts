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

export const chapters: readonly Chapter[] = [
  { name: 'sign-in', description: 'How people prove who they are. Programs carry an API key and need none of it.' },
  { name: 'session', description: 'Who is signed in, and where else.' },
  { name: 'me', description: 'How you yourself sign in: password, second factor, passkeys.' },
  { name: 'users', description: 'Who may sign in at a seller’s portal: his own people, and his customers’ in their accounts.' },
  { name: 'roles', description: 'What people may do: named sets of permissions, with limits.' },
  { name: 'keys', description: 'What programs carry.' },
  { name: 'identity-providers', description: 'Whose word is taken for who somebody is.' },
  { name: 'audit-log', description: 'Who did what, acting for whom, what changed, from where.' },
  { name: 'sellers', description: 'Who sells: you, and the resellers below you, each behind a wall of his own.' },
  { name: 'accounts', description: 'Whoever is billed.' },
  { name: 'catalog', description: 'What is sold: plans, their frozen versions, components and meters.' },
  { name: 'prices', description: 'What it costs: lists, overrides for one buyer, corrections, and why a price is what it is.' },
  { name: 'subscriptions', description: 'Who has what, and what happened to it.' },
  { name: 'items', description: 'What is charged outside plans, and goodwill.' },
  { name: 'quotes', description: 'What would be billed, from facts alone.' },
  { name: 'billing', description: 'Billing runs, their previews, and accounts that one set aside.' },
  { name: 'discounts', description: 'Amounts off, used up by what runs bill.' },
  { name: 'coupons', description: 'Discounts that customers redeem by a code, within limits.' },
  { name: 'pools', description: 'Maxima that the services of an account share.' },
  { name: 'usage', description: 'What was consumed: events as they come, what was refused, and totals.' },
  { name: 'invoices', description: 'What was billed: issued documents, which never change.' },
  { name: 'settings', description: 'The rules that enter charges and documents, and the currencies sold in.' },
  { name: 'events', description: 'What happens, to be followed by cursor: complete and without repeats.' },
  { name: 'webhooks', description: 'Where events are posted to, signed by Standard Webhooks.' },
  { name: 'reports', description: 'What a start page shows, and one search over everything.' },
  { name: 'operations', description: 'The installation itself.' },
];
