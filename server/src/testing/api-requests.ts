// Test support: one good request of every operation, from its example where that will do.
// A new route whose example is refused gets its body here.
import { exampleBody, type Operation } from './api-operations.ts';
import type { Subjects } from './tenants.ts';

type Body = (subjects: Subjects) => unknown;

const bodies: Readonly<Record<string, Body>> = {
  inviteUser: ({ account }) => ({ mail: 'new@example.org', name: 'New', role: 'customer_viewer', account }),
  changeUser: () => ({ name: 'Changed' }),
  setUserRoles: ({ account }) => ({ roles: [{ role: 'customer_viewer', account }] }),
  defineRole: () => ({ name: 'Readers', holders: 'staff', permissions: ['invoices.read'], limits: {} }),
  makeKey: ({ account }) => ({ name: 'Made', permissions: ['invoices.read'], account }),
  replaceKey: () => ({}),
  setIdentityProvider: () => ({ name: 'Sign-in', issuer: 'https://id.example.org', clientId: 'us', clientSecret: 'a secret of theirs' }),
  changeAccount: () => ({ purchaseOrder: 'PO-1' }),
  makeSeller: ({ reseller }) => ({ key: 'made', account: reseller }),
  changeSeller: () => ({ legalName: 'Changed Ltd' }),
  changeAccountCurrency: () => ({ currency: 'EUR' }),
  takeOverPlans: () => ({ plans: ['P'] }),
  recordSettings: () => ({ settings: [{ key: 'paymentTermDays', value: 30, from: '2026-03-01' }] }),
  putPlanDraft: () => plan,
  publishPrices: ({ plan: key }) => prices(key),
  putPriceDraft: ({ plan: key }) => prices(key),
  startSubscription: ({ account, plan: key }) => ({
    externalId: 'made-1',
    account,
    plan: key,
    quantities: { seat: '1' },
    at: '2026-01-10',
  }),
  changeSubscription: () => ({ do: 'quantity', component: 'seat', value: '3', at: '2026-01-20' }),
  addExtraItem: ({ account }) => ({ externalId: 'item-1', account, description: 'Work by hand', at: '2026-01-15', amount: '10.00' }),
  giveDiscount: ({ account }) => ({ externalId: 'discount-1', account, amount: '1.00' }),
  startSubscriptions: ({ account, plan: key }) => ({
    present: 'keep',
    subscriptions: [{ externalId: 'made-1', account, plan: key, quantities: { seat: '1' }, at: '2026-01-10', changes: [] }],
  }),
  changeSubscriptions: ({ subscription }) => ({
    changes: [{ subscription, change: { do: 'quantity', component: 'seat', value: '3', at: '2026-01-20' } }],
  }),
  addExtraItems: ({ account }) => ({
    items: [{ externalId: 'item-1', account, description: 'Work by hand', at: '2026-01-15', amount: '10.00' }],
  }),
  redeemCoupon: ({ account, coupon: code }) => ({ code, account, reference: 'redemption-1' }),
  addCredit: ({ account, plan: key }) => ({ externalId: 'credit-1', account, item: `${key}/seat`, at: '2026-01-05', amount: '1.00' }),
  startBillingRun: () => ({ asOf: '2026-01-01' }),
  setPool: () => ({ maximum: '8', components: ['seat'] }),
  sendEvents: ({ subscription, meter }) => [
    {
      specversion: '1.0',
      id: 'event-1',
      source: 'test',
      type: meter,
      subject: subscription,
      time: '2026-01-01T12:00:00Z',
      data: { value: '1' },
    },
  ],
  switchCurrency: () => ({ enabled: true }),
  setCurrencyRules: () => ({ rules: [] }),
  moveClock: () => ({ now: '2026-01-02T00:00:00Z' }),
  moveDemoClock: () => ({ now: '2026-01-02T00:00:00Z' }),
  replayWebhookEndpoint: () => ({ since: '2025-12-31T00:00:00Z' }),
};

/** Query fields without which a list says nothing of the subject. */
const queries: Readonly<Record<string, (subjects: Subjects) => string>> = {
  getUsageEvent: ({ externalId }) => `?source=${externalId}&id=1`,
  explainPrice: ({ plan: key }) => `?component=${key}/seat`,
};

const component = { key: 'seat', kind: 'recurring', timing: 'advance', quantity: '1' };
const plan = { name: 'Plan', period: { unit: 'month', count: 1 }, components: [component] };
const prices = (key: string | undefined): unknown => ({
  prices: [{ component: `${key}/seat`, currency: 'EUR', from: '2026-03-01', price: { kind: 'unit', price: '12.00' } }],
});

export function goodBody(operation: Operation, subjects: Subjects): unknown {
  const body = bodies[operation.route.operationId];
  return body === undefined ? exampleBody(operation) : body(subjects);
}

export function goodQuery({ route, parameters }: Operation, subjects: Subjects): string {
  const chosen = queries[route.operationId];
  if (chosen !== undefined) return chosen(subjects);
  const needed = parameters.filter((one) => one.in === 'query' && one.required === true);
  const examples = needed.map(({ name, schema, example }): [string, string] => {
    return [name, String(example ?? schema.example ?? schema.examples?.[0] ?? '')];
  });
  return examples.length === 0 ? '' : `?${new URLSearchParams(examples)}`;
}
