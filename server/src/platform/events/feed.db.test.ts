// The feed is complete and without repeats, however its writers overlap; the same watch finds the two mistakes that feeds are known for.
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withDatabase } from '../../testing/database.ts';
import { armFailpoint, disarmFailpoints } from '../failpoint.ts';
import { newClient } from '../postgres/pool.ts';
import { inTransaction, type Transaction } from '../postgres/transaction.ts';
import {
  beginEra,
  defineEvents,
  ensureEra,
  expireEvents,
  FEED_BEGIN,
  type FeedPosition,
  formatPosition,
  latestPosition,
  parsePosition,
  readFeed,
  writeEvents,
} from './index.ts';

const test = withDatabase();
const SELLER = 1000n;
const NOW = Date.UTC(2026, 0, 1);

const { tell } = defineEvents({
  'sample.told': {
    about: 'Something was told.',
    subject: 'A number.',
    exampleSubject: '1',
    data: z.object({ turn: z.number().meta({ description: 'Which.' }) }),
    example: { turn: 1 },
  },
  'sample.other': { about: 'Another.', subject: 'A number.', exampleSubject: '1', data: z.object({}), example: {} },
});

const told = (turn: number, occurredAt = NOW) =>
  tell['sample.told']({ sellerId: SELLER, subject: String(turn), occurredAt, data: { turn } });
const write = (...turns: number[]) =>
  inTransaction(test.database, (tx) =>
    writeEvents(
      tx,
      turns.map((turn) => told(turn)),
    ),
  );
const inside = <T>(work: (tx: Transaction) => Promise<T>) => inTransaction(test.database, work);
const read = (after: FeedPosition, more: { limit?: number; kinds?: string[]; sellerId?: bigint } = {}) =>
  inside((tx) => readFeed(tx, { sellerId: SELLER, after, kinds: [], limit: 100, ...more }));

beforeEach(async () => {
  disarmFailpoints();
  await test.database.pool.query(`alter table outbox_event disable trigger user; delete from outbox_event; alter table outbox_event enable trigger user;
    update feed set era = 1, expired_era = 0, expired_written_by = '0', expired_id = 0`);
});

/** Reads what is behind `after` and answers the subjects and the next place. */
type Reader = (after: FeedPosition) => Promise<{ subjects: string[]; next: FeedPosition }>;

const reader: Reader = async (after) => {
  const { events, next } = await read(parsePosition(formatPosition(after)), { limit: 7 });
  return { subjects: events.map(({ subject }) => subject), next };
};

/** What a feed without a horizon does: it follows the numbers. */
const byNumberAlone: Reader = async (after) => {
  const { rows } = await test.database.pool.query<{ id: bigint; subject: string }>(
    'select id, subject from outbox_event where seller_id = $1 and id > $2 order by id limit 7',
    [SELLER, after.id],
  );
  return { subjects: rows.map(({ subject }) => subject), next: { ...after, id: rows.at(-1)?.id ?? after.id } };
};

/** And what one does that follows transactions, but not behind the oldest that is open. */
const withoutHorizon: Reader = async (after) => {
  const { rows } = await test.database.pool.query<{ id: bigint; subject: string; by: string }>(
    `select id, subject, written_by::text as by from outbox_event
     where seller_id = $1 and (written_by, id) > ($2::text::xid8, $3) order by written_by, id limit 7`,
    [SELLER, String(after.writtenBy), after.id],
  );
  const last = rows.at(-1);
  return {
    subjects: rows.map(({ subject }) => subject),
    next: last === undefined ? after : { era: 1, writtenBy: BigInt(last.by), id: last.id },
  };
};

const WRITERS = 6;
const TURNS = 25;

