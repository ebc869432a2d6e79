// Who buys what, from when, and what changes: decided beforehand and the same each time. Days are counted from the demo's first.
import { countries, type DemoCountry } from './names.ts';
import { Chance } from './random.ts';

export interface DemoCustomer {
  readonly externalId: string;
  /** Key of the seller he buys of. */
  readonly seller: string;
  readonly name: string;
  readonly kind: 'company' | 'person';
  readonly origin: DemoCountry;
  readonly address: readonly string[];
}

export interface DemoService {
  readonly externalId: string;
  readonly customer: DemoCustomer;
  readonly plan: string;
  readonly quantities: Readonly<Record<string, string>>;
  readonly startsOn: number;
  readonly changes: readonly DemoChange[];
  /** GB a day by meter, about. */
  readonly usage: Readonly<Record<string, number>>;
}

export interface DemoChange {
  readonly on: number;
  /** When the provider hears of it: later for what is backdated. */
  readonly toldOn: number;
  readonly change: Readonly<Record<string, string>>;
}

export interface DemoSize {
  readonly customers: number;
  /** From the first to the last day of the history. */
  readonly days: number;
}

export interface Population {
  readonly customers: readonly DemoCustomer[];
  readonly services: readonly DemoService[];
}

export function populate({ customers: count, days }: DemoSize): Population {
  const chance = new Chance('prorata');
  const customers = Array.from({ length: count }, (_, index) => newCustomer(chance, index, count));
  const services = customers.flatMap((customer) => servicesOf(chance, customer, days));
  return { customers, services };
}

/** The last tenth buys of the resellers; the order of countries is mixed, their shares are kept. */
function newCustomer(chance: Chance, index: number, count: number): DemoCustomer {
  const seller = sellerOf(index / count);
  const origin = seller === 'provider' ? drawn(chance) : countries.find(({ country }) => country === (seller === 'baltic' ? 'PL' : 'GB'))!;
  const isPerson = chance.is(0.2);
  const [first, last] = [chance.one(origin.first), chance.one(origin.last)];
  const number = index + 1;
  return {
    externalId: `c-${1000 + number}`,
    seller,
    name: isPerson ? `${first} ${last}` : `${chance.one(origin.trades)} ${last} ${origin.form}`,
    kind: isPerson ? 'person' : 'company',
    origin,
    address: [`${chance.one(origin.streets)} ${chance.whole(1, 98)}`, chance.one(origin.cities)],
  };
}

function sellerOf(place: number): string {
  if (place >= 0.97) return 'cymru';
  if (place >= 0.91) return 'albion';
  return place >= 0.84 ? 'baltic' : 'provider';
}

function drawn(chance: Chance): DemoCountry {
  let left = chance.part() * countries.reduce((sum, { share }) => sum + share, 0);
  for (const country of countries) {
    left -= country.share;
    if (left < 0) return country;
  }
  return countries[0]!;
}

/** Half were there when the history begins; the others come through the year. */
function servicesOf(chance: Chance, customer: DemoCustomer, days: number): DemoService[] {
  const startsOn = chance.is(0.5) ? chance.whole(0, Math.min(6, days - 1)) : chance.whole(7, Math.max(7, days - 20));
  const made: DemoService[] = [];
  const add = (plan: string, service: Partial<DemoService>) =>
    made.push({
      externalId: `${customer.externalId}-${plan.split('-')[0]}${made.length + 1}`,
      customer,
      plan,
      quantities: {},
      startsOn,
      changes: [],
      usage: {},
      ...service,
    });
  const isReseller = customer.seller !== 'provider';
  const kind = chance.part();
  if (kind < 0.55) add(...server(chance, startsOn, days));
  else add(...hosting(chance, startsOn, days));
  if (!isReseller && customer.kind === 'company' && chance.is(0.5)) add('mail', mailboxes(chance, customer, startsOn, days));
  if (!isReseller && chance.is(0.45)) add('domain', domainNames(customer, startsOn));
  if (!isReseller && chance.is(0.2))
    add('object-storage', { usage: { 'stored-gb': chance.whole(30, 900), 'traffic-gb': chance.whole(1, 12) } });
  return made;
}

