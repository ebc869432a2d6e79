// The server of the ingest programme: the API over the trial's database, with its failpoints armed and its mistake planted.
import type { AddressInfo } from 'node:net';
import { armFromText, disarmFailpoints } from '../src/platform/failpoint.ts';
import { openDatabase } from '../src/platform/postgres/pool.ts';
import { openTestApi } from '../src/testing/open-test-api.ts';
import { INGEST_PROGRAM, type IngestServerNews, type IngestServerOrder } from './ingest-process.ts';
import { plant } from './planted-bugs.ts';

process.once('message', async ({ url, now, failpoints, planted }: IngestServerOrder) => {
  const database = openDatabase({ url }, { program: INGEST_PROGRAM });
  if (planted !== null) plant(database, planted);
  const api = await openTestApi(database, now);
  armFromText(failpoints);
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  const news: IngestServerNews = { port: (api.app.server.address() as AddressInfo).port, token: await api.token() };
  process.send!(news);
  process.on('message', (more: Pick<IngestServerOrder, 'failpoints'>) => {
    disarmFailpoints();
    armFromText(more.failpoints);
    process.send!('armed');
  });
});
process.on('disconnect', () => process.exit());
