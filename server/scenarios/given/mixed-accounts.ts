// Accounts of every kind with a past of three months, told through the public verbs: recurring in advance, storage that changes, traffic, plan moves,
// what is learned late, items outside of plans, commitments, pauses and returns, discounts, short periods, and accounts that must be set aside.
import { recordSettings, upsertAccounts } from '../../src/domains/accounts/index.ts';
import { addFixedDiscounts } from '../../src/domains/discounts/index.ts';
import { addCredits, addItems, publishPrices, recordFacts } from '../../src/domains/subscriptions/index.ts';
import { recordUsage } from '../../src/domains/usage/index.ts';
import { type Books, day, decimal, unitPrice } from '../../src/testing/books.ts';
import { givenCatalog } from './catalog.ts';
import { Customer, emptyPage, type Page } from './customer.ts';
import { Chance } from './random.ts';

/** Later than any machine's clock, so that the shared clock, which only goes forward, can be set to it. */
export const FIRST_RUN = '2040-01-03T09:00:00Z';
export const SECOND_RUN = '2040-02-03T09:00:00Z';
/** When all is told and the third run is due. */
export const THIRD_RUN = '2040-03-04T09:00:00Z';

interface Pages {
  readonly january: Page;
  readonly february: Page;
  readonly march: Page;
}

/** What a customer of some kind does; each page is written when its run is about to begin. */
type Life = (customer: Customer, pages: Pages) => void;

const lives: Readonly<Record<string, Life>> = {
  inAdvance: (customer) => {
    customer.starts('P', customer.someTime('2040-01', 1, 2), { seat: String(customer.chance.whole(1, 9)) });
  },
  storage: (customer, { february, march }) => {
    customer.starts('P', '2039-12-20', { seat: '1', disk: '100' });
    customer.on(february).takes(customer.someTime('2040-01'), 'disk', customer.chance.whole(1, 500));
    for (const size of [50, 250, 120]) customer.on(march).takes(customer.someTime('2040-02'), 'disk', customer.chance.whole(1, size));
  },
  traffic: (customer, { february, march }) => {
    customer.starts('P', '2040-01-01');
    for (let event = 0; event < 6; event += 1) customer.on(february).uses(customer.someTime('2040-01'), customer.chance.whole(1, 400) / 10);
    for (let event = 0; event < 6; event += 1) customer.on(march).uses(customer.someTime('2040-02'), customer.chance.whole(1, 400) / 10);
    customer.on(march).uses(customer.someTime('2040-01'), customer.chance.whole(1, 90));
  },
  planMove: (customer, { february, march }) => {
    customer.starts('P', '2040-01-01', { seat: String(customer.chance.whole(1, 4)), disk: '30' });
    customer
      .on(february)
      .movesTo(customer.someTime('2040-01'), 'PRO')
      .rents(customer.someTime('2040-02', 1, 2), 'server', 'web-1');
    const march4 = customer.on(march).uses(customer.someTime('2040-02'), 1700);
    march4.rents(customer.someTime('2040-02'), 'server', 'web-2').rents(customer.someTime('2040-02', 10, 20), 'server', 'web-1', 0);
    if (customer.chance.fraction() < 0.5) march4.movesTo(customer.someTime('2040-02', 20, 27), 'P');
  },
  learnedLate: (customer, { february, march }) => {
    customer.starts('P', '2039-12-10', { seat: '3' });
    customer.on(february).takes(customer.someTime('2039-12', 12, 28), 'seat', customer.chance.whole(1, 6), 'wrong');
    customer
      .on(march)
      .happens('2040-03-04', { kind: 'void', ref: 'wrong' })
      .takes(customer.someTime('2040-01', 5, 20), 'seat', 2);
  },
  extraItems: (customer, { february, march }) => {
    customer.starts('P', '2040-01-01');
    customer.buys('2040-01-01', 'installation', '80').buys('2040-01-02', 'domain', '1.25', { every: { unit: 'month', count: 1 } });
    customer.on(february).buys(customer.someTime('2040-01'), 'gift', '-7.77');
    customer
      .on(march)
      .buys(customer.someTime('2040-02'), 'repair', '19.99')
      .isCredited('2040-02-15', 'sorry', `${customer.account}-installation`, String(customer.chance.whole(1, 100)));
  },
  commitment: (customer, { february, march }) => {
    customer.starts('GROWTH', customer.someTime('2039-12', 15, 28), { seat: String(customer.chance.whole(1, 3)) });
    customer.on(february).uses(customer.someTime('2040-01'), customer.chance.whole(1, 3000));
    customer.on(march).uses(customer.someTime('2040-02'), customer.chance.whole(1, 3000)).uses(customer.someTime('2040-01'), 10);
  },
  leavesAndReturns: (customer, { february, march }) => {
    customer.starts('P', '2040-01-01', { seat: '5', disk: '10' });
    customer
      .on(february)
      .happens(customer.someTime('2040-01', 5, 25), { kind: 'pause' })
      .happens('2040-02-02', { kind: 'resume' });
    customer.on(march).happens(customer.someTime('2040-02', 5, 15), { kind: 'end' }, 'end');
    if (customer.chance.fraction() < 0.5) customer.on(march).returns(customer.someTime('2040-02', 20, 27), 'P');
  },
  discounts: (customer, { february, march }) => {
    customer.starts('PRO', '2040-01-01', { seat: '2' });
    customer.isGiven('2040-01-01', 'welcome', String(customer.chance.whole(5, 300)));
    const percent = decimal(String(customer.chance.whole(1, 40)));
    customer.on(february).happens(customer.someTime('2040-01'), { kind: 'discount', percent, until: null, component: null });
    customer.on(march).isGiven('2040-02-20', 'sorry', '12.34').uses(customer.someTime('2040-02'), 55);
  },
  byTheWeek: (customer, { march }) => {
    customer.starts('WEEKLY', customer.someTime('2039-12', 20, 28), { desk: String(customer.chance.whole(1, 3)) });
    if (customer.chance.fraction() < 0.5) customer.on(march).takes(customer.someTime('2040-02'), 'desk', 4);
  },
  setAside: (customer, { march }) => {
    customer.starts('P', '2040-01-01', { seat: '2' });
    customer.on(march).takes(customer.someTime('2040-02'), 'seat', 900_000);
  },
};

