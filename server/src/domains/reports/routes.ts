// The audit over HTTP: whether the books of the whole installation hold, asked now.
import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import { says } from '../../platform/fields.ts';
import { providerOnly } from '../../platform/http/clock-routes.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { auditSnapshot } from './audit-books.ts';

const finding = z.object({
  invariant: says(z.string(), 'Which one is broken.', 'postings_balance'),
  sentence: says(z.string(), 'What always holds.', 'the postings of a transaction add up to zero'),
  violations: says(z.int(), 'How many rows break it.', 1),
  examples: says(
    z.array(
      z.object({
        place: says(z.string(), 'Where.', 'invoice 12'),
        detail: says(z.string().nullable(), 'What is wrong there.', '15.00 and not 15.01'),
      }),
    ),
    'The first of them.',
  ),
});

const audit = defineRoute({
  method: 'GET',
  path: '/v1/audit-report',
  operationId: 'auditBooks',
  summary: 'Ask whether the books hold',
  description:
    'Every invariant on one snapshot of the whole installation, which is why only the provider may, and one at a time. Servers ask by themselves too and log what they find. Large books answer `server.too_slow`: there, `prorata audit` takes its time.',
  tag: 'operations',
  access: { permission: 'ledger.read', callers: 'staff' },
  role: 'engine',
  response: z
    .object({
      invariants: says(z.int(), 'How many were asked.', 42),
      findings: says(z.array(finding), 'Those that do not hold; empty is as it should be.'),
    })
    .meta({ id: 'AuditReport', description: 'Whether the invariants of the books hold.' }),
  refusals: ['access.provider_only', 'audit.busy'],
  async handle({ tx, seller }) {
    if (seller.parentId !== null) throw providerOnly();
    const { rows } = await tx.client.query<{ taken: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended('audit', 0)) as taken`);
    if (rows[0]?.taken !== true) throw busy();
    return auditSnapshot(tx);
  },
});

const busy = (): Refusal =>
  new Refusal('audit.busy', 'Somebody is asking this already, and it is heavy work. Try again when that is answered.');

export const reportRoutes: readonly Route[] = [audit];
