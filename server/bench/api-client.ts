// The other side of the API benchmark, a process of its own: sends requests at a steady rate whatever the answers take, and says how long each took.
import { Agent, request } from 'node:http';

export interface Load {
  readonly origin: string;
  readonly perSecond: number;
  readonly seconds: number;
  readonly accounts: number;
  /** Ids and numbers that are there. */
  readonly invoices: readonly string[];
}

export interface Latencies {
  /** Milliseconds, by what was done. */
  readonly reads: number[];
  readonly writes: number[];
  /** Answers that were no success. */
  readonly failed: Record<string, number>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

interface Planned {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** One in seven writes; the rest are what a console and an integration ask all day. */
function plan(load: Load, index: number): Planned {
  const one = (index * 7919) % load.accounts;
  const kinds: readonly (() => Planned)[] = [
    () => ({ method: 'GET', path: `/v1/accounts?limit=50&sort=${['externalId', 'name', '-createdAt'][index % 3]}` }),
    () => ({ method: 'GET', path: `/v1/accounts?search=customer-${one}` }),
    () => ({ method: 'GET', path: `/v1/accounts/customer-${one}?expand=billing` }),
    () => ({ method: 'GET', path: index % 2 === 0 ? '/v1/invoices?limit=50' : `/v1/invoices?account=customer-${one}` }),
    () => ({ method: 'GET', path: `/v1/invoices/${load.invoices[index % load.invoices.length]}` }),
    () => ({ method: 'GET', path: `/v1/subscriptions/s-${one}` }),
    () =>
      index % 2 === 0
        ? { method: 'PUT', path: `/v1/accounts/customer-${one}`, body: { name: `Customer customer-${one}`, purchaseOrder: `PO-${index}` } }
        : {
            method: 'POST',
            path: `/v1/subscriptions/s-${one}/changes`,
            body: { do: 'quantity', component: 'seat', value: String(1 + (index % 9)) },
          },
  ];
  return kinds[index % kinds.length]!();
}

function send(load: Load, index: number, latencies: Latencies): Promise<void> {
  const { method, path, body } = plan(load, index);
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers =
    text === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(text.length), 'idempotency-key': `bench-${index}` };
  const began = performance.now();
  return new Promise((settle) => {
    const fail = (why: string) => {
      latencies.failed[why] = (latencies.failed[why] ?? 0) + 1;
      settle();
    };
    const sent = request(`${load.origin}${path}`, { method, agent, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if ((response.statusCode ?? 500) >= 300) return fail(`${method} ${response.statusCode}`);
        (method === 'GET' ? latencies.reads : latencies.writes).push(performance.now() - began);
        settle();
      });
    });
    sent.on('error', (error) => fail(error.message));
    sent.end(text);
  });
}

async function run(load: Load): Promise<Latencies> {
  const latencies: Latencies = { reads: [], writes: [], failed: {} };
  const total = load.perSecond * load.seconds;
  const under: Promise<void>[] = [];
  const began = performance.now();
  for (let index = 0; index < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * load.perSecond));
    for (; index < due; index += 1) under.push(send(load, index, latencies));
    await new Promise((settle) => setTimeout(settle, 2));
  }
  await Promise.all(under);
  return latencies;
}

process.on('message', (load: Load) => {
  void run(load).then((latencies) => process.send!(latencies, () => process.exit(0)));
});
