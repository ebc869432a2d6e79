// Test support, run as a process of its own: uses the embedded database of a data folder until it is told to leave by a signal, or is killed.
// `node --import ./server/typescript.mjs server/src/testing/hold-database.ts DATA_FOLDER` prints one line of JSON when the database is open.
import { openEmbedded } from '../platform/postgres/embedded/index.ts';

const embedded = await openEmbedded({ dataFolder: process.argv[2]!, settings: { shared_buffers: '16MB' } });
const alive = setInterval(() => undefined, 1_000_000);
process.once('SIGTERM', () => {
  clearInterval(alive);
  void embedded.close();
});
// Last, so that who reads the line may send the signal at once.
process.stdout.write(`${JSON.stringify({ postgres: embedded.pid() })}\n`);