const MOVES: Readonly<Record<string, string>> = { 'vps-s': 'vps-m', 'vps-m': 'vps-l', 'hosting-basic': 'hosting-pro' };
const BACKDATED_DAYS = 9;

/** Some grow out of their plan; of some of those it is told late. */
function growth(chance: Chance, plan: string, startsOn: number, days: number): DemoChange[] {
  const next = MOVES[plan];
  const room = days - startsOn - 40;
  if (next === undefined || room < 1 || !chance.is(0.3)) return [];
  const on = startsOn + 30 + chance.whole(0, room);
  return [{ on, toldOn: chance.is(0.2) ? on + BACKDATED_DAYS : on, change: { do: 'plan', plan: next } }];
}

function ending(chance: Chance, startsOn: number, days: number): DemoChange[] {
  const room = days - startsOn - 95;
  if (room < 1 || !chance.is(0.08)) return [];
  const on = startsOn + 90 + chance.whole(0, room);
  return [{ on, toldOn: on, change: { do: 'end' } }];
}

function lastOf(changes: readonly DemoChange[]): number {
  return Math.max(0, ...changes.map(({ toldOn }) => toldOn));
}

function server(chance: Chance, startsOn: number, days: number): [string, Partial<DemoService>] {
  const plan = chance.one(['vps-s', 'vps-s', 'vps-m', 'vps-m', 'vps-l']);
  const grown = growth(chance, plan, startsOn, days);
  const ended = ending(chance, Math.max(startsOn, lastOf(grown)), days);
  const quantities = {
    ...(chance.is(0.4) ? { backup: '1' } : {}),
    ...(chance.is(0.15) ? { windows: String(chance.one([2, 4, 8])) } : {}),
    server: String(chance.is(0.15) ? chance.whole(2, 5) : 1),
  };
  return [plan, { quantities, changes: [...grown, ...ended], usage: { 'traffic-gb': chance.one([3, 8, 15, 30, 60]) } }];
}

function hosting(chance: Chance, startsOn: number, days: number): [string, Partial<DemoService>] {
  const plan = chance.one(['hosting-basic', 'hosting-basic', 'hosting-pro']);
  const grown = growth(chance, plan, startsOn, days);
  const ended = ending(chance, Math.max(startsOn, lastOf(grown)), days);
  return [plan, { changes: [...grown, ...ended], usage: { 'traffic-gb': chance.one([0.5, 1, 2, 5]) } }];
}

function mailboxes(chance: Chance, customer: DemoCustomer, startsOn: number, days: number): Partial<DemoService> {
  const { first, last } = customer.origin;
  const box = (index: number) => `${first[index % first.length]}.${last[(index * 3) % last.length]}`.toLowerCase();
  const set = (index: number, on: number, value = '1'): DemoChange => ({
    on,
    toldOn: on,
    change: { do: 'item', component: 'mailbox', item: box(index), value },
  });
  const people = chance.whole(2, 6);
  const atStart = Array.from({ length: people }, (_, index) => set(index, startsOn));
  const room = days - startsOn - 10;
  if (room < 30) return { changes: atStart };
  const comes = startsOn + 5 + chance.whole(0, room - 10);
  const goes = Math.min(comes + chance.whole(10, 60), days - 2);
  return { changes: [...atStart, set(people, comes), ...(chance.is(0.5) ? [set(0, goes, '0')] : [])] };
}

function domainNames(customer: DemoCustomer, startsOn: number): Partial<DemoService> {
  const word = customer.externalId.replace('-', '');
  const set = (item: string): DemoChange => ({
    on: startsOn,
    toldOn: startsOn,
    change: { do: 'item', component: 'domain', item, value: '1' },
  });
  return { changes: [set(`${word}.example.com`), ...(word.endsWith('7') ? [set(`${word}.example.org`)] : [])] };
}
