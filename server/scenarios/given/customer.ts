// A customer and what happens to him, said in the words of a story: each verb adds a fact, an event or an item to the page that is written on.
import type { DiscountInput } from '../../src/domains/discounts/index.ts';
import type { CreditInput, FactChange, FactInput, ItemInput } from '../../src/domains/subscriptions/index.ts';
import type { EventInput } from '../../src/domains/usage/index.ts';
import { ONE } from '../../src/kernel/money/rational.ts';
import { decimal, instant, start } from '../../src/testing/books.ts';
import type { Chance } from './random.ts';

/** What becomes known at one moment. */
export interface Page {
  readonly facts: FactInput[];
  readonly usage: EventInput[];
  readonly items: ItemInput[];
  readonly credits: CreditInput[];
  readonly discounts: DiscountInput[];
}

export const emptyPage = (): Page => ({ facts: [], usage: [], items: [], credits: [], discounts: [] });

export class Customer {
  readonly account: string;
  readonly subscription: string;
  readonly chance: Chance;
  private readonly page: Page;

  constructor(account: string, chance: Chance, page: Page) {
    this.account = account;
    this.subscription = `${account}-main`;
    this.chance = chance;
    this.page = page;
  }

  /** The same customer on another page. */
  on(page: Page): Customer {
    return new Customer(this.account, this.chance, page);
  }

  starts(plan: string, at: string, quantities: Record<string, string> = {}): this {
    this.page.facts.push({
      subscription: this.subscription,
      account: this.account,
      at: instant(at),
      change: start(plan, quantities),
      reference: 'start',
    });
    return this;
  }

  happens(at: string, change: FactChange, reference: string | null = null): this {
    this.page.facts.push({ subscription: this.subscription, at: instant(at), change, reference });
    return this;
  }

  takes(at: string, component: string, value: number | string, reference: string | null = null): this {
    return this.happens(at, { kind: 'quantity', component, value: decimal(String(value)) }, reference);
  }

  rents(at: string, component: string, item: string, value = 1): this {
    return this.happens(at, { kind: 'item', component, item, value: decimal(String(value)) });
  }

  returns(at: string, plan: string): this {
    return this.happens(at, start(plan));
  }

  movesTo(at: string, plan: string): this {
    return this.happens(at, { kind: 'plan', plan, quantities: new Map() });
  }

  uses(at: string, gigabytes: number): this {
    const id = `${this.subscription}@${at}#${this.page.usage.length}`;
    this.page.usage.push({
      source: 'router',
      id,
      subscription: this.subscription,
      meter: 'traffic',
      at: instant(at),
      value: decimal(String(gigabytes)),
    });
    return this;
  }

  buys(at: string, externalId: string, amount: string, more: Partial<ItemInput> = {}): this {
    this.page.items.push({
      account: this.account,
      externalId: `${this.account}-${externalId}`,
      description: externalId,
      at: instant(at),
      amount: decimal(amount),
      quantity: ONE,
      taxCategory: null,
      every: null,
      until: null,
      ...more,
    });
    return this;
  }

  isCredited(at: string, externalId: string, item: string, amount: string): this {
    this.page.credits.push({
      account: this.account,
      externalId: `${this.account}-${externalId}`,
      item,
      at: instant(at),
      amount: decimal(amount),
      reason: 'goodwill',
    });
    return this;
  }

  isGiven(at: string, externalId: string, amount: string): this {
    this.page.discounts.push({
      account: this.account,
      externalId: `${this.account}-${externalId}`,
      at: instant(at),
      amount: decimal(amount),
      items: null,
    });
    return this;
  }

  /** A moment of a day of that month, to the second. */
  someTime(month: string, firstDay = 1, lastDay = 27): string {
    const two = (number: number): string => String(number).padStart(2, '0');
    const { chance } = this;
    const [day, hour, minute, second] = [chance.whole(firstDay, lastDay), chance.whole(0, 23), chance.whole(0, 59), chance.whole(0, 59)];
    return `${month}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`;
  }
}
