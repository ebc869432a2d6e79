// The sender of the ingest benchmark, a process of its own: makes events, sends them as lines over a few connections and counts what is answered.
import { Agent, request } from 'node:http';

export interface IngestOrder {
  readonly port: number;
  readonly key: string;
  readonly events: number;
  readonly perRequest: number;
  readonly connections: number;
  readonly subscriptions: number;
  /** Of a hundred events, how many were sent before. */
  readonly duplicates: number;
  /** Distinguishes runs. */
  readonly run: string;
  readonly from: number;
}

export interface IngestAnswer {
  readonly seconds: number;
  readonly stored: number;
  readonly repeated: number;
  readonly refused: number;
  readonly busy: number;
}

const HOUR = 3_600_000;

/** One event of the benchmark; the same number is always the same event. */
export function eventLine(order: Pick<IngestOrder, 'subscriptions' | 'run' | 'from'>, number: number): string {
  const subscription = (number * 7919) % order.subscriptions;
  const at = new Date(order.from + ((number * 613) % HOUR)).toISOString();
  return (
    `{"specversion":"1.0","id":"${order.run}-${number}","source":"/collectors/${subscription % 16}","type":"traffic","time":"${at}",` +
    `"subject":"s-${subscription}","data":{"meter":"traffic","value":"${(number % 1000) / 4}"}}\n`
  );
}

async function send(order: IngestOrder): Promise<IngestAnswer> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections });
  const answer = { stored: 0, repeated: 0, refused: 0, busy: 0 };
  let next = 0;
  const began = performance.now();
  const sendAll = async (): Promise<void> => {
    while (next < order.events) {
      const first = next;
      next += order.perRequest;
      let body = '';
      for (let number = first; number < Math.min(next, order.events); number += 1) {
        const isRepeat = number >= order.perRequest * 2 && number % 100 < order.duplicates;
        body += eventLine(order, isRepeat ? number - order.perRequest - 50 : number);
      }
      for (;;) {
        const { status, text } = await post(agent, order, body);
        if (status === 429) {
          answer.busy += 1;
          await new Promise((resolve) => setTimeout(resolve, 200));
          continue;
        }
        if (status !== 200) throw new Error(`answered ${status}: ${text.slice(0, 500)}`);
        const told = JSON.parse(text) as IngestAnswer;
        answer.stored += told.stored;
        answer.repeated += told.repeated;
        answer.refused += told.refused;
        break;
      }
    }
  };
  await Promise.all(Array.from({ length: order.connections }, sendAll));
  agent.destroy();
  return { ...answer, seconds: (performance.now() - began) / 1000 };
}

function post(agent: Agent, { port, key }: IngestOrder, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/v1/events',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', reject);
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

if (process.send !== undefined) {
  process.on('message', (order: IngestOrder) => {
    send(order).then(
      (answer) => process.send!(answer),
      (error: unknown) => process.send!({ failure: String(error) }),
    );
  });
}
