// Makes the demo and moves its time: at each stop what customers do, what their machines report, and what is due, by the same routes and the same run
// as everywhere.

import { type DemoRow, findDemo, insertDemo, setBuilt, setTold } from '../adapters/demo/demo-store.ts';
import { findProvider } from '../domains/accounts/index.ts';
import { runBilling, setUpProvider } from '../domains/invoicing/index.ts';
import { formatDay } from '../kernel/calendar/civil.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Services } from '../platform/http/work.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { dayOfInstant, lastDayAfter, morningOf, stopsBetween } from './days.ts';
import { DemoApi, type DemoInstallation } from './demo-api.ts';
import { type DemoCustomer, type DemoService, type Population, populate } from './population.ts';
import { chapters, openShop, sellerKeys } from './story.ts';
import { usageBetween } from './usage.ts';
import { addDemoUsers } from './users.ts';

export interface DemoProgress {
  readonly step: 'opening' | 'living' | 'moving' | 'closing';
  readonly done: number;
  readonly total: number;
  /** Where business time is. */
  readonly day: string;
}

export interface DemoOptions {
  readonly installation: DemoInstallation;
  /** The demo does not ask itself how far it is. */
  readonly services: Omit<Services, 'setUp'>;
  readonly tell: (progress: DemoProgress) => void;
}

export interface DemoExtent {
  readonly customers: number;
  readonly months: number;
}

const FULL: DemoExtent = { customers: 200, months: 12 };
const EVENTS_AT_ONCE = 2500;

export async function buildDemo(options: DemoOptions, extent: DemoExtent = FULL): Promise<void> {
  const { installation, tell } = options;
  const { database, clock } = installation;
  const firstDay = dayOfInstant(await clock.read());
  const demo: DemoRow = {
    customers: extent.customers,
    firstDay,
    lastDay: lastDayAfter(firstDay, extent.months),
    toldUntil: firstDay,
    isBuilt: false,
  };
  await inTransaction(database, async (tx) => {
    if ((await findProvider(tx)) !== null) {
      throw new Refusal(
        'demo.not_empty',
        'Something is sold here already, and a demo would mix with it. Start the demo with an empty PRORATA_DATA.',
      );
    }
    const company = { legalName: 'Nordlicht Hosting GmbH', country: 'DE', currency: 'EUR', zone: 'Europe/Berlin', language: 'en' };
    await setUpProvider(tx, { ...company, taxNumber: 'DE299999999', address: ['Am Speicher 7', '20095 Hamburg'] }, await clock.read());
    await insertDemo(tx, demo);
  });
  const api = await DemoApi.open(installation, options.services as Services);
  try {
    tell({ step: 'opening', done: 0, total: 1, day: formatDay(firstDay) });
    await openShop(api, (offset) => formatDay(firstDay + offset));
    await live(api, options, demo, demo.lastDay, 'living');
    tell({ step: 'closing', done: 0, total: 1, day: formatDay(demo.lastDay) });
    await addDemoUsers(api, installation, options.services.people);
    const builtAt = await clock.read();
    await inTransaction(database, (tx) => setBuilt(tx, builtAt));
  } finally {
    await api.close();
  }
}

/** On to a later instant, with everything that happens on the way. */
export async function moveDemo(options: DemoOptions, until: number): Promise<void> {
  const demo = await inTransaction(options.installation.database, findDemo);
  if (demo === null)
    throw new Refusal(
      'demo.none',
      'This installation is no demo. Its clock is moved with `PUT /v1/clock`, and billing follows within the hour.',
    );
  const api = await DemoApi.open(options.installation, options.services as Services);
  try {
    await live(api, options, demo, dayOfInstant(until), 'moving');
  } finally {
    await api.close();
  }
}

async function live(
  api: DemoApi,
  { installation, tell }: DemoOptions,
  demo: DemoRow,
  until: number,
  step: DemoProgress['step'],
): Promise<void> {
  const { database, clock } = installation;
  const population = populate({ customers: demo.customers, days: demo.lastDay - demo.firstDay });
  const stops = stopsBetween(demo.toldUntil, until);
  let before = demo.toldUntil;
  for (const [index, day] of stops.entries()) {
    tell({ step, done: index, total: stops.length, day: formatDay(day) });
    if (morningOf(day) > (await clock.read())) await clock.advanceTo(morningOf(day));
    await happen(api, population, demo.firstDay, before, day);
    await runBilling(database, clock, { asOf: null });
    const told = day;
    await inTransaction(database, (tx) => setTold(tx, told));
    before = day;
  }
}

/** What came up in the days before `until`. The first week's customers begin on the first day. */
async function happen(api: DemoApi, { customers, services }: Population, firstDay: number, from: number, until: number): Promise<void> {
  const [after, upTo] = [from === firstDay ? -1 : from - firstDay, until - firstDay];
  const isNow = (day: number): boolean => day > after && day <= upTo;
  const dayOf = (offset: number): string => formatDay(firstDay + offset);
  for (const seller of sellerKeys) {
    const started = services.filter(({ customer, startsOn }) => customer.seller === seller && isNow(startsOn));
    await begin(api, seller, started, dayOf);
    const changes = services
      .filter(({ customer }) => customer.seller === seller)
      .flatMap(({ externalId, changes: all }) =>
        all
          .filter(({ toldOn }) => isNow(toldOn))
          .map(({ on, change }) => ({ subscription: externalId, change: { ...change, at: dayOf(on) } })),
      );
    if (changes.length > 0) await api.call(seller, 'POST', '/v1/subscription-changes/bulk', { changes });
    const events = usageBetween(
      services.filter(({ customer }) => customer.seller === seller),
      firstDay,
      from,
      until,
    );
    for (let at = 0; at < events.length; at += EVENTS_AT_ONCE)
      await api.call(seller, 'POST', '/v1/events', events.slice(at, at + EVENTS_AT_ONCE));
  }
  const early = customers
    .filter(({ seller, externalId }) => seller === 'provider' && isEarly(services, externalId))
    .map(({ externalId }) => externalId);
  for (const chapter of chapters.filter(({ on }) => isNow(on))) await chapter.tell(api, dayOf, early);
}

const WEEK_DAYS = 7;
const isEarly = (services: readonly DemoService[], customer: string): boolean =>
  services.some(
    (service) =>
      service.customer.externalId === customer &&
      service.startsOn < WEEK_DAYS &&
      service.changes.every(({ change }) => change.do !== 'end'),
  );

async function begin(api: DemoApi, seller: string, started: readonly DemoService[], dayOf: (offset: number) => string): Promise<void> {
  if (started.length === 0) return;
  const accounts = [...new Map(started.map(({ customer }) => [customer.externalId, accountOf(customer)])).values()];
  await api.call(seller, 'POST', '/v1/accounts/bulk', { accounts });
  const subscriptions = started.map(({ externalId, customer, plan, quantities, startsOn }) => ({
    externalId,
    account: customer.externalId,
    plan,
    quantities,
    at: dayOf(startsOn),
  }));
  await api.call(seller, 'POST', '/v1/subscriptions/bulk', { subscriptions });
}

function accountOf({ externalId, name, kind, origin, address, seller }: DemoCustomer) {
  const { country, language, zone, currency } = origin;
  return { externalId, name, kind, country, language, zone, address, ...(seller === 'provider' ? { currency } : {}) };
}
