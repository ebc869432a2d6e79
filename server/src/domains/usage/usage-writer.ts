// Takes events of many requests together: a bounded queue before a few lanes, each writing what has gathered in one transaction after the other.
// Whoever waits is answered when his events are durable; where the queue is full, nobody waits and is told to come again.
import { Refusal } from '../../kernel/refusal.ts';
import type { Clock } from '../../platform/clock.ts';
import { declareFailpoints, failpoint } from '../../platform/failpoint.ts';
import { type AuditEntry, writeAuditEntry } from '../../platform/http/audit-log.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../../platform/postgres/transaction.ts';
import type { Seller } from '../accounts/index.ts';
import type { ReadEvent } from './read-body.ts';
import type { UsageRules } from './record-usage.ts';
import { SenderBook } from './sender-book.ts';
import { type TakenVerdict, takeBatch } from './take-batch.ts';

declareFailpoints({
  'usage.batch_begun': 'The transaction of a batch of events is open, nothing is written.',
  'usage.batch_stored': 'Events and their sums are written, refusals and receipts are not.',
  'usage.batch_written': 'A batch of events is written and not committed.',
  'usage.batch_committed': 'A batch of events is durable and nobody is told.',
});

export interface WriterOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Transactions at the same time. Events of one subscription go the same way, so that none waits for another. */
  readonly lanes?: number;
  readonly batchEvents?: number;
  readonly queueEvents?: number;
  readonly heldBytes?: number;
}

interface Job {
  readonly verdicts: TakenVerdict[];
  open: number;
  resolve(verdicts: TakenVerdict[]): void;
  reject(error: unknown): void;
}

/** What one request hands to one lane at once. */
interface Piece {
  readonly book: SenderBook;
  readonly job: Job;
  readonly events: ReadEvent[];
  /** Their places among the verdicts of the job. */
  readonly places: number[];
  /** Of the request, with its first events. */
  readonly entry: AuditEntry | null;
}

interface Lane {
  pieces: Piece[];
  /** Of these pieces. */
  waiting: number;
  running: Promise<void> | null;
}

const LANES = 2;
const BATCH_EVENTS = 20_000;
/** Fewer are not worth two batches. */
const LEAST_HALVED = 4000;
const QUEUE_EVENTS = 200_000;
/** Of all requests together: what is read and neither written nor refused yet. As objects it takes several times as much. */
const HELD_BYTES = 64 * 1024 * 1024;
const RULES: UsageRules = { retentionDays: 400 };
/** Batches meet in deadlocks only where senders use one id for two subscriptions. */
const TRIES = 5;
const SETTINGS = `set local jit = off; set local work_mem = '64MB'; set local statement_timeout = 30000`;

export class UsageWriter {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly lanes: readonly Lane[];
  private readonly batchEvents: number;
  private readonly queueEvents: number;
  private readonly heldBytes: number;
  private readonly books = new Map<bigint, SenderBook>();
  private waiting = 0;
  private held = 0;

  constructor({ database, clock, lanes = LANES, batchEvents, queueEvents, heldBytes }: WriterOptions) {
    this.database = database;
    this.clock = clock;
    this.batchEvents = batchEvents ?? BATCH_EVENTS;
    this.queueEvents = queueEvents ?? QUEUE_EVENTS;
    this.heldBytes = heldBytes ?? HELD_BYTES;
    this.lanes = Array.from({ length: lanes }, () => ({ pieces: [], waiting: 0, running: null }));
  }

  /** Refuses at once where too much waits already. */
  refuseIfFull(): void {
    if (this.waiting >= this.queueEvents) throw busy();
  }

  /** However many events there are, alone they have room. */
  hasRoomFor(events: number): boolean {
    return this.waiting === 0 || this.waiting + events <= this.queueEvents;
  }

  /** Before bytes of a request are kept; whoever held them lets them go when they are written. Refuses what would be too much. */
  hold(bytes: number): void {
    if (this.held + bytes > this.heldBytes) throw busy();
    this.held += bytes;
  }

  letGo(bytes: number): void {
    this.held -= bytes;
  }

  /** Settles when all are durable, with a verdict for each. Refuses what would be too much. */
  async take(seller: Seller, events: readonly ReadEvent[], entry: AuditEntry | null = null): Promise<TakenVerdict[]> {
    if (events.length === 0) return [];
    if (!this.hasRoomFor(events.length)) throw busy();
    const book = this.bookOf(seller);
    this.waiting += events.length;
    return new Promise((resolve, reject) => {
      const job: Job = { verdicts: new Array<TakenVerdict>(events.length), open: events.length, resolve, reject };
      const pieces: (Piece | undefined)[] = new Array(this.lanes.length).fill(undefined);
      for (let index = 0; index < events.length; index += 1) {
        const event = events[index]!;
        const lane = laneOf(event, pieces.length);
        let piece = pieces[lane];
        if (piece === undefined) {
          piece = { book, job, events: [], places: [], entry: index === 0 ? entry : null };
          pieces[lane] = piece;
        }
        piece.events.push(event);
        piece.places.push(index);
      }
      for (const [index, piece] of pieces.entries()) if (piece !== undefined) this.enqueue(this.lanes[index]!, piece);
    });
  }

