// Usage that arrives in disorder while the server is killed and connections drop: senders try again, and every event counts once.
import type { Chance } from '../scenarios/given/random.ts';
import { recordFacts } from '../src/domains/subscriptions/index.ts';
import { totalsOfWindow } from '../src/domains/usage/index.ts';
import { listFailpoints } from '../src/platform/failpoint.ts';
import { inTransaction } from '../src/platform/postgres/transaction.ts';
import { start } from '../src/testing/books.ts';
import { openTestApi } from '../src/testing/open-test-api.ts';
import { requireCleanAudit, Violation } from './books-picture.ts';
import { type Ground, sessionsEnded, type Trial } from './ground.ts';
import { INGEST_PROGRAM, IngestServer } from './ingest-process.ts';
import type { Programme, Situation } from './programme.ts';

const SUBSCRIPTIONS = 40;
const OPENED = '2026-03-01T00:00:00Z';
const NOW = '2026-04-02T12:00:00Z';
const HOUR = 3_600_000;
/** Clocks in Berlin go from two to three on this day. */
const CHANGE = Date.parse('2026-03-29T00:00:00Z');
const OPEN_PERIOD = Date.parse('2026-04-01T00:00:00Z');
const REQUESTS = 24;
const TRIES = 5;

interface Sent {
  readonly id: string;
  readonly subscription: number;
  readonly at: number;
  readonly quarters: number;
}

/** One way to send the same events. */
interface Way {
  /** The first is met, then the next is armed. */
  readonly faults: readonly string[];
  /** Whether March is billed before anything comes, so that its events are late. */
  readonly isLate: boolean;
}

export const ingest: Programme = {
  about: 'usage events with repeats and late ones, shuffled, against every failpoint of ingest with kills and dropped connections',
  finds: ['sums_outside', 'late_unmarked'],
  async run(situation) {
    const { ground, size, planted } = situation;
    const faults = faultsOf();
    const events = eventsOf(situation, size === 'small' ? 3000 : 50_000);
    const template = await populated(ground);
    let expected: string | null = null;
    const ways = waysOf(size === 'small' ? 4 : 30, faults);
    for (const way of ways) {
      const trial = await ground.copy(template);
      try {
        const picture = await sendAll(situation, trial, events, way);
        expected ??= picture;
        if (picture !== expected) throw new Violation(`Sent another way, totals or documents are others: ${way.faults.join(', ')}`);
      } finally {
        await ground.drop(trial);
      }
      // A mistake that shows is found by the first ways; looking on costs time and finds nothing new.
      if (planted !== null && way === ways[2]) break;
    }
    return `${events.length} events sent ${ways.length} ways, ${ways.reduce((sum, way) => sum + way.faults.length, 0)} faults met`;
  },
};

function faultsOf(): string[] {
  const names = listFailpoints().flatMap(({ name }) => (name.startsWith('usage.batch_') ? [name] : []));
  return ['kill', 'drop', 'throw'].flatMap((mode) => names.map((name) => `${name}=${mode}:1`));
}

/** The first one undisturbed and before anything is billed: all others must come to the same. The faults go round among the others. */
function waysOf(count: number, faults: readonly string[]): Way[] {
  const disturbed = count - 1;
  const perWay = Math.ceil(faults.length / disturbed);
  return Array.from({ length: count }, (_, way) => ({
    isLate: way > 0,
    faults:
      way === 0
        ? []
        : Array.from({ length: Math.max(2, perWay) }, (_unused, turn) => faults[(way - 1 + turn * disturbed) % faults.length]!),
  }));
}

/** A tenth of them lies in March, which is billed before they come, most of those around the hour that is missing; the rest in the open period. */
function eventsOf({ chance }: Situation, count: number): Sent[] {
  return Array.from({ length: count }, (_, index) => {
    const late = index % 30 === 0 ? -chance.whole(0, 300) * HOUR : chance.whole(-8, 90) * (HOUR / 4);
    const at = index % 10 === 0 ? CHANGE + late : OPEN_PERIOD + chance.whole(0, 140) * (HOUR / 4);
    return { id: `e-${index}`, subscription: chance.whole(0, SUBSCRIPTIONS - 1), at, quarters: chance.whole(1, 400) };
  });
}

/** Forty subscriptions of as many accounts, in a database that the trials copy. */
async function populated(ground: Ground): Promise<string> {
  const trial = await ground.empty();
  const api = await openTestApi(trial.database, OPENED);
  await populate(api);
  await api.app.close();
  await trial.database.close();
  return trial.name;
}

async function sendAll(situation: Situation, trial: Trial, events: readonly Sent[], { faults, isLate }: Way): Promise<string> {
  const { chance, planted } = situation;
  const api = await openTestApi(trial.database, NOW);
  if (isLate) await api.books.bill();
  const repeated = events.filter(() => chance.whole(0, 4) === 0);
  const queue = shuffled(chance, [...events, ...repeated]);
  const perRequest = Math.ceil(queue.length / REQUESTS);
  const order = { url: trial.url, now: NOW, planted };
  let met = 0;
  let server = await IngestServer.start({ ...order, failpoints: faults[0] ?? '' });
  try {
    for (let from = 0; from < queue.length; from += perRequest) {
      const body = queue
        .slice(from, from + perRequest)
        .map(lineOf)
        .join('\n');
      for (let tries = 0; !(await server.post(body)); tries += 1) {
        if (tries > TRIES) throw new Violation(`Nothing is taken any more after ${faults[met - 1]}`);
        met += 1;
        const next = faults[met] ?? '';
        if (await server.goesOn(next)) continue;
        await sessionsEnded(trial.database, INGEST_PROGRAM);
        server = await IngestServer.start({ ...order, failpoints: next });
      }
    }
  } finally {
    await server.stop();
  }
  if (met < faults.length) throw new Violation(`The failpoint was never hit: ${faults[met]}`);
  const told = faults.join(', ');
  await requireCleanAudit(trial.database, `After ${told}`);
  await api.books.bill();
  await requireCleanAudit(trial.database, `After billing what came with ${told}`);
  const picture = await pictureOf(api, events);
  await api.app.close();
  return picture;
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