/** Writers with transactions that overlap at random, some rolled back, one that stays open throughout; one reader beside them. */
async function watch(follow: Reader): Promise<{ seen: string[]; written: string[] }> {
  const clients = await Promise.all(Array.from({ length: WRITERS + 1 }, () => connected()));
  try {
    return await watchWith(clients, follow);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function watchWith([long, ...writers]: readonly Client[], follow: Reader): Promise<{ seen: string[]; written: string[] }> {
  const seen: string[] = [];
  const written: string[] = [];
  let place: FeedPosition = { era: 0, writtenBy: 0n, id: 0n };
  const look = async () => {
    const { subjects, next } = await follow(place);
    seen.push(...subjects);
    place = next;
    return subjects.length;
  };
  await long!.query('begin');
  await insert(long!, 'long-1');
  const finished = Promise.all(writers.map((client, writer) => writeOverlapping(client, writer, written))).then(() => true);
  while (!(await Promise.race([finished, look().then(() => false)]))) {
    // Until the last writer is done.
  }
  await insert(long!, 'long-2');
  await look();
  await long!.query('commit');
  written.push('long-1', 'long-2');
  while ((await look()) > 0) {
    // Until nothing is left.
  }
  return { seen, written };
}

async function writeOverlapping(client: Client, writer: number, written: string[]): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const own = Array.from({ length: 1 + ((turn + writer) % 4) }, (_, step) => `${writer}-${turn}-${step}`);
    await client.query('begin');
    for (const subject of own) {
      await insert(client, subject);
      if ((turn + writer) % 3 === 0) await client.query('select count(*) from generate_series(1, 20000)');
    }
    const isKept = (turn + writer) % 5 !== 0;
    await client.query(isKept ? 'commit' : 'rollback');
    if (isKept) written.push(...own);
  }
}

type Client = Awaited<ReturnType<typeof connected>>;

async function connected() {
  const client = newClient({ url: test.url });
  await client.connect();
  return client;
}

async function insert(client: Client, subject: string): Promise<void> {
  await client.query(`insert into outbox_event (seller_id, kind, subject, occurred_at) values ($1, 'sample.told', $2, '2026-01-01Z')`, [
    SELLER,
    subject,
  ]);
}

describe('beside writers that overlap', () => {
  it('every event that was committed is read once', async () => {
    const { seen, written } = await watch(reader);
    expect([...seen].sort()).toEqual([...written].sort());
  });

  it('a feed that follows numbers is caught skipping', async () => {
    const { seen, written } = await watch(byNumberAlone);
    expect(written.filter((subject) => !seen.includes(subject))).not.toEqual([]);
  });

  it('a feed that follows transactions without a horizon is caught skipping', async () => {
    const { seen, written } = await watch(withoutHorizon);
    expect(written.filter((subject) => !seen.includes(subject))).not.toEqual([]);
  });
});

describe('a reader', () => {
  it('goes page by page, in the order of writing, and then stands at the horizon', async () => {
    await write(1, 2, 3);
    await write(4, 5);
    const first = await read(FEED_BEGIN, { limit: 3 });
    expect(first.events.map(({ subject }) => subject)).toEqual(['1', '2', '3']);
    expect(first.hasMore).toBe(true);
    const second = await read(first.next, { limit: 3 });
    expect(second.events.map(({ subject }) => subject)).toEqual(['4', '5']);
    expect(second.hasMore).toBe(false);
    expect((await read(second.next)).events).toEqual([]);
    await write(6);
    expect((await read(second.next)).events.map(({ data }) => data)).toEqual([{ turn: 6 }]);
  });

  it('sees the kinds he asks for, of his own seller', async () => {
    await inside((tx) =>
      writeEvents(tx, [
        told(1),
        tell['sample.other']({ sellerId: SELLER, subject: '2', occurredAt: NOW, data: {} }),
        { ...told(3), sellerId: 2000n },
        { ...told(4), sellerId: null },
      ]),
    );
    const subjects = async (more: Parameters<typeof read>[1]) => (await read(FEED_BEGIN, more)).events.map(({ subject }) => subject);
    expect(await subjects({})).toEqual(['1', '2']);
    expect(await subjects({ kinds: ['sample.other'] })).toEqual(['2']);
    expect(await subjects({ sellerId: 2000n })).toEqual(['3']);
  });

  it('may begin with what comes from now on', async () => {
    await write(1);
    const latest = await inside(latestPosition);
    await write(2);
    expect((await read(latest)).events.map(({ subject }) => subject)).toEqual(['2']);
  });

  it.each(['', 'x', '!!', Buffer.from('1.2').toString('base64url'), Buffer.from(`1.${'9'.repeat(20)}.1`).toString('base64url')])(
    'is told that %j is no cursor',
    (text) => {
      expect(() => parsePosition(text)).toThrow(expect.objectContaining({ code: 'feed.cursor' }));
    },
  );

  it('finds his place by an index, also behind the walls', async () => {
    await test.database.pool.query(`insert into outbox_event (seller_id, kind, subject, occurred_at, written_by)
      select n % 50, 'sample.told', n, '2026-01-01Z', n::text::xid8 from generate_series(1, 5000) n; analyze outbox_event`);
    const { rows } = await inside(async (tx) => {
      const role = (await tx.client.query<{ name: string }>('select request_role as name from installation')).rows[0]!.name;
      await tx.client.query(`set local prorata.seller = '7'; set local role "${role}"`);
      return tx.client.query<{ 'QUERY PLAN': string }>(
        `explain select * from outbox_event o where (o.seller_id, o.era, o.written_by, o.id) > (7, 1, '5'::xid8, 0)
           and (o.seller_id, o.era, o.written_by) < (7, 1, '900000000'::xid8) order by o.seller_id, o.era, o.written_by, o.id limit 5`,
      );
    });
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(
      /outbox_event_feed[\s\S]*Index Cond: .*ROW\(seller_id, era, written_by, id\) > ROW/,
    );
  });
});

