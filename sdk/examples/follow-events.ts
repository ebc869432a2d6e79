// Keeps up with everything that happens: each event once and in order, from where the last run of this program stopped.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createClient } from '@prorata/sdk';

const prorata = createClient({ baseUrl: process.env.PRORATA_URL ?? 'http://localhost:3000', key: process.env.PRORATA_KEY ?? '' });
const file = process.env.CURSOR_FILE ?? 'cursor.txt';

let after = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
for (let hasMore = true; hasMore; ) {
  const { data: page } = await prorata.get('/v1/events', { params: { query: { limit: 200, ...(after === undefined ? {} : { after }) } } });
  for (const event of page.data) console.log(`${event.timestamp} ${event.type} ${event.subject}`);
  // With a database of yours, keep the cursor in the transaction of what you made of the events.
  writeFileSync(file, page.nextCursor);
  after = page.nextCursor;
  hasMore = page.hasMore;
}
