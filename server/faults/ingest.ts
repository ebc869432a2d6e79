// Usage that arrives in disorder while the server is killed and connections drop: senders try again, and every event counts once.
import type { Chance } from '../scenarios/given/random.ts';
import { recordFacts } from '../src/domains/subscriptions/index.ts';
import { totalsOfWindow } from '../src/domains/usage/index.ts';
import { listFailpoints } from '../src/platform/failpoint.ts';
import { inTransaction } from '../src/platform/postgres/transaction.ts';
import { start } from '../src/testing/books.ts';
import { openTestApi } from '../src/testing/open-test-api.ts';
import { requireCleanAudit, Violation } from './books-picture.ts';
import { sessionsEnded } from './ground.ts';
import { INGEST_PROGRAM, IngestServer } from './ingest-process.ts';
import type { Programme, Situation } from './programme.ts';

const SUBSCRIPTIONS = 40;
const OPENED = '2026-03-01T00:00:00Z';
const NOW = '2026-04-02T12:00:00Z';
const HOUR = 3_600_000;
/** Clocks in Berlin go from two to three on this day. */
const CHANGE = Date.parse('2026-03-29T00:00:00Z');
const OPEN_PERIOD = Date.parse('2026-04-01T00:00:00Z');
const PER_REQUEST = 500;
const TRIES = 5;

interface Sent {
  readonly id: string;
  readonly subscription: number;
  readonly at: number;
  readonly quarters: number;
}

export const ingest: Programme = {
  about: 'usage events with repeats and late ones, shuffled, against every failpoint of ingest with kills and dropped connections',
  finds: ['sums_outside'],
  async run(situation) {
    const faults = faultsOf();
    const shuffles = situation.size === 'small' ? Math.max(6, faults.length) : 30;
    const events = eventsOf(situation, situation.size === 'small' ? 4000 : 50_000);
    let expected: string | null = null;
    for (let shuffle = 0; shuffle < shuffles; shuffle += 1) {
      const picture = await sendAll(situation, events, faults[shuffle] ?? null);
      expected ??= picture;
      if (picture !== expected)
        throw new Violation(`Shuffled another way (${faults[shuffle] ?? 'no fault'}), totals or documents are others`);
    }
    return `${events.length} events sent ${shuffles} ways, ${faults.length} faults`;
  },
};

function faultsOf(): string[] {
  const names = listFailpoints().flatMap(({ name }) => (name.startsWith('usage.') ? [name] : []));
  return names.flatMap((name) => ['kill', 'drop', 'throw'].map((mode) => `${name}=${mode}:2`));
}

/** A tenth of them lies in March, which is billed before they come, most of those around the hour that is missing; the rest in the open period. */
function eventsOf({ chance }: Situation, count: number): Sent[] {
  return Array.from({ length: count }, (_, index) => {
    const late = index % 30 === 0 ? -chance.whole(0, 300) * HOUR : chance.whole(-8, 90) * (HOUR / 4);
    const at = index % 10 === 0 ? CHANGE + late : OPEN_PERIOD + chance.whole(0, 140) * (HOUR / 4);
    return { id: `e-${index}`, subscription: chance.whole(0, SUBSCRIPTIONS - 1), at, quarters: chance.whole(1, 400) };
  });
}

async function sendAll(situation: Situation, events: readonly Sent[], fault: string | null): Promise<string> {
  const { ground, chance, planted } = situation;
  const trial = await ground.empty();
  try {
    const api = await openTestApi(trial.database, OPENED);
    await populate(api);
    api.clock.set(NOW);
    await api.books.bill();
    const repeated = events.filter(() => chance.whole(0, 4) === 0);
    const queue = shuffled(chance, [...events, ...repeated]);
    const order = { url: trial.url, now: NOW, planted };
    let server = await IngestServer.start({ ...order, failpoints: fault ?? '' });
    let ended = 0;
    for (let from = 0; from < queue.length; from += PER_REQUEST) {
      const body = queue
        .slice(from, from + PER_REQUEST)
        .map(lineOf)
        .join('\n');
      for (let tries = 0; !(await server.post(body)); tries += 1) {
        if (tries > TRIES) throw new Violation(`Nothing is taken any more after ${fault}`);
        // A failpoint fails again and again: the server that has one is ended where it did not end itself.
        ended += 1;
        await server.stop();
        await sessionsEnded(trial.database, INGEST_PROGRAM);
        server = await IngestServer.start({ ...order, failpoints: '' });
      }
    }
    await server.stop();
    if (fault !== null && ended === 0) throw new Violation(`The failpoint was never hit: ${fault}`);
    await requireCleanAudit(trial.database, `After ${fault ?? 'a shuffle'}`);
    await api.books.bill();
    await requireCleanAudit(trial.database, `After billing what came with ${fault ?? 'a shuffle'}`);
    const picture = await pictureOf(api, events);
    await api.app.close();
    return picture;
  } finally {
    await ground.drop(trial);
  }
}

function shuffled<T>(chance: Chance, list: T[]): T[] {
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = chance.whole(0, index);
    [list[index], list[other]] = [list[other]!, list[index]!];
  }
  return list;
}

function lineOf({ id, subscription, at, quarters }: Sent): string {
  const data = { meter: 'traffic', value: String(quarters / 4) };
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: 'faults',
    type: 'traffic',
    time: new Date(at).toISOString(),
    subject: `s-${subscription}`,
    data,
  });
}

type Api = Awaited<ReturnType<typeof openTestApi>>;

async function populate({ books }: Api): Promise<void> {
  const names = Array.from({ length: SUBSCRIPTIONS }, (_, index) => String(index));
  await books.accounts(...names.map((name) => `a-${name}`));
  const change = start('P', { seat: '0' });
  await books.run((tx, seller, now) =>
    recordFacts(
      tx,
      seller,
      names.map((name) => ({ subscription: `s-${name}`, account: `a-${name}`, at: now, change, reference: 'start' })),
      now,
    ),
  );
}

/** Totals, which must be those of the events, and what was billed. */
async function pictureOf(api: Api, events: readonly Sent[]): Promise<string> {
  const seller = await api.books.seller();
  const window = { from: Date.parse('2026-01-01T00:00:00Z'), to: Date.parse('2026-06-01T00:00:00Z') };
  const lines: string[] = [];
  for (let subscription = 0; subscription < SUBSCRIPTIONS; subscription += 1) {
    const mine = events.filter((event) => event.subscription === subscription);
    const quarters = mine.reduce((sum, event) => sum + event.quarters, 0);
    const [total] = await inTransaction(api.books.database, (tx) =>
      totalsOfWindow(tx, seller.id, { subscription: `s-${subscription}`, ...window }),
    );
    if (Number(total?.sum ?? 0) * 4 !== quarters || (total?.events ?? 0) !== mine.length) {
      throw new Violation(
        `s-${subscription}: ${mine.length} events of ${quarters / 4} were sent, ${total?.events} of ${total?.sum} are counted`,
      );
    }
    lines.push(`s-${subscription} ${total?.sum}`);
  }
  const { rows } = await api.books.database.pool.query<{ account: string; net: bigint }>(
    `select a.external_id as account, sum(i.net_minor)::bigint as net from invoice i join account a on (a.seller_id, a.id) = (i.seller_id, i.account_id)
     group by 1 order by 1`,
  );
  return [...lines, ...rows.map((row) => `${row.account} ${row.net}`)].join('\n');
}
