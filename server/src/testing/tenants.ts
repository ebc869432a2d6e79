// Test support: two resellers side by side with one of everything each, whose every name says whose it is; a seller above them and one below the first.
import { Readable } from 'node:stream';
import { findSellerByKey, type Seller, upsertAccounts } from '../domains/accounts/index.ts';
import { publishPlans } from '../domains/catalog/index.ts';
import { setUpReseller } from '../domains/invoicing/index.ts';
import { staffPermissions } from '../domains/people/index.ts';
import { publishPrices, recordFacts } from '../domains/subscriptions/index.ts';
import { receiveUpload } from '../domains/usage/index.ts';
import { formatIdentifier } from '../kernel/identifier.ts';
import { component, instant, start, unitPrice } from './books.ts';
import type { Call, TestApi } from './open-test-api.ts';

/** By the name of the path parameter: what of his is meant. */
export type Subjects = Readonly<Record<string, string>>;

export interface Furnished {
  readonly seller: Seller;
  /** What stands in every name of his. */
  readonly mark: string;
  /** Of his first account, and of the seller as a whole. */
  readonly own: Subjects;
  /** Of his second account, where it belongs to an account. */
  readonly other: Subjects;
  /** The same, but that whatever can be removed was. */
  readonly removed: Subjects;
}

export interface Tenants {
  readonly first: Furnished;
  readonly second: Furnished;
}

/** Well formed, and nobody's. */
const STRANGE = 800_000_000_000_000n;
export const randomSubjects: Subjects = {
  ...Object.fromEntries(
    Object.entries({
      account: 'acc',
      invoice: 'inv',
      user: 'usr',
      key: 'key',
      session: 'ses',
      passkey: 'psk',
      endpoint: 'whe',
      delivery: 'whd',
      run: 'run',
      discount: 'dsc',
      redemption: 'rdm',
      upload: 'upl',
      note: 'nte',
    }).map(([name, prefix]) => [name, formatIdentifier(prefix, STRANGE)]),
  ),
  externalId: 'nobodys',
  subscription: 'nobodys-web',
  role: 'nobodys',
  provider: 'nobodys',
  seller: 'nobodys',
  reseller: 'nobodys',
  meter: 'nobodys',
  plan: 'nobodys',
  ref: 'nobodys~1',
  currency: 'CHF',
  position: '99',
  pool: 'nobodys',
  coupon: 'nobodys',
  draft: 'nobodys',
};

/** `amber` below the provider with `amber-child` below it, and `canary` beside it. The clock stands in January 2026. */
export async function furnishTenants(api: TestApi): Promise<Tenants> {
  await api.books.run(async (tx, provider, now) => {
    const resellers = ['amber', 'canary'].map((key) => ({
      externalId: key,
      name: `${key} hosting`,
      kind: 'reseller' as const,
      country: 'PT',
      zone: 'Europe/Lisbon',
    }));
    await upsertAccounts(tx, provider, resellers, now);
    for (const key of ['amber', 'canary']) {
      await setUpReseller(tx, provider, { account: key, key, invoicePrefix: `${key}-`, creditNotePrefix: `${key}-CN-` }, now);
    }
  });
  const [first, second] = [await furnish(api, 'amber'), await furnish(api, 'canary')];
  await api.books.run(async (tx, _provider, now) => {
    const child = { externalId: 'amber-child', name: 'amber child', kind: 'reseller' as const, country: 'PT', zone: 'Europe/Lisbon' };
    await upsertAccounts(tx, first.seller, [child], now);
    const numbers = { invoicePrefix: 'AC-', creditNotePrefix: 'ACC-' };
    await setUpReseller(tx, first.seller, { account: 'amber-child', key: 'amber-child', ...numbers }, now);
  });
  await api.books.bill();
  return { first: await withInvoices(api, first), second: await withInvoices(api, second) };
}

