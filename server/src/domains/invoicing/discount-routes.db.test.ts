// Coupons and amounts off over HTTP: what they give, whom they refuse, and that limits hold whoever comes at once.
import { beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { type Call, withApi } from '../../testing/api.ts';
import type { Books } from '../../testing/books.ts';

const api = withApi();
let call: Call;
let books: Books;

beforeAll(async () => {
  books = api.current.books;
  call = await api.current.as();
  await books.accounts('acme', 'bolt', 'city', 'crowd', 'dune', 'echo', 'none');
  for (const name of ['acme', 'bolt', 'city', 'dune', 'echo']) await books.start(`${name}-web`, name, '2026-01-01', { seat: '1' });
  await books.start('acme-mail', 'acme', '2026-01-01', { seat: '2' });
});

const post = (url: string, body?: unknown) => call('POST', url, body === undefined ? {} : { body });
const makeCoupon = async (code: string, terms: Record<string, unknown>) => post('/v1/coupons', { code, ...terms });
const redeem = (code: string, account: string, more: Record<string, unknown> = {}, query = '') =>
  post(`/v1/coupon-redemptions${query}`, { code, account, reference: 'one', ...more });
const codeOf = async (answer: Promise<{ json(): { code?: string } }>) => (await answer).json().code;
const totals = (answer: { json(): { preview: { invoices: { kind: string; net: string }[] } } }) =>
  answer.json().preview.invoices.map(({ kind, net }) => `${kind} ${net}`);
const usedOf = async (code: string) => (await call('GET', `/v1/coupons/${code}`)).json().used;
const discountsOf = async (subscription: string) =>
  (await call('GET', `/v1/subscriptions/${subscription}`))
    .json()
    .timeline.filter((fact: { do: string; voided: boolean }) => fact.do === 'discount' && !fact.voided)
    .map(({ at, until, percent, component }: Record<string, string>) => `${percent} ${component ?? 'all'} ${at} ${until ?? 'ever'}`);

describe('coupons', () => {
  it('are made, listed, read, and taken out of use', async () => {
    const made = await makeCoupon('SPRING', { percent: '20', periods: 3, limitTotal: 10, limitEach: 1, plans: ['P'], name: 'Spring' });
    expect([made.statusCode, made.json()]).toMatchObject([
      201,
      { code: 'SPRING', percent: '20', periods: 3, used: 0, deactivatedAt: null },
    ]);
    await makeCoupon('TEN', { amount: '10.00', currency: 'EUR' });
    const codes = async (query: string) => (await call('GET', `/v1/coupons${query}`)).json().data.map((one: { code: string }) => one.code);
    expect(await codes('')).toEqual(['SPRING', 'TEN']);
    expect(await codes('?code=TEN')).toEqual(['TEN']);
    expect((await call('GET', `/v1/coupons/${made.json().id}`)).json()).toEqual(made.json());
    await makeCoupon('OLD', { percent: '5' });
    expect((await post('/v1/coupons/OLD/deactivate')).json().deactivatedAt).toBe('2026-01-01T00:00:00Z');
    expect(await codes('?active=true')).toEqual(['SPRING', 'TEN']);
    expect(await codeOf(redeem('OLD', 'acme'))).toBe('coupon.inactive');
  });

  it('say what is wrong with them', async () => {
    const cases: readonly (readonly [code: string, terms: Record<string, unknown>])[] = [
      ['coupon.gives', {}],
      ['coupon.gives', { percent: '5', amount: '5', currency: 'EUR' }],
      ['coupon.gives', { amount: '5' }],
      ['coupon.wrong_percent', { percent: '101' }],
      ['coupon.wrong_percent', { percent: '0' }],
      ['discount.not_positive', { amount: '-5', currency: 'EUR' }],
      ['currency.unknown', { amount: '5', currency: 'XXY' }],
      ['coupon.lasts', { percent: '5', periods: 3, untilOn: '2026-05-01' }],
      ['coupon.lasts', { amount: '5', currency: 'EUR', periods: 3 }],
      ['coupon.never_valid', { percent: '5', validFrom: '2026-05-01', validUntil: '2026-05-01' }],
      ['coupon.names_unknown', { percent: '5', plans: ['Q'] }],
      ['coupon.names_unknown', { percent: '5', components: ['wheel'] }],
      ['request.date', { percent: '5', untilOn: '2026-02-30' }],
      ['coupon.repeated', { code: 'SPRING', percent: '5' }],
      ['field.empty', { code: ' ', percent: '5' }],
    ];
    for (const [code, terms] of cases) expect([code, await codeOf(makeCoupon('WRONG', terms))]).toEqual([code, code]);
    expect((await call('GET', '/v1/coupons/WRONG')).statusCode).toBe(404);
  });

  it('become a discount of the subscription for so many periods, once for each reference', async () => {
    const first = await redeem('SPRING', 'acme', { subscription: 'acme-web' });
    expect([first.statusCode, first.json().redemption]).toMatchObject([
      201,
      { code: 'SPRING', account: 'acme', subscription: 'acme-web', from: '2026-01-01', givenBack: false },
    ]);
    const again = await redeem('SPRING', 'acme', { subscription: 'acme-web' });
    expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
    expect(await discountsOf('acme-web')).toEqual(['20 all 2025-12-31T23:00:00Z 2026-03-31T22:00:00Z']);
    expect(await discountsOf('acme-mail')).toEqual([]);
    expect(await usedOf('SPRING')).toBe(1);
    expect(await codeOf(redeem('SPRING', 'acme', { subscription: 'acme-mail' }))).toBe('coupon.reference_taken');
    expect(await codeOf(redeem('SPRING', 'acme', { subscription: 'acme-mail', reference: 'two' }))).toBe('coupon.used_by_account');
  });

  it('for an account lower all that it has, or the components they name; and show first what would be billed', async () => {
    await makeCoupon('SEATS', { percent: '50', components: ['seat'], untilOn: '2026-02-01' });
    const shown = await redeem('SEATS', 'acme', {}, '?preview=true');
    expect(totals(shown)).toEqual(['invoice 43.40']);
    expect([await usedOf('SEATS'), await discountsOf('acme-mail')]).toEqual([0, []]);
    expect((await redeem('SEATS', 'acme')).statusCode).toBe(201);
    const half = '50 seat 2025-12-31T23:00:00Z 2026-01-31T23:00:00Z';
    expect(await discountsOf('acme-mail')).toEqual([half]);
    expect(await discountsOf('acme-web')).toContain(half);
  });

  it('of an amount wait for what runs bill, and are used up by it', async () => {
    const shown = await redeem('TEN', 'bolt', { subscription: 'bolt-web' }, '?preview=true');
    expect(totals(shown)).toEqual(['invoice 21.00']);
    expect((await call('GET', '/v1/discounts?account=bolt')).json().data).toEqual([]);
    const { redemption } = (await redeem('TEN', 'bolt', { subscription: 'bolt-web' })).json();
    expect((await call('GET', '/v1/discounts?account=bolt')).json().data).toMatchObject([
      { externalId: `coupon:${redemption.id}`, amount: '10', used: '0.00', items: ['P/seat', 'P/disk', 'P/gb'] },
    ]);
  });

  it('are not for everything', async () => {
    const { books: own } = api.current;
    await makeCoupon('LATER', { percent: '5', validFrom: '2026-02-01', validUntil: '2026-03-01' });
    await makeCoupon('SOON-OVER', { percent: '5', validUntil: '2026-01-01' });
    await makeCoupon('DOLLARS', { amount: '5', currency: 'USD' });
    await makeCoupon('ENDED', { percent: '5', untilOn: '2026-01-01' });
    expect(await codeOf(redeem('NONE', 'city'))).toBe('coupon.unknown');
    expect(await codeOf(redeem('LATER', 'city'))).toBe('coupon.not_yet');
    expect(await codeOf(redeem('SOON-OVER', 'city'))).toBe('coupon.expired');
    expect(await codeOf(redeem('DOLLARS', 'city'))).toBe('coupon.other_currency');
    expect(await codeOf(redeem('ENDED', 'city'))).toBe('coupon.not_for_this');
    expect(await codeOf(redeem('SPRING', 'none', { reference: 'n' }))).toBe('coupon.not_for_this');
    expect(await codeOf(redeem('SPRING', 'city', { reference: 'n', from: '2026-02-30' }))).toBe('request.date');
    expect((await redeem('SPRING', 'nobody')).statusCode).toBe(404);
    expect((await redeem('SPRING', 'city', { subscription: 'acme-web' })).statusCode).toBe(404);
    expect(await usedOf('SPRING')).toBe(1);
    const member = await api.current.as({ account: 'city' });
    const body = { code: 'SPRING', account: 'city', reference: 'm', from: '2025-12-01' };
    expect(await codeOf(member('POST', '/v1/coupon-redemptions', { body }))).toBe('coupon.backdated');
    const taken = await member('POST', '/v1/coupon-redemptions', { body: { ...body, from: '2026-01-15' } });
    expect([taken.statusCode, taken.json().redemption.from]).toEqual([201, '2026-01-15']);
    expect((await member('POST', '/v1/coupon-redemptions', { body: { ...body, account: 'acme' } })).statusCode).toBe(404);
    await makeCoupon('SHARED', { percent: '1' });
    await redeem('SHARED', 'acme', { reference: 'same' });
    const same = { code: 'SHARED', account: 'city', reference: 'same' };
    expect(await codeOf(member('POST', '/v1/coupon-redemptions', { body: same }))).toBe('coupon.reference_taken');
    expect(await usedOf('SHARED')).toBe(1);
    const south = await api.current.as({ seller: 'south' });
    expect((await south('GET', '/v1/coupons/SPRING')).statusCode).toBe(404);
    expect(await own.findings()).toEqual([]);
  });

  it('are revoked as if they had never been, while nothing was billed with them', async () => {
    const { redemption } = (await redeem('SPRING', 'dune', { reference: 'd' })).json();
    const revoked = await post(`/v1/coupon-redemptions/${redemption.id}/revoke`);
    expect(revoked.json().redemption).toMatchObject({ revokedAt: '2026-01-01T00:00:00Z', givenBack: true });
    expect((await post(`/v1/coupon-redemptions/${redemption.id}/revoke`)).json().redemption).toEqual(revoked.json().redemption);
    expect([await discountsOf('dune-web'), await usedOf('SPRING')]).toEqual([[], 2]);
    expect((await redeem('SPRING', 'dune', { reference: 'e' })).statusCode).toBe(201);
    expect((await post('/v1/coupon-redemptions/rdm_0000000000000/revoke')).statusCode).toBe(404);
    const listed = (await call('GET', '/v1/coupon-redemptions?code=SPRING&account=dune')).json().data;
    expect(listed.map((one: { reference: string; givenBack: boolean }) => [one.reference, one.givenBack])).toEqual([
      ['e', false],
      ['d', true],
    ]);
    const feed = (await call('GET', '/v1/events?type=coupon.redeemed&type=coupon.redemption_revoked&limit=200')).json().data;
    const ofDune = feed.filter((one: { data: { account: string } }) => one.data.account === 'dune');
    expect(ofDune.map((one: { type: string; data: object }) => [one.type, one.data])).toEqual([
      ['coupon.redeemed', { coupon: 'SPRING', account: 'dune', reference: 'd' }],
      ['coupon.redemption_revoked', { coupon: 'SPRING', account: 'dune', reference: 'd' }],
      ['coupon.redeemed', { coupon: 'SPRING', account: 'dune', reference: 'e' }],
    ]);
  });

  it('are used exactly as often as they may by thirty-two at once', async () => {
    await makeCoupon('RUSH', { percent: '10', limitTotal: 10, limitEach: 9 });
    const names = Array.from({ length: 8 }, (_, index) => `rush-${index}`);
    await books.accounts(...names);
    for (const name of names) await books.start(name, name, '2026-01-01');
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, index) => redeem('RUSH', names[index % 8]!, { reference: `r${index % 31}` })),
    );
    const statuses = answers.map((answer) => answer.statusCode);
    expect(statuses.filter((status) => status === 201)).toHaveLength(10);
    expect(new Set(answers.filter((one) => one.statusCode === 422).map((one) => one.json().code))).toContain('coupon.used_up');
    expect(statuses.every((status) => [200, 201, 422].includes(status))).toBe(true);
    expect(await usedOf('RUSH')).toBe(10);
    await makeCoupon('EACH', { amount: '1', currency: 'EUR', limitEach: 3 });
    const one = await Promise.all(Array.from({ length: 16 }, (_, index) => redeem('EACH', 'echo', { reference: `e${index}` })));
    expect(one.filter((answer) => answer.statusCode === 201)).toHaveLength(3);
    expect(await books.findings()).toEqual([]);
  });

  it('whose uses are counted without the lock are found by the database, and by the audit behind its back', async () => {
    await makeCoupon('LAST', { percent: '10', limitTotal: 1 });
    await expect(hasty('used + 1')).rejects.toThrow(/coupon_check|violates check constraint/);
    expect(await books.findings()).toEqual([]);
    await hasty('1');
    expect(await books.findings()).toEqual([
      expect.stringContaining('discount_is_not_exceeded: coupon LAST: used 1, recorded uses 2, limit 1'),
    ]);
    await books.run((tx) => tx.client.query(`delete from coupon_use where coupon_id = (select id from coupon where code = 'LAST')`));
    expect(await books.findings()).toEqual([expect.stringContaining('is without its use')]);
    await books.run((tx) =>
      tx.client.query(`update coupon_redemption set revoked_at = redeemed_at, is_given_back = true where reference like 'hasty%'`),
    );
    await books.run((tx) => tx.client.query(`update coupon set used = 0 where code = 'LAST'`));
    expect(await books.findings()).toEqual([]);
  });
});