const zones = ['Europe/Berlin', 'Europe/Berlin', 'UTC', 'America/New_York', 'Pacific/Auckland'];
export const kinds = Object.keys(lives);

/** The first run and the second are done; the third is due at once, and for some accounts since weeks. Answers the accounts' external ids. */
export async function givenMixedAccounts(books: Books, seed: number, count: number): Promise<string[]> {
  const chance = new Chance(seed);
  const pages: Pages = { january: emptyPage(), february: emptyPage(), march: emptyPage() };
  const names = Array.from({ length: count }, (_, index) => `${kinds[index % kinds.length]}-${index}`);
  for (const name of names) lives[name.split('-')[0]!]!(new Customer(name, chance, pages.january), pages);
  books.clock.set(FIRST_RUN);
  await books.open({ alarmTotal: '1000000' });
  await givenCatalog(books);
  await givenAccounts(books, names, chance);
  await tell(books, pages.january);
  await books.bill();
  books.clock.set(SECOND_RUN);
  await tell(books, pages.february);
  await books.bill();
  books.clock.set(THIRD_RUN);
  await tell(books, pages.march);
  await givenCorrectedPrice(books);
  return names;
}

async function givenAccounts(books: Books, names: readonly string[], chance: Chance): Promise<void> {
  await books.run(async (tx, seller, now) => {
    const { ids } = await upsertAccounts(
      tx,
      seller,
      names.map((externalId) => ({ externalId, name: `Customer ${externalId}`, country: 'DE', zone: chance.pick(zones) })),
      now,
    );
    const atOnce = [...ids.values()].filter(() => chance.fraction() < 0.5);
    const settings = ['upgrade', 'downgrade'].flatMap((key) =>
      atOnce.map((accountId) => ({ accountId, key, value: 'at_once', validFrom: 0 })),
    );
    await recordSettings(tx, seller.id, settings, now);
  });
}

export async function tell(books: Books, page: Page): Promise<void> {
  await books.run(async (tx, seller, now) => {
    await recordFacts(tx, seller, page.facts, now);
    await recordUsage(tx, seller, page.usage, now);
    if (page.items.length > 0) await addItems(tx, seller, page.items, now);
    if (page.credits.length > 0) await addCredits(tx, seller, page.credits, now);
    if (page.discounts.length > 0) await addFixedDiscounts(tx, seller, page.discounts, now);
  });
}

/** Traffic of PRO was a cent too dear since February. */
async function givenCorrectedPrice(books: Books): Promise<void> {
  await books.run(async (tx, seller, now) => {
    const list = { currency: 'EUR', audience: null, buyerId: null, correction: true };
    const validFrom = day('2040-02-01');
    await publishPrices(tx, seller, [{ ...list, component: 'PRO/gb', validFrom, price: unitPrice('0.03') }], now);
  });
}
