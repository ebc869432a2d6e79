// Pools over HTTP: a maximum that services of an account share, with what is held of it and what is left.
import { z } from 'zod';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import { parseDecimal } from '../../kernel/money/decimal.ts';
import { formatExact, type Rational } from '../../kernel/money/rational.ts';
import { date, decimal, name, says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { readDate } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Work } from '../../platform/http/work.ts';
import { type AccountRow, findAccount, lockAccounts } from '../accounts/index.ts';
import { listPools, type PoolView, setPool } from './pools.ts';

const params = z.object({ account: says(z.string().max(255), 'The account’s id, or its external id.', 'acc_00000000000zg') });

const poolShape = z
  .object({
    key: says(z.string(), 'The pool’s name.', 'cpu'),
    maximum: says(z.string().nullable(), 'Units it has now; null: no limit.', '8'),
    components: says(z.array(z.string()), 'Components that draw on it, beside those whose plan names it.', ['P/cpu']),
    held: says(z.string(), 'Units that services hold now.', '6'),
    left: says(z.string().nullable(), 'What can be added from now on, also counting what is to come; null: no limit.', '2'),
    services: says(
      z.array(
        z.object({
          subscription: says(z.string(), 'External id.', 'web-1'),
          held: says(z.string(), 'Units it holds.', '4'),
        }),
      ),
      'Who holds them.',
    ),
    changes: says(
      z.array(
        z.object({
          from: says(z.string(), 'First day.', '2026-03-01'),
          maximum: says(z.string().nullable(), 'Units from then on; null: no limit.', '16'),
        }),
      ),
      'How large it will be.',
    ),
  })
  .meta({ id: 'Pool', description: 'A maximum that services of an account share: of 8, 2 and 4 are in use, so at most 2 more.' });

const list = defineRoute({
  method: 'GET',
  path: '/v1/accounts/:account/pools',
  operationId: 'listPools',
  summary: 'List an account’s pools',
  tag: 'pools',
  access: { permission: 'subscriptions.read', callers: 'both' },
  params,
  response: z.object({ data: says(z.array(poolShape), 'By name.') }),
  refusals: ['resource.not_found'],
  async handle({ tx, seller, now }, { params: { account } }) {
    const row = orNotFound(await findAccount(tx, seller.id, account));
    return { data: (await listPools(tx, seller, row, now)).map(tellPool) };
  },
});

const set = defineRoute({
  method: 'PUT',
  path: '/v1/accounts/:account/pools/:pool',
  operationId: 'setPool',
  summary: 'Say how large a pool is',
  description:
    'From a day on; doing it again for the same day corrects it. Refused where services hold more then. Whatever takes more than is left of it is refused from now on.',
  tag: 'pools',
  access: { permission: 'subscriptions.write', callers: 'staff' },
  params: params.extend({ pool: says(name, 'The pool’s name, which components of plans may carry.', 'cpu') }),
  body: z.object({
    maximum: says(decimal.nullable(), 'Units; null: no limit any more.', '8'),
    components: says(
      z.array(name).max(100).optional(),
      'Components that draw on it, by key or plan and key, beside those whose plan names it. Left out: as before.',
      ['P/cpu'],
    ),
    validFrom: says(date.optional(), 'First day, in the account’s zone. Default: today.', '2026-02-01'),
  }),
  response: poolShape,
  refusals: ['resource.not_found', 'pool.below_held', 'pool.negative', 'pool.unknown_component', 'field.empty', 'request.date'],
  async handle(work, { params: { account, pool }, body }) {
    const row = orNotFound(await findAccount(work.tx, work.seller.id, account));
    await lockAccounts(work.tx, work.seller.id, [row.id]);
    const before = await findPool(work, row, pool);
    const validFrom = body.validFrom === undefined ? findZone(row.zone)!.dayOf(work.now) : readDate(body.validFrom, 'validFrom');
    const maximum = body.maximum === null ? null : parseDecimal(body.maximum)!;
    await setPool(work.tx, work.seller, row, { key: pool, maximum, components: body.components, validFrom }, work.now);
    const after = (await findPool(work, row, pool))!;
    if (before === null) work.status(201);
    work.note({ subject: `${account}/pools/${pool}`, before, after });
    return after;
  },
});

export const poolRoutes: readonly Route[] = [list, set];

async function findPool({ tx, seller, now }: Work, account: AccountRow, key: string): Promise<z.input<typeof poolShape> | null> {
  const found = (await listPools(tx, seller, account, now)).find((pool) => pool.key === key.trim());
  return found === undefined ? null : tellPool(found);
}

function tellPool(pool: PoolView): z.input<typeof poolShape> {
  const orNull = (value: Rational | null): string | null => (value === null ? null : formatExact(value));
  return {
    key: pool.key,
    maximum: orNull(pool.maximum),
    components: [...pool.components],
    held: formatExact(pool.held),
    left: orNull(pool.left),
    services: pool.services.map(({ subscription, held }) => ({ subscription, held: formatExact(held) })),
    changes: pool.changes.map(({ from, maximum }) => ({ from: formatDay(from), maximum: orNull(maximum) })),
  };
}