/** The mistake: two look how often it was used, both see that one use is left, and then both take it. */
async function hasty(counted: string): Promise<void> {
  const names = ['acme', 'bolt'];
  const seen: (() => void)[] = [];
  const both = new Promise<void>((resolve) => void seen.push(resolve));
  let looking = 0;
  const results = await Promise.allSettled(
    names.map((name) =>
      inTransaction(books.database, async ({ client }) => {
        const { rows } = await client.query<{ used: number }>(`select used from coupon where code = 'LAST'`);
        looking += 1;
        if (looking === names.length) seen[0]!();
        await both;
        if (rows[0]!.used >= 1) return;
        await client.query(
          `with r as (insert into coupon_redemption (seller_id, id, coupon_id, account_id, reference, from_on, redeemed_at)
             select c.seller_id, nextval('identity_block'), c.id, a.id, 'hasty-' || a.external_id, '2026-01-01', '2026-01-01'
             from coupon c join account a on a.seller_id = c.seller_id and a.external_id = $1 where c.code = 'LAST' returning *)
           insert into coupon_use (seller_id, coupon_id, account_id, ordinal, used_at, redemption_id)
           select seller_id, coupon_id, account_id, 1, redeemed_at, id from r`,
          [name],
        );
        await client.query(`update coupon set used = ${counted} where code = 'LAST'`);
      }),
    ),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await books.run((tx) =>
      tx.client.query(`delete from coupon_use where redemption_id in (select id from coupon_redemption where reference like 'hasty%')`),
    );
    await books.run((tx) => tx.client.query(`delete from coupon_redemption where reference like 'hasty%'`));
    await books.run((tx) => tx.client.query(`update coupon set used = 0 where code = 'LAST'`));
    throw failed.reason;
  }
}

