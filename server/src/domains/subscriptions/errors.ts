// What can be refused about subscriptions.
import { Refusal } from '../../kernel/refusal.ts';

const refuse = (code: string, message: string, path: string, parameters: Record<string, string> = {}): Refusal =>
  new Refusal(`subscription.${code}`, message, { path, parameters });

export const notStarted = (subscription: string, path: string): Refusal =>
  refuse('not_started', `There is no subscription "${subscription}". Its first fact is a start that names its account.`, path, {
    subscription,
  });

export const wrongAccount = (subscription: string, path: string): Refusal =>
  refuse(
    'other_account',
    `The subscription "${subscription}" belongs to another account. Leave the account out, or name the right one.`,
    path,
    {
      subscription,
    },
  );

export const recordedLater = (path: string): Refusal =>
  refuse('recorded_in_future', 'A fact cannot have been recorded later than now. Leave `recorded` out.', path);

export const unknownPlan = (plan: string, path: string): Refusal =>
  refuse('unknown_plan', `There is no published plan "${plan}". Publish it first, or correct the name.`, path, { plan });

export const unknownComponent = (component: string, plans: string, path: string): Refusal =>
  refuse('unknown_component', `No plan of this subscription (${plans}) has a component "${component}". Correct the name.`, path, {
    component,
  });

export const negativeQuantity = (component: string, path: string): Refusal =>
  refuse('negative_quantity', `The quantity of "${component}" is below zero. Use zero or more.`, path, { component });

export const unknownReference = (reference: string, path: string): Refusal =>
  refuse('unknown_reference', `This timeline has no fact called "${reference}". Name one that it has.`, path, { reference });

export const repeatedReference = (reference: string, path: string): Refusal =>
  refuse('repeated_reference', `This timeline already has a fact called "${reference}". Give the new one another name.`, path, {
    reference,
  });

export const endsBeforeStart = (path: string): Refusal =>
  refuse('ends_before_start', 'The subscription would end before it begins. Correct the date, or void the start.', path);

export const wrongPercent = (path: string): Refusal =>
  refuse('wrong_percent', 'A discount is more than 0 and at most 100 percent. Correct the number.', path);

export const priceMissing = (component: string, currency: string, path: string): Refusal =>
  refuse('price_missing', `"${component}" has no price in ${currency} for this account. Publish one, or use another plan.`, path, {
    component,
    currency,
  });

export const dateOutOfRange = (path: string): Refusal =>
  refuse('date_out_of_range', 'The date lies outside of the years 1970 to 2199. Correct it.', path);

export const repeatedItem = (path: string): Refusal =>
  new Refusal('item.repeated', 'An item of that id is there already, or is named twice. Items are added once; give another id.', { path });

export const wrongCredit = (path: string): Refusal =>
  new Refusal('credit.not_positive', 'A credit lowers a charge by an amount above zero. Correct the amount.', { path });

export const creditCurrency = (item: string, currencies: readonly string[], path: string): Refusal =>
  new Refusal(
    'credit.currency_needed',
    `"${item}" is charged to this account in ${currencies.join(' and ')}. Say in which of them the credit is.`,
    { path, parameters: { item, currencies: currencies.join(' ') } },
  );

export const otherCurrency = (item: string, currency: string, path: string): Refusal =>
  new Refusal(
    'credit.other_currency',
    `"${item}" is not charged to this account in ${currency}. Credit it in the currency of its charge.`,
    {
      path,
      parameters: { item, currency },
    },
  );

export const repeatedCredit = (externalId: string): Refusal =>
  new Refusal('credit.repeated', `There is a credit "${externalId}" already. Give each its own external id.`, {
    path: 'externalId',
    parameters: { externalId },
  });

export const poolExhausted = (pool: string, maximum: string, left: string, at: string, path: string): Refusal =>
  new Refusal('pool.exhausted', `The pool "${pool}" of ${maximum} has ${left} left at ${at}. Take no more, or enlarge the pool.`, {
    path,
    parameters: { pool, maximum, left, at },
  });

export const poolBelowHeld = (pool: string, held: string, services: string, day: string, path: string): Refusal =>
  new Refusal(
    'pool.below_held',
    `On ${day} services hold ${held} of the pool "${pool}": ${services}. Let them give back first, or leave it larger.`,
    { path, parameters: { pool, held, services, day } },
  );

export const negativePool = (path: string): Refusal =>
  new Refusal('pool.negative', 'A pool holds zero or more. Correct the number, or leave it null for no limit.', { path });

export const poolNamesUnknown = (component: string, path: string): Refusal =>
  new Refusal('pool.unknown_component', `No plan has a component "${component}". Name its key, or plan and key.`, {
    path,
    parameters: { component },
  });

export const couponNotForThis = (code: string, path: string): Refusal =>
  new Refusal('coupon.not_for_this', `The coupon "${code}" is for other plans or components, or nothing it is for is in service then.`, {
    path,
    parameters: { code },
  });

export const couponOtherCurrency = (code: string, currency: string, path: string): Refusal =>
  new Refusal('coupon.other_currency', `The coupon "${code}" takes off ${currency}, and this is bought in another currency.`, {
    path,
    parameters: { code, currency },
  });

export const couponBackdated = (path: string): Refusal =>
  new Refusal('coupon.backdated', 'A coupon counts from today on, or from a later day. Correct the day, or leave it out.', { path });

export const usageIsFinal = (day: string, path: string): Refusal =>
  new Refusal(
    'subscription.usage_is_final',
    `Usage of earlier periods is no longer kept, and what it was billed stays. Tell a day from ${day} on, or bill or credit the difference as an extra item.`,
    { path, parameters: { day } },
  );

export const subscriptionExists = (externalId: string, path = 'externalId'): Refusal =>
  new Refusal('subscription.exists', `There is a subscription "${externalId}" already. Change it, or choose another external id.`, {
    path,
    parameters: { externalId },
  });
