// Settings over HTTP: what stands on a day with all that was ever said of it, and saying something new.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import { date, says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { readDate } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Work } from '../../platform/http/work.ts';
import { findAccount } from './find-account.ts';
import { listSettings } from './list-settings.ts';
import { recordSettings } from './record-settings.ts';
import { type SettingKey, settingNotes } from './settings.ts';

const keys = Object.keys(settingNotes) as [SettingKey, ...SettingKey[]];
const key = says(z.enum(keys), 'Which setting; docs/settings.md says what each does.', 'paymentTermDays');
const account = says(
  z.string().max(255).optional(),
  'For one account, by its id or external id; else for all of the seller and of those below.',
  'acme',
);
const value = z.unknown().meta({ description: 'What the setting may be is said in docs/settings.md.', examples: [30] });

const settingShape = z
  .object({
    key,
    value,
    counts: says(
      z.enum(['beginning', 'billing', 'first_billing', 'action']),
      'What a new value counts for: what begins from its day on, billing days from then on, nothing once something was billed, or what is done from then on.',
      'billing',
    ),
    recorded: says(
      z.array(
        z.object({
          value,
          since: says(z.string(), 'The first day it is in force.', '2026-01-01'),
          recordedAt: says(z.string(), 'When it was said.', '2026-01-01T00:00:00Z'),
          seller: says(z.string(), 'Key of the seller who said it: one’s own, or one above.', 'provider'),
          account: says(z.string().nullable(), 'External id; null for all accounts.', 'acme'),
        }),
      ),
      'All that was ever said of it, in the order in which later ones win; the default has none.',
    ),
  })
  .meta({ id: 'Setting', description: 'A rule that enters charges or documents, on a day.' });

const answer = z.object({ data: says(z.array(settingShape), 'Every setting there is.') });

const list = defineRoute({
  method: 'GET',
  path: '/v1/settings',
  operationId: 'listSettings',
  summary: 'List settings on a day, with their history',
  tag: 'settings',
  access: { permission: 'settings.read', callers: 'staff' },
  query: z.object({ account, on: says(date.optional(), 'Default today.', '2026-01-01') }),
  response: answer,
  refusals: ['resource.not_found'],
  async handle(work, { query }) {
    const accountId = await idOf(work, query.account);
    return tell(work, accountId, query.on === undefined ? today(work) : readDate(query.on, 'on'));
  },
});

const record = defineRoute({
  method: 'POST',
  path: '/v1/settings',
  operationId: 'recordSettings',
  summary: 'Say what a setting is from a day on',
  description: 'Nothing is overwritten, and nothing that was billed is rated again. All or none.',
  tag: 'settings',
  access: { permission: 'settings.write', callers: 'staff' },
  // It asks for the days that sellers below have been billed through.
  role: 'engine',
  body: z.object({
    settings: says(
      z
        .array(z.object({ key, value, from: says(date, 'The first day it counts for.', '2026-02-01'), account }))
        .min(1)
        .max(1000),
      'What is said.',
    ),
  }),
  response: answer,
  refusals: ['resource.not_found', 'setting.unknown', 'setting.value', 'setting.of_seller', 'setting.before_billed', 'setting.fixed'],
  async handle(work, { body }) {
    const inputs = [];
    for (const [index, one] of body.settings.entries()) {
      inputs.push({
        key: one.key,
        value: one.value,
        accountId: await idOf(work, one.account),
        validFrom: readDate(one.from, `settings[${index}].from`),
      });
    }
    await recordSettings(work.tx, work.seller.id, inputs, work.now);
    for (const one of body.settings) work.note({ subject: one.account ?? work.seller.key, before: null, after: one });
    return tell(work, null, today(work));
  },
});

export const settingRoutes: readonly Route[] = [list, record];

async function idOf({ tx, seller }: Work, name: string | undefined): Promise<bigint | null> {
  return name === undefined ? null : orNotFound(await findAccount(tx, seller.id, name)).id;
}

function today({ seller, now }: Work): number {
  return findZone(seller.zone)!.dayOf(now);
}

async function tell({ tx, seller }: Work, accountId: bigint | null, day: number) {
  const history = await listSettings(tx, seller.id, accountId, day);
  return {
    data: history.map((one) => ({
      key: one.key,
      value: one.value,
      counts: settingNotes[one.key].counts,
      recorded: one.recorded.map(({ key: _same, ...said }) => ({ ...said, recordedAt: formatInstant(said.recordedAt) })),
    })),
  };
}
