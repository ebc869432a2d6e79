// Many subscriptions, changes or extra items in one request, for moving in from another system. One rule for all of them: all or none.
import { z } from 'zod';
import { findZone } from '../../kernel/calendar/zone.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { name, says } from '../../platform/fields.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf, Rehearsal, type Work } from '../../platform/http/work.ts';
import { type AccountRow, findAccountsNamed, listAccountsById, unknownAccount } from '../accounts/index.ts';
import { requireWithinLimit } from '../people/index.ts';
import { notStarted, repeatedItem, subscriptionExists } from './errors.ts';
import { addItems, findItems } from './extra-items.ts';
import { factBody, readAt, readChange, startBody } from './fact-shape.ts';
import { itemBody, readItem } from './item-routes.ts';
import { type FactInput, recordFacts } from './record-facts.ts';
import { findSubscriptions } from './store.ts';
import type { FactChange } from './stored-fact.ts';

const GREATEST = 5000;
const LIMIT_BYTES = 8 * 1024 * 1024;

const query = z.object({
  preview: says(z.enum(['true', 'false']).default('false'), 'Say whether it would be taken, and keep nothing.', 'true'),
});
const present = says(
  z.enum(['refuse', 'keep']).default('refuse'),
  'What happens where an external id is there already: the request is refused, or with `keep` that entry is passed over.',
  'keep',
);
const allOrNone = `All or none, at most ${GREATEST}; a refusal names the entry at fault. Sent again with \`present: keep\` it goes on where it was.`;
const kept = says(z.int(), 'How many were there already and are as they were.', 0);
const count = (what: string) => says(z.int(), what, 120);

const start = defineRoute({
  method: 'POST',
  path: '/v1/subscriptions/bulk',
  operationId: 'startSubscriptions',
  summary: 'Start many subscriptions',
  description: `Each with all that happened to it since. ${allOrNone}`,
  tag: 'subscriptions',
  access: { permission: 'subscriptions.write', callers: 'staff' },
  query,
  body: z.object({
    present,
    subscriptions: says(
      z
        .array(startBody.extend({ changes: says(z.array(factBody).max(1000).default([]), 'What happened to it since, in order.') }))
        .min(1)
        .max(GREATEST),
      'Each external id once.',
    ),
  }),
  response: z.object({ started: count('How many are new.'), kept, facts: count('Starts and changes that were recorded.') }),
  refusals: [
    ...['account.unknown', 'access.over_limit', 'currency.off', 'request.date', 'request.instant', 'subscription.exists'],
    ...['subscription.unknown_plan', 'subscription.unknown_component', 'subscription.unknown_reference', 'subscription.price_missing'],
    ...[
      'subscription.repeated_reference',
      'subscription.negative_quantity',
      'subscription.usage_is_final',
      'subscription.ends_before_start',
      'subscription.wrong_percent',
    ],
    'subscription.date_out_of_range',
  ],
  bodyLimitBytes: LIMIT_BYTES,
  async handle(work, { query: how, body }) {
    const { tx, seller } = work;
    const externalIds = body.subscriptions.map((one) => one.externalId);
    const first = firstPlaces(externalIds);
    const there = new Set((await findSubscriptions(tx, seller.id, externalIds)).map((row) => row.externalId));
    const accounts = await findAccountsNamed(
      tx,
      seller.id,
      body.subscriptions.map((one) => one.account),
    );
    const taken = new Taken<FactInput>('subscriptions');
    body.subscriptions.forEach(({ changes, ...one }, index) => {
      const [isFirst, isThere] = [first.get(one.externalId) === index, there.has(one.externalId)];
      if (isFirst && isThere && body.present === 'keep') return;
      if (!isFirst || isThere) throw taken.refused(subscriptionExists(one.externalId), index);
      const account = accounts.get(one.account);
      if (account === undefined) throw taken.refused(unknownAccount(one.account, 'account'), index);
      const place = { subscription: one.externalId, account: account.externalId, taxCategory: one.taxCategory };
      taken.add(index, () => readFact(work, { ...one, do: 'start' }, account, place));
      changes.forEach((change, at) => void taken.add(index, () => readFact(work, change, account, place), `changes[${at}].`));
    });
    const { made, facts } = await taken.done((inputs) => recordFacts(tx, seller, inputs, work.now));
    return ended(work, how, 'subscriptions', { started: made, kept: body.subscriptions.length - made, facts });
  },
});