describe('an amount off', () => {
  const give = (body: Record<string, unknown>, query = '') => post(`/v1/discounts${query}`, { account: 'crowd', amount: '5.00', ...body });

  it('is given, shown first, and taken back as far as it was not used', async () => {
    await books.start('crowd-web', 'crowd', '2026-01-01', { seat: '1' });
    expect(totals(await give({ externalId: 'sorry' }, '?preview=true'))).toEqual(['invoice 26.00']);
    expect((await call('GET', '/v1/discounts?account=crowd')).json().data).toEqual([]);
    const { discount } = (await give({ externalId: 'sorry', amount: '40.00', items: ['P/seat'] })).json();
    expect(discount).toMatchObject({ externalId: 'sorry', account: 'crowd', amount: '40', currency: 'EUR', used: '0.00', revokedAt: null });
    await books.bill('2026-01-01');
    const used = (await call('GET', '/v1/discounts?externalId=sorry')).json().data;
    expect(used).toMatchObject([{ used: '31.00' }]);
    const revoked = await post(`/v1/discounts/${discount.id}/revoke`);
    expect(revoked.json().discount).toMatchObject({ used: '31.00', revokedAt: '2026-01-01T00:00:00Z' });
    expect((await call('GET', '/v1/discounts?account=crowd&open=true')).json().data).toEqual([]);
    const next = await give({ externalId: 'next', amount: '1' }, '?preview=true&asOf=2026-02-01');
    expect(totals(next)).toEqual(['invoice 30.00']);
  });

  it('is refused where it makes no sense, and beyond what the role may give', async () => {
    expect(await codeOf(give({ externalId: 'sorry' }))).toBe('discount.repeated');
    expect(await codeOf(give({ externalId: 'x', amount: '0' }))).toBe('discount.not_positive');
    expect(await codeOf(give({ externalId: 'x', items: ['P/wheel'] }))).toBe('discount.unknown_item');
    expect(await codeOf(give({ externalId: 'x', currency: 'XXY' }))).toBe('currency.unknown');
    expect(await codeOf(give({ externalId: 'x', at: '2026-02-30' }))).toBe('request.date');
    expect(await codeOf(give({ externalId: 'x', at: '2026-02-20T25:00:00Z' }))).toBe('request.instant');
    expect(await codeOf(give({ externalId: ' ' }))).toBe('field.empty');
    expect((await give({ externalId: 'x', account: 'nobody' })).statusCode).toBe(404);
    expect((await post('/v1/discounts/dsc_0000000000000/revoke')).statusCode).toBe(404);
    const reader = await api.current.as({ permissions: ['discounts.read'] });
    const body = { externalId: 'x', account: 'crowd', amount: '5' };
    expect(await codeOf(reader('POST', '/v1/discounts', { body }))).toBe('access.denied');
  });

  it('leaves the books in order', async () => {
    await books.bill('2026-01-01');
    expect(await books.findings()).toEqual([]);
  });
});
