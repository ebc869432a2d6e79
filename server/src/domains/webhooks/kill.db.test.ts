// A server that dies between the answer and writing it down: another sends again, under the same id.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { writeEvents } from '../../platform/events/index.ts';
import { createLog } from '../../platform/log.ts';
import { openOutgoing } from '../../platform/outgoing/index.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import { Books, TestClock } from '../../testing/books.ts';
import { withDatabase } from '../../testing/database.ts';
import { TYPESCRIPT } from '../../testing/program.ts';
import { createEndpoint } from './change-endpoint.ts';
import { Deliverer } from './deliverer.ts';

const test = withDatabase();
const rules = { allowPrivate: true, ports: [{ first: 1, last: 65_535 }] };
const NOW = Date.UTC(2026, 0, 1);

/** One sweep in a process of its own, with a failpoint armed. */
async function sweepAndDie(key: Buffer, failpoint: string): Promise<NodeJS.Signals | null> {
  const at = (path: string) => JSON.stringify(new URL(path, import.meta.url).pathname);
  const program = `
    import { Deliverer } from ${at('./deliverer.ts')};
    import { armFromText } from ${at('../../platform/failpoint.ts')};
    import { createLog } from ${at('../../platform/log.ts')};
    import { openOutgoing } from ${at('../../platform/outgoing/index.ts')};
    import { openDatabase } from ${at('../../platform/postgres/pool.ts')};
    import { createSecrets } from ${at('../../platform/secrets/index.ts')};
    armFromText('${failpoint}');
    const work = {
      database: openDatabase({ url: ${JSON.stringify(test.url)} }),
      clock: { now: () => ${NOW} },
      outgoing: openOutgoing({ rules: ${JSON.stringify(rules)} }),
      secrets: createSecrets([Buffer.from('${key.toString('hex')}', 'hex')]),
      holdMs: 0,
    };
    const deliverer = new Deliverer(work, createLog('silent'));
    await deliverer.sweep();
    await deliverer.settled();`;
  const child = spawn(process.execPath, ['--import', TYPESCRIPT, '--input-type=module', '-e', program], { stdio: 'ignore' });
  return new Promise((settle) => child.once('close', (_status, signal) => settle(signal)));
}

it.each(['webhooks.dispatched', 'webhooks.held', 'outgoing.before_call', 'outgoing.after_call', 'webhooks.answered', 'webhooks.written'])(
  'killed at %s',
  async (failpoint) => {
    const got: string[] = [];
    const receiver = createServer((request, response) => {
      got.push(String(request.headers['webhook-id']));
      request.resume().once('end', () => response.end('ok'));
    });
    await new Promise<void>((settle) => receiver.listen(0, '127.0.0.1', settle));
    onTestFinished(() => {
      receiver.closeAllConnections();
      receiver.close();
    });
    const key = randomBytes(32);
    const secrets = createSecrets([key]);
    const books = new Books(test.database, new TestClock('2026-01-01'));
    const found = await test.database.pool.query('select from seller');
    if (found.rowCount === 0) await books.open();
    const { id: sellerId } = await books.seller();
    await inTransaction(test.database, async (tx) => {
      await tx.client.query('delete from webhook_endpoint');
      const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
      const input = { url, description: '', kinds: ['sample.told'], enabled: true };
      await createEndpoint(tx, { secrets, rules }, sellerId, input, NOW);
      await writeEvents(tx, [{ kind: 'sample.told', subject: 'a', sellerId, occurredAt: NOW, data: {} }]);
    });
    expect(await sweepAndDie(key, `${failpoint}=kill`)).toBe('SIGKILL');
    const wasSent = !['webhooks.dispatched', 'webhooks.held', 'outgoing.before_call'].includes(failpoint);
    expect(got.length).toBe(wasSent ? 1 : 0);

    const outgoing = openOutgoing({ rules });
    const deliverer = new Deliverer(
      { database: test.database, clock: { now: () => NOW }, outgoing, secrets, holdMs: 0 },
      createLog('silent'),
    );
    await expect
      .poll(
        async () => {
          await deliverer.sweep();
          await deliverer.settled();
          return (await test.database.pool.query("select from webhook_delivery where status = 'delivered'")).rowCount;
        },
        { timeout: 30_000, interval: 50 },
      )
      .toBe(1);
    await outgoing.close();
    expect(got.length).toBe(wasSent ? 2 : 1);
    expect(new Set(got).size).toBe(1);
  },
);
