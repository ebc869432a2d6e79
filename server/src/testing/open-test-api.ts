// Test support: the API over a database of the caller's, with a provider and a seller below who both have customers, and callers with any permissions.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { addApi } from '../api/v1.ts';
import { findAccounts, findProvider, findSellerByKey, type Seller, upsertAccounts } from '../domains/accounts/index.ts';
import { type SetUp, setUpReseller } from '../domains/invoicing/index.ts';
import { createAuthenticate, permissions as every } from '../domains/people/index.ts';
import { QuoteProcesses } from '../domains/quotes/index.ts';
import { UsageWriter } from '../domains/usage/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Authenticate, Caller } from '../platform/http/principal.ts';
import { createHttpServer } from '../platform/http/server.ts';
import { createLog, type Log } from '../platform/log.ts';
import { DEFAULT_PORTS } from '../platform/outgoing/index.ts';
import type { Database } from '../platform/postgres/pool.ts';
import { Books, instant, TestClock } from './books.ts';
import { openTestPeople, type TestPeople } from './people.ts';

export interface TestCall {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface CallerChoice {
  /** Key of the seller; default the provider. */
  readonly seller?: string;
  /** External id of the account that he belongs to, as a customer's member. */
  readonly account?: string;
  /** Default all. */
  readonly permissions?: readonly string[];
  readonly limits?: Caller['limits'];
  readonly language?: string | null;
}

/** What one caller gets when he calls. */
export type Call = (method: string, url: string, more?: TestCall) => Promise<LightMyRequestResponse>;

/** The clock of business as the server wants it, and the test moves it. */
class ServerClock extends TestClock {
  private current = 0;

  constructor(text: string) {
    super(text);
    this.current = instant(text);
  }

  override set(text: string): void {
    super.set(text);
    this.current = instant(text);
  }

  now(): number {
    return this.current;
  }

  async advanceTo(wanted: number): Promise<number> {
    this.set(new Date(wanted).toISOString());
    return wanted;
  }

  close(): void {}
}

export class TestApi {
  readonly app: FastifyInstance;
  readonly books: Books;
  readonly clock: ServerClock;
  readonly people: TestPeople;
  private readonly callers = new Map<string, Caller>();
  private made = 0;

  constructor(app: FastifyInstance, books: Books, clock: ServerClock, callers: Map<string, Caller>, people: TestPeople) {
    this.app = app;
    this.people = people;
    this.books = books;
    this.clock = clock;
    this.callers = callers;
  }

  /** A caller with these permissions, as an API key. */
  async as(choice: CallerChoice = {}): Promise<Call> {
    const token = await this.token(choice);
    return (method, url, more = {}) => this.call(method, url, { ...more, headers: { authorization: `Bearer ${token}`, ...more.headers } });
  }

  /** What such a caller says in the header Authorization after "Bearer". */
  async token(choice: CallerChoice = {}): Promise<string> {
    const caller = await this.caller(choice);
    this.callers.set(caller.id, caller);
    return caller.id;
  }

  /** The same API with the same callers, over another way into the same database. */
  async over(database: Database, log?: Log): Promise<FastifyInstance> {
    return serve({ database, clock: this.clock, callers: this.callers, people: this.people, ...(log === undefined ? {} : { log }) });
  }

  async call(method: string, url: string, { body, headers = {} }: TestCall = {}): Promise<LightMyRequestResponse> {
    const payload = body === undefined ? {} : { payload: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    return this.app.inject({ method: method as 'GET', url, headers: { ...type, ...headers }, ...payload });
  }

  private async caller({ seller: key = 'provider', account, permissions, limits = {}, language = null }: CallerChoice): Promise<Caller> {
    this.made += 1;
    const id = `key_${this.made}`;
    return this.books.run(async (tx, provider) => {
      const seller = (await findSellerByKey(tx, key))!;
      const [row] = account === undefined ? [] : await findAccounts(tx, seller.id, [account]);
      const all = every.map((permission) => permission.name);
      return {
        kind: 'key',
        id,
        seller,
        above: seller.id === provider.id ? [] : [provider.id],
        account: row?.id ?? null,
        permissions: new Set(permissions ?? all),
        limits,
        language,
        delegatedFrom: null,
        impersonatedBy: null,
      };
    });
  }

  /** The seller below, `south`, with an account `secret-south` that nobody else may see. */
  async addSouth(): Promise<Seller> {
    return this.books.run(async (tx, provider, now) => {
      const party = { country: 'PT', zone: 'Europe/Lisbon' };
      await upsertAccounts(tx, provider, [{ externalId: 'south', name: 'South Hosting Lda', kind: 'reseller', ...party }], now);
      const numbers = { invoicePrefix: 'SOUTH-', creditNotePrefix: 'SOUTH-CN-' };
      const seller = await setUpReseller(
        tx,
        provider,
        { account: 'south', key: 'south', legalName: 'South Hosting Lda', ...party, ...numbers },
        now,
      );
      await upsertAccounts(tx, seller, [{ externalId: 'secret-south', name: 'CANARY-SOUTH' }], now);
      return seller;
    });
  }
}

/** Nobody builds a demo in a test of routes; `demo.db.test.ts` does. */
const testSetUp: SetUp = {
  token: 'a token that the server printed',
  demo: {
    state: async () => ({ state: null, step: null, done: 0, total: 0, day: null, users: [] }),
    build: async () => undefined,
    move: async () => {
      throw new Refusal('demo.none', 'This installation is no demo.');
    },
  },
};

interface Served {
  readonly database: Database;
  readonly clock: ServerClock;
  readonly callers: ReadonlyMap<string, Caller>;
  readonly people: TestPeople;
  readonly log?: Log;
}

async function serve({ database, clock, callers, people, log = createLog('silent') }: Served): Promise<FastifyInstance> {
  const real = createAuthenticate(people);
  const authenticate: Authenticate = async (credentials) =>
    callers.get(String(credentials.headers.authorization).replace('Bearer ', '')) ?? real(credentials);
  const { app } = createHttpServer({ database, clock, log, version: 'test' });
  const quotes = new QuoteProcesses({ processes: 1 });
  app.addHook('onClose', () => quotes.close());
  await addApi(app, {
    installation: { database, clock },
    authenticate,
    services: {
      people,
      quotes,
      setUp: testSetUp,
      usage: new UsageWriter({ database, clock }),
      webhooks: { secrets: people.secrets, rules: { allowPrivate: false, ports: DEFAULT_PORTS } },
    },
  });
  return app;
}

/** Whoever opens it closes its `app`. `at` is where the clock stands. An empty database gets the provider and his seller below. */
export async function openTestApi(database: Database, at: string): Promise<TestApi> {
  const clock = new ServerClock(at);
  const callers = new Map<string, Caller>();
  const people = await openTestPeople(database);
  const books = new Books(database, clock);
  const isEmpty = (await books.run((tx) => findProvider(tx))) === null;
  if (isEmpty) await books.open();
  const api = new TestApi(await serve({ database, clock, callers, people }), books, clock, callers, people);
  if (isEmpty) await api.addSouth();
  return api;
}