describe('old events', () => {
  const subjectsFrom = async (after: FeedPosition) => (await read(after)).events.map(({ subject }) => subject);

  it('go in the order of the feed, and a cursor that stood among them is refused', async () => {
    await inside((tx) => writeEvents(tx, [told(1, NOW - 10), told(2, NOW - 9), told(3, NOW), told(4, NOW - 8)]));
    const early = (await read(FEED_BEGIN, { limit: 1 })).next;
    const late = (await read(FEED_BEGIN, { limit: 2 })).next;
    expect(await inside((tx) => expireEvents(tx, NOW))).toBe(2);
    await expect(read(early)).rejects.toMatchObject({ code: 'feed.cursor_expired' });
    expect(await subjectsFrom(late)).toEqual(['3', '4']);
    expect(await subjectsFrom(FEED_BEGIN)).toEqual(['3', '4']);
  });

  it('go in bounded steps and only where they are settled', async () => {
    await write(1, 2, 3);
    const open = await connected();
    await open.query('begin');
    await insert(open, 'open');
    await write(4);
    expect(await inside((tx) => expireEvents(tx, NOW + 1, 2))).toBe(2);
    expect(await inside((tx) => expireEvents(tx, NOW + 1, 2))).toBe(1);
    expect(await inside((tx) => expireEvents(tx, NOW + 1, 2))).toBe(0);
    await open.query('commit');
    await open.end();
    expect(await subjectsFrom(FEED_BEGIN)).toEqual(['open', '4']);
  });

  it('are there still when the deletion fails half-way', async () => {
    await write(1, 2);
    armFailpoint('events.expired', 'drop');
    await expect(inside((tx) => expireEvents(tx, NOW + 1))).rejects.toThrow();
    disarmFailpoints();
    expect(await subjectsFrom(FEED_BEGIN)).toEqual(['1', '2']);
  });

  it('are otherwise never deleted or changed', async () => {
    await write(1);
    for (const statement of ['delete from outbox_event', "update outbox_event set subject = ''", 'truncate outbox_event']) {
      await expect(test.database.pool.query(statement)).rejects.toThrow('never changed or deleted');
    }
  });
});

describe('after the rows moved to another server', () => {
  it('old cursors go on and new events come behind the old ones', async () => {
    await write(1, 2);
    const cursor = (await read(FEED_BEGIN, { limit: 1 })).next;
    // As they look where the count of transactions is far behind.
    await test.database.pool.query(`alter table outbox_event disable trigger user;
      update outbox_event set written_by = (written_by::text::bigint + 1000000000)::text::xid8; alter table outbox_event enable trigger user`);
    const moved: FeedPosition = { ...cursor, writtenBy: cursor.writtenBy + 1_000_000_000n };
    expect((await read(moved)).events).toEqual([]);
    const client = await connected();
    await ensureEra(client);
    await ensureEra(client);
    await client.end();
    await write(3);
    const { events, next } = await read(moved);
    expect(events.map(({ subject }) => subject)).toEqual(['2', '3']);
    expect(next.era).toBe(2);
  });

  it('a start where all is well changes nothing', async () => {
    await write(1);
    const client = await connected();
    await ensureEra(client);
    expect((await client.query('select era from feed')).rows).toEqual([{ era: 1 }]);
    await beginEra(client);
    expect((await client.query('select era from feed')).rows).toEqual([{ era: 2 }]);
    await client.end();
    await write(2);
    expect((await read(FEED_BEGIN)).events.map(({ subject }) => subject)).toEqual(['1', '2']);
  });
});