async function furnish(api: TestApi, mark: string): Promise<Furnished> {
  const call = asking(await api.as({ seller: mark, permissions: staffPermissions }));
  const seller = await api.books.run(async (tx, _provider, now) => {
    const found = (await findSellerByKey(tx, mark))!;
    const accounts = ['one', 'two'].map((name) => ({ externalId: `${mark}-${name}`, name: `${mark} ${name}`, country: 'PT' }));
    const reseller = { externalId: `${mark}-reseller`, name: `${mark} reseller`, kind: 'reseller' as const, country: 'PT' };
    await upsertAccounts(tx, found, [...accounts, reseller], now);
    const period = { unit: 'month', count: 1 } as const;
    const plan = { key: `${mark}-plan`, name: `${mark} plan`, period, commitment: null, components: [component('seat')] };
    await publishPlans(tx, found.id, [plan], now);
    const price = { currency: 'EUR', audience: null, buyerId: null, validFrom: null, correction: false, price: unitPrice('31.00') };
    await publishPrices(tx, found, [{ ...price, component: `${mark}-plan/seat` }], now);
    const facts = accounts.map(({ externalId }) => ({
      subscription: `${externalId}-web`,
      account: externalId,
      at: instant('2026-01-01'),
      change: start(`${mark}-plan`, { seat: '2' }),
      reference: 'start',
    }));
    await recordFacts(tx, found, facts, now);
    return found;
  });
  const shared = { ...(await furnishSeller(call, mark)), upload: await furnishUpload(api, seller, mark) };
  const own = { ...shared, ...(await furnishAccount(call, mark, 'one')) };
  const other = { ...own, ...(await furnishAccount(call, mark, 'two')) };
  return { seller, mark, own, other, removed: { ...own, ...(await removeSome(call, `${mark}-plan`, `${mark}gone`)) } };
}

/** It waits for good: no worker is there. */
async function furnishUpload({ books }: TestApi, { id: sellerId }: Seller, mark: string): Promise<string> {
  const bytes = Readable.from([Buffer.from('subscription,meter,time,value\n')]);
  const { id } = await receiveUpload(books.database, { sellerId, bytes, isPacked: false, source: mark, fileName: mark }, 0);
  return formatIdentifier('upl', id);
}

/** Of each kind of thing that can be removed, one that was. A revoked key is not among them: it stays to be seen. */
async function removeSome(call: Ask, plan: string, name: string): Promise<Subjects> {
  await call('PUT', `/v1/roles/${name}`, { name, holders: 'staff', permissions: ['invoices.read'], limits: {} });
  await call('PUT', `/v1/identity-providers/${name}`, { name, issuer: 'https://id.example.org', clientId: name, clientSecret: name });
  const price = { component: `${plan}/seat`, currency: 'EUR', from: '2026-06-01', price: { kind: 'unit', price: '12.00' } };
  await call('PUT', `/v1/price-drafts/${name}`, { prices: [price] });
  const { endpoint } = await call('POST', '/v1/webhook-endpoints', { url: 'https://example.com/hooks', description: name, types: [] });
  await call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`);
  const { data } = await call('GET', `/v1/webhook-endpoints/${endpoint.id}/deliveries`);
  const removed = { role: name, provider: name, draft: name, endpoint: endpoint.id };
  await call('DELETE', `/v1/roles/${removed.role}`);
  await call('DELETE', `/v1/identity-providers/${removed.provider}`);
  await call('DELETE', `/v1/price-drafts/${removed.draft}`);
  await call('DELETE', `/v1/webhook-endpoints/${removed.endpoint}`);
  return { ...removed, delivery: data[0]?.id ?? randomSubjects.delivery! };
}

/** What belongs to the seller and to no account. */
async function furnishSeller(call: Ask, mark: string): Promise<Subjects> {
  const role = { name: `${mark} role`, holders: 'staff', permissions: ['invoices.read'], limits: {} };
  await call('PUT', `/v1/roles/${mark}`, role);
  const provider = { name: `${mark} sign-in`, issuer: 'https://id.example.org', clientId: mark, clientSecret: `${mark} secret` };
  await call('PUT', `/v1/identity-providers/${mark}`, provider);
  await call('PUT', `/v1/meters/${mark}`, { unit: mark });
  await call('POST', `/v1/plan-versions/${mark}-plan/clone`, {});
  const price = { component: `${mark}-plan/seat`, currency: 'EUR', from: '2026-06-01', price: { kind: 'unit', price: '12.00' } };
  await call('PUT', `/v1/price-drafts/${mark}-prices`, { prices: [price] });
  await call('POST', '/v1/coupons', { code: mark, name: `${mark} coupon`, percent: '5' });
  const { endpoint } = await call('POST', '/v1/webhook-endpoints', { url: 'https://example.com/hooks', description: mark, types: [] });
  await call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`);
  const { data } = await call('GET', `/v1/webhook-endpoints/${endpoint.id}/deliveries`);
  return {
    role: mark,
    provider: mark,
    seller: mark,
    reseller: `${mark}-reseller`,
    meter: mark,
    plan: `${mark}-plan`,
    ref: `${mark}-plan`,
    currency: 'EUR',
    position: '1',
    pool: mark,
    coupon: mark,
    draft: `${mark}-prices`,
    run: randomSubjects.run!,
    endpoint: endpoint.id,
    delivery: data[0]?.id ?? randomSubjects.delivery!,
    session: randomSubjects.session!,
    passkey: randomSubjects.passkey!,
  };
}

