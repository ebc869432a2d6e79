// The audit log over HTTP: who did what, for whom, what changed, from where. It is written by the platform in the transaction of each change.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { listAuditEntries } from '../../platform/http/audit-log.ts';
import { pageFrom, pageOf, pageQuery, pageSql, readPage } from '../../platform/http/paging.ts';
import { readInstant } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { instant } from './route-shapes.ts';

const text = (description: string, example: string) => z.string().max(255).meta({ description, example });

const entryShape = z
  .object({
    id: text('The entry’s id.', 'aud_00000000000zg'),
    at: instant('When, by the business clock.'),
    actorKind: z
      .enum(['user', 'key', 'nobody', 'system'])
      .meta({ description: 'What kind of caller. Nobody: before he had signed in.', example: 'user' }),
    actor: text('Who did it.', 'usr_00000000000zg').nullable(),
    account: text('Id of the account, where a customer’s user did it.', 'acc_00000000000zg').nullable(),
    delegatedFrom: text('Key of the seller above whose people did it.', 'provider').nullable(),
    impersonatedBy: text('The staff member who acted as that user.', 'usr_00000000000zh').nullable(),
    operation: text('Name of the operation in this reference.', 'changeAccount'),
    subjects: z.array(z.string()).meta({ description: 'What it was done to.', example: ['acc_00000000000zg'] }),
    changes: z
      .array(
        z.object({
          subject: text('What was changed.', 'acc_00000000000zg'),
          changes: z
            .record(z.string(), z.tuple([z.unknown(), z.unknown()]))
            .meta({ description: 'By field: before and after, without secrets.', example: { name: ['Acme', 'Acme Ltd'] } }),
        }),
      )
      .meta({ description: 'What it was before and is after.' }),
    address: text('From which network address.', '192.0.2.7'),
    requestId: text('The request’s id, as its answer had it.', 'b51d2f0e-6f2a-4d61-9d3b-0d9f1f6a3f11'),
    refused: text('The refusal’s code, where somebody failed to prove who he is. Null: it was done.', 'sign_in.refused').nullable(),
  })
  .meta({ id: 'AuditEntry' });

const list = defineRoute({
  method: 'GET',
  path: '/v1/audit-entries',
  operationId: 'listAuditEntries',
  summary: 'List who did what',
  tag: 'audit-log',
  access: { permission: 'audit.read', callers: 'staff' },
  query: z.object({
    ...pageQuery(['id']),
    actor: text('Those by this user or key.', 'usr_00000000000zg').optional(),
    subject: text('Those about this.', 'acc_00000000000zg').optional(),
    operation: text('Those of this operation.', 'changeAccount').optional(),
    from: instant('Those at this instant or later.').max(40).optional(),
    until: instant('Those before this instant.').max(40).optional(),
  }),
  response: pageOf(entryShape),
  refusals: ['page.cursor', 'request.instant'],
  async handle({ tx, seller }, { query }) {
    const at = (text: string | undefined, path: string) => (text === undefined ? null : formatInstant(readInstant(text, path)));
    const filter = { ...query, from: at(query.from, 'from'), until: at(query.until, 'until') };
    const rows = await listAuditEntries(
      tx,
      seller.id,
      filter,
      pageSql(readPage(query), { id: { sql: 'e.id', type: 'bigint' } }, 'e.id', 7),
    );
    return pageFrom(query, rows, (row) => ({
      ...row,
      id: formatIdentifier('aud', row.id),
      at: formatInstant(row.at),
      account: row.accountId === null ? null : formatIdentifier('acc', row.accountId),
    }));
  },
});

export const auditRoutes: readonly Route[] = [list];