  private enqueue(lane: Lane, piece: Piece): void {
    lane.pieces.push(piece);
    lane.waiting += piece.events.length;
    lane.running ??= this.run(lane);
  }

  /** Waits until all that was taken in is written, and what comes in meanwhile. */
  async drain(): Promise<void> {
    while (this.lanes.some(({ running }) => running !== null)) await Promise.all(this.lanes.map(({ running }) => running));
  }

  private bookOf(seller: Seller): SenderBook {
    let book = this.books.get(seller.id);
    if (book === undefined) {
      book = new SenderBook(seller);
      this.books.set(seller.id, book);
    }
    return book;
  }

  private async run(lane: Lane): Promise<void> {
    // Everything that arrives in the same turn goes together.
    await new Promise((resolve) => setImmediate(resolve));
    for (let before = 0; lane.waiting > 0; ) {
      const batch = this.nextBatch(lane, before);
      before = eventsOf(batch);
      await this.write(batch);
      this.waiting -= before;
    }
    lane.running = null;
  }

  /**
   * Half of what is under way at most: those who are answered by a batch send more, and what they send is read while the other half is written. Otherwise
   * all of them would be answered, read and written together, and the database would wait while we read, and we while it writes.
   */
  private nextBatch(lane: Lane, before: number): Piece[] {
    const most = Math.min(this.batchEvents, Math.max(LEAST_HALVED, (before + lane.waiting) / 2));
    let events = 0;
    let pieces = 0;
    while (pieces < lane.pieces.length && (pieces === 0 || events + lane.pieces[pieces]!.events.length <= most)) {
      events += lane.pieces[pieces]!.events.length;
      pieces += 1;
    }
    lane.waiting -= events;
    return lane.pieces.splice(0, pieces);
  }

  /** What cannot be written is halved until it is known whose it is: nobody fails for another's sake. */
  private async write(batch: readonly Piece[], tries = TRIES): Promise<void> {
    try {
      const verdicts = await inTransaction(this.database, (tx) => this.takeAll(tx, batch), { tries: TRIES, first: SETTINGS });
      await failpoint('usage.batch_committed');
      settle(batch, verdicts);
    } catch (error) {
      if (isTakenMeanwhile(error) && tries > 1) return this.write(batch, tries - 1);
      const jobs = new Set(batch.map((piece) => piece.job));
      if (jobs.size > 1 && isOfTheData(error)) {
        const middle = batch.length >> 1;
        await this.write(batch.slice(0, middle));
        await this.write(batch.slice(middle));
        return;
      }
      for (const job of jobs) job.reject(error);
    }
  }

  private async takeAll(tx: Transaction, batch: readonly Piece[]): Promise<TakenVerdict[]> {
    await failpoint('usage.batch_begun', tx.client);
    const events: ReadEvent[] = [];
    const books: SenderBook[] = [];
    for (const piece of batch) {
      for (const event of piece.events) {
        events.push(event);
        books.push(piece.book);
      }
    }
    const verdicts = await takeBatch(tx, { events, books }, this.clock.now(), RULES);
    for (const { entry } of batch) if (entry !== null) await writeAuditEntry(tx, entry);
    await failpoint('usage.batch_written', tx.client);
    return verdicts;
  }
}

const eventsOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { events }) => sum + events.length, 0);

function busy(): Refusal {
  return new Refusal(
    'usage.busy',
    'More usage arrives than can be written just now. Send this again in a second; what was taken is counted once.',
    { parameters: { seconds: '1' } },
  );
}

/** By what they name: a few letters of it spread well enough. */
function laneOf(event: ReadEvent, lanes: number): number {
  if ('code' in event) return 0;
  const name = event.subscription ?? event.account ?? '';
  let sum = name.length;
  for (let index = Math.max(0, name.length - 6); index < name.length; index += 1) sum = (sum * 31 + name.charCodeAt(index)) | 0;
  return (sum >>> 0) % lanes;
}

function settle(batch: readonly Piece[], verdicts: readonly TakenVerdict[]): void {
  let next = 0;
  for (const { job, places } of batch) {
    for (const place of places) {
      job.verdicts[place] = verdicts[next]!;
      next += 1;
    }
    job.open -= places.length;
    if (job.open === 0) job.resolve(job.verdicts);
  }
}

/** Data exceptions and broken constraints of PostgreSQL; a lost connection says nothing about the events. */
function isOfTheData(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(22|23)/.test(code);
}

/** Somebody else used the same source and id for another subscription: now it is there, and the event is known. */
function isTakenMeanwhile(error: unknown): boolean {
  const { code, table } = error as { code?: unknown; table?: unknown };
  return code === '23505' && table === 'usage_identity';
}