const change = defineRoute({
  method: 'POST',
  path: '/v1/subscription-changes/bulk',
  operationId: 'changeSubscriptions',
  summary: 'Change many subscriptions',
  description: `In the order told. All or none, at most ${GREATEST}; a refusal names the entry at fault.`,
  tag: 'subscriptions',
  access: { permission: 'subscriptions.write', callers: 'staff' },
  query,
  body: z.object({
    changes: says(
      z
        .array(z.object({ subscription: says(name, 'External id.', 'web-1'), change: says(factBody, 'What happens to it.') }))
        .min(1)
        .max(GREATEST),
      'In order.',
    ),
  }),
  response: z.object({ facts: count('Changes that were recorded.') }),
  refusals: [
    ...['access.over_limit', 'currency.off', 'request.date', 'request.instant', 'subscription.not_started'],
    ...['subscription.unknown_plan', 'subscription.unknown_component', 'subscription.unknown_reference', 'subscription.price_missing'],
    ...[
      'subscription.repeated_reference',
      'subscription.negative_quantity',
      'subscription.usage_is_final',
      'subscription.ends_before_start',
      'subscription.wrong_percent',
    ],
    'subscription.date_out_of_range',
  ],
  bodyLimitBytes: LIMIT_BYTES,
  async handle(work, { query: how, body }) {
    const { tx, seller } = work;
    const rows = await findSubscriptions(tx, seller.id, [...new Set(body.changes.map((one) => one.subscription))]);
    const accountIds = [...new Set(rows.map((row) => row.accountId))];
    const accounts = new Map((await listAccountsById(tx, seller.id, accountIds)).map((account) => [account.id, account]));
    const owners = new Map(rows.map((row) => [row.externalId, accounts.get(row.accountId)!]));
    const taken = new Taken<FactInput>('changes');
    body.changes.forEach(({ subscription, change: told }, index) => {
      const account = owners.get(subscription);
      if (account === undefined) throw taken.refused(notStarted(subscription, 'subscription'), index);
      taken.add(index, () => readFact(work, told, account, { subscription }), 'change.');
    });
    const { facts } = await taken.done((inputs) => recordFacts(tx, seller, inputs, work.now));
    return ended(work, how, 'subscriptions', { facts });
  },
});

const items = defineRoute({
  method: 'POST',
  path: '/v1/extra-items/bulk',
  operationId: 'addExtraItems',
  summary: 'Charge many things outside any plan',
  description: allOrNone,
  tag: 'items',
  access: { permission: 'credits.write', callers: 'staff' },
  query,
  body: z.object({ present, items: says(z.array(itemBody).min(1).max(GREATEST), 'Each external id once.') }),
  response: z.object({ added: count('How many are new.'), kept }),
  refusals: ['account.unknown', 'access.over_limit', 'item.repeated', 'field.empty', 'request.date', 'request.instant'],
  bodyLimitBytes: LIMIT_BYTES,
  async handle(work, { query: how, body }) {
    const { tx, seller } = work;
    const externalIds = body.items.map((one) => one.externalId);
    const first = firstPlaces(externalIds);
    const there = await findItems(tx, seller.id, externalIds);
    const accounts = await findAccountsNamed(
      tx,
      seller.id,
      body.items.map((one) => one.account),
    );
    const taken = new Taken<ReturnType<typeof readItem>>('items');
    body.items.forEach((one, index) => {
      const [isFirst, isThere] = [first.get(one.externalId) === index, there.has(one.externalId)];
      if (isFirst && isThere && body.present === 'keep') return;
      if (!isFirst || isThere) throw taken.refused(repeatedItem('externalId'), index);
      const account = accounts.get(one.account);
      if (account === undefined) throw taken.refused(unknownAccount(one.account, 'account'), index);
      taken.add(index, () => readItem(work, one, account));
    });
    const added = await taken.done(async (inputs) => {
      await addItems(tx, seller, inputs, work.now);
      return inputs.length;
    });
    return ended(work, how, 'extra-items', { added, kept: body.items.length - added });
  },
});

export const bulkRoutes: readonly Route[] = [start, change, items];

function firstPlaces(names: readonly string[]): Map<string, number> {
  const first = new Map<string, number>();
  names.forEach((one, index) => void (first.has(one) || first.set(one, index)));
  return first;
}

type Told = Parameters<typeof readChange>[0];

function readFact(
  work: Work,
  told: Told,
  account: AccountRow,
  place: Pick<FactInput, 'subscription' | 'account' | 'taxCategory'>,
): FactInput {
  const zone = findZone(account.zone)!;
  const read: FactChange = readChange(told, zone);
  if (read.kind === 'discount') requireWithinLimit(callerOf(work.principal), 'discounts.write', 'percent', read.percent);
  return { ...place, reference: told.reference, at: readAt(told.at, zone, work.now), change: read };
}

function ended<Answer extends object>(work: Work, how: z.output<typeof query>, subject: string, answer: Answer): Answer {
  if (how.preview === 'true') throw new Rehearsal(answer);
  work.note({ subject, before: null, after: answer });
  return answer;
}

/** Entries as a verb takes them; where one is refused, the refusal names its place in the request. */
class Taken<Input> {
  private readonly list: string;
  private readonly inputs: Input[] = [];
  private readonly places: string[] = [];

  constructor(list: string) {
    this.list = list;
  }

  add(index: number, read: () => Input, inside = ''): void {
    try {
      this.inputs.push(read());
      this.places.push(`${this.list}[${index}]${inside === '' ? '' : `.${inside.slice(0, -1)}`}`);
    } catch (error) {
      throw error instanceof Refusal ? this.refused(error, index, inside) : error;
    }
  }

  refused({ code, message, path = '', parameters }: Refusal, index: number, inside = ''): Refusal {
    const place = `${this.list}[${index}].${inside}${path}`.replace(/\.$/, '');
    return new Refusal(code, message, { path: place, parameters: { ...parameters } });
  }

  async done<Answer>(verb: (inputs: readonly Input[]) => Promise<Answer>): Promise<Answer> {
    try {
      return await verb(this.inputs);
    } catch (error) {
      if (!(error instanceof Refusal) || error.path === undefined) throw error;
      const path = error.path.replace(/^\w+\[(\d+)\]/, (all, index: string) => this.places[Number(index)] ?? all);
      throw new Refusal(error.code, error.message, { path, parameters: { ...error.parameters } });
    }
  }
}