async function furnishAccount(call: Ask, mark: string, name: string): Promise<Subjects> {
  const externalId = `${mark}-${name}`;
  const { id: account } = await call('GET', `/v1/accounts/${externalId}`);
  const invited = { mail: `${externalId}@example.org`, name: externalId, role: 'customer_owner', account };
  const { user } = await call('POST', '/v1/users', invited);
  const { key } = await call('POST', '/v1/keys', { name: `${externalId} key`, permissions: ['invoices.read'], account });
  const subscription = `${externalId}-web`;
  const data = { meter: mark, value: '1', subscription };
  await call('POST', '/v1/events', [{ specversion: '1.0', id: '1', source: externalId, type: mark, time: '2026-01-01T12:00:00Z', data }]);
  const { discount } = await call('POST', '/v1/discounts', { externalId: `${externalId}-off`, account, amount: '1.00' });
  const { redemption } = await call('POST', '/v1/coupon-redemptions', { code: mark, account, reference: externalId });
  await call('POST', '/v1/extra-items', {
    externalId: `${externalId}-item`,
    account,
    description: mark,
    at: '2026-01-01',
    amount: '10.00',
  });
  const { id: note } = await call('POST', `/v1/accounts/${externalId}/notes`, { text: mark });
  return { account, note, externalId, subscription, user: user.id, key: key.id, discount: discount.id, redemption: redemption.id };
}

async function withInvoices(api: TestApi, furnished: Furnished): Promise<Furnished> {
  const call = asking(await api.as({ seller: furnished.mark, permissions: staffPermissions }));
  const withInvoice = async (subjects: Subjects): Promise<Subjects> => {
    const { data } = await call('GET', `/v1/invoices?account=${subjects.account}`);
    return { ...subjects, invoice: data[0]!.id };
  };
  return { ...furnished, own: await withInvoice(furnished.own), other: await withInvoice(furnished.other) };
}

/** Of what the paths above answer, each some of it. */
interface Told {
  readonly id: string;
  readonly endpoint: { readonly id: string };
  readonly user: { readonly id: string };
  readonly key: { readonly id: string };
  readonly discount: { readonly id: string };
  readonly redemption: { readonly id: string };
  readonly data: readonly { readonly id: string }[];
}

type Ask = (method: string, url: string, body?: unknown) => Promise<Told>;

/** The body of a success; what went wrong otherwise. */
function asking(call: Call): Ask {
  return async (method, url, body) => {
    const headers: Record<string, string> = method === 'DELETE' ? { 'if-match': '*' } : {};
    const answer = await call(method, url, body === undefined ? { headers } : { body });
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return answer.body === '' ? ({} as Told) : answer.json<Told>();
  };
}
