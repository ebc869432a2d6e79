// The sender of the ingest benchmark, a process of its own: its bodies are made before anything is measured, then it sends them as lines over a few
// connections and counts what is answered. It takes as little of the machine as it can: the server is measured, not the sender.
import { connect, type Socket } from 'node:net';

export interface IngestOrder {
  readonly port: number;
  readonly key: string;
  readonly events: number;
  readonly perRequest: number;
  readonly connections: number;
  readonly subscriptions: number;
  /** Distinguishes runs: six letters. */
  readonly run: string;
  readonly from: number;
}

export interface IngestAnswer {
  readonly seconds: number;
  readonly stored: number;
  readonly repeated: number;
  readonly refused: number;
  readonly busy: number;
  /** Of this process while it sent. */
  readonly processorMs: number;
}

const HOUR = 3_600_000;
const BUSY_MS = 200;
/** One of a hundred events was sent before. */
const REPEAT_EVERY = 100;
/** Bodies are made once for so many events; where more are sent, the same ones go again under other ids. */
const MADE_EVENTS = 200_000;

/** One event of the benchmark; the same number is always the same event. */
function eventLine({ subscriptions, run, from }: IngestOrder, number: number): string {
  const subscription = (number * 7919) % subscriptions;
  const at = new Date(from + ((number * 613) % HOUR)).toISOString();
  return (
    `{"specversion":"1.0","id":"${run}-${number}","source":"/collectors/${subscription % 16}","type":"traffic","time":"${at}",` +
    `"subject":"s-${subscription}","data":{"meter":"traffic","value":"${(number % 1000) / 4}"}}\n`
  );
}

interface Request {
  readonly bytes: Buffer;
  /** Where the ids of its events begin. */
  readonly ids: readonly number[];
  readonly events: number;
}

function makeRequest(order: IngestOrder, first: number, events: number): Request {
  let body = '';
  for (let number = first; number < first + events; number += 1) {
    const isRepeat = number % REPEAT_EVERY === 0 && number >= order.perRequest * 2;
    body += eventLine(order, isRepeat ? number - order.perRequest - REPEAT_EVERY / 2 : number);
  }
  const head = [
    'POST /v1/events HTTP/1.1',
    'host: 127.0.0.1',
    `authorization: Bearer ${order.key}`,
    'content-type: application/x-ndjson',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    '',
  ].join('\r\n');
  const bytes = Buffer.from(head + body);
  const ids: number[] = [];
  const mark = `"id":"${order.run}`;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) ids.push(at + mark.length - order.run.length);
  return { bytes, ids, events };
}

function rename({ bytes, ids }: Request, run: string): void {
  for (const at of ids) bytes.write(run, at, 'latin1');
}

async function send(order: IngestOrder): Promise<IngestAnswer> {
  const requests: Request[] = [];
  for (let first = 0; first < Math.min(order.events, MADE_EVENTS); first += order.perRequest) {
    requests.push(makeRequest(order, first, Math.min(order.perRequest, order.events - first)));
  }
  const answer = { stored: 0, repeated: 0, refused: 0, busy: 0 };
  const before = process.cpuUsage();
  const began = performance.now();
  let sent = 0;
  for (let turn = 0; sent < order.events; turn += 1) {
    const waiting = requests.slice(0, Math.ceil((order.events - sent) / order.perRequest));
    if (turn > 0) for (const request of waiting) rename(request, `${order.run.slice(0, 3)}${turn.toString(36).padStart(3, '0')}`);
    sent += waiting.reduce((sum, request) => sum + request.events, 0);
    await Promise.all(Array.from({ length: order.connections }, () => sendOver(order, waiting, answer)));
  }
  const used = process.cpuUsage(before);
  return { ...answer, seconds: (performance.now() - began) / 1000, processorMs: (used.user + used.system) / 1000 };
}

/** One request after the other, until none is left. */
async function sendOver({ port }: IngestOrder, waiting: Request[], answer: Counts): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  try {
    for (let request = waiting.shift(); request !== undefined; ) {
      const { status, text } = await exchange(socket, request.bytes);
      if (status === 429) {
        answer.busy += 1;
        await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
        continue;
      }
      if (status !== 200) throw new Error(`answered ${status}: ${text.slice(0, 500)}`);
      const told = JSON.parse(text) as Counts;
      answer.stored += told.stored;
      answer.repeated += told.repeated;
      answer.refused += told.refused;
      request = waiting.shift();
    }
  } finally {
    socket.destroy();
  }
}

interface Counts {
  stored: number;
  repeated: number;
  refused: number;
  busy: number;
}

/** The answer of our own server, which always says how long it is. */
function exchange(socket: Socket, bytes: Buffer): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    let told = '';
    const read = (chunk: Buffer) => {
      told += chunk.toString('latin1');
      const end = told.indexOf('\r\n\r\n');
      const length = /\r\ncontent-length: (\d+)\r\n/i.exec(told)?.[1];
      if (end < 0 || length === undefined || told.length < end + 4 + Number(length)) return;
      socket.off('data', read).off('error', reject).off('close', closed);
      resolve({ status: Number(told.slice(9, 12)), text: told.slice(end + 4) });
    };
    const closed = () => reject(new Error('The server closed the connection.'));
    socket.on('data', read).on('error', reject).on('close', closed);
    socket.write(bytes);
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
