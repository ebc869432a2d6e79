// Makes a reseller of an account over HTTP: the seller with his currencies, numbers and books, what he takes over, and the first who may sign in there.
import { z } from 'zod';
import { name, says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf, type Work } from '../../platform/http/work.ts';
import { findAccount, findSellerBelow, type Seller, sellerFields, sellerShape, tellSeller } from '../accounts/index.ts';
import { resellPlans } from '../catalog/index.ts';
import { addFirstOwner } from '../people/index.ts';
import { type ResellerSetup, setUpReseller } from './set-up-reseller.ts';

const prefix = z.string().max(50);
const body = z.object({
  key: sellerFields.key,
  account: says(z.string().max(255), 'Which account of yours becomes one, of kind `reseller`: id or external id.', 'nord'),
  legalName: says(sellerFields.legalName.optional(), 'The account’s name if left out, and so with what follows.', 'Nord Hosting GmbH'),
  country: sellerFields.country.optional(),
  currency: sellerFields.currency.optional(),
  zone: sellerFields.zone.optional(),
  language: sellerFields.language.optional(),
  address: sellerFields.address.optional(),
  taxNumber: sellerFields.taxNumber.optional(),
  currencies: says(z.array(sellerFields.currency).max(200).default([]), 'What he sells in beside his own.', ['CHF']),
  invoicePrefix: says(prefix.optional(), 'What the numbers of his invoices begin with.', 'NORD-'),
  creditNotePrefix: says(prefix.optional(), 'And those of his credit notes.', 'NORD-CN-'),
  plans: says(z.array(name).max(1000).default([]), 'Keys of plans of yours that he takes over.', []),
  owner: says(
    z
      .object({
        mail: says(z.string().max(254), 'Mail address.', 'anna@nord-hosting.example'),
        name: says(z.string().max(200).optional(), 'What the person is called.', 'Anna Nord'),
      })
      .optional(),
    'Who is let in there first, as owner. Needs all that an owner may do, and `users.write`.',
    { mail: 'anna@nord-hosting.example', name: 'Anna Nord' },
  ),
});

const make = defineRoute({
  method: 'POST',
  path: '/v1/sellers',
  operationId: 'makeSeller',
  summary: 'Make a reseller of an account',
  description:
    'The account goes on buying of you; beside that he has accounts, prices, numbers and books of his own, behind a wall. You act in there with the header Prorata-Seller and `sellers.delegate`.',
  tag: 'sellers',
  access: { permission: 'sellers.write', callers: 'staff' },
  // It writes rows of the new seller, and takes over what stands in yours.
  role: 'engine',
  body,
  response: z.object({
    seller: sellerShape,
    link: says(
      z.string().nullable(),
      'With `owner`: for setting his password, once, within a week. Told once; hand it over by a way you trust.',
      'https://billing.example.org/invitation#yN0lZ7VbW0m9Pq3R',
    ),
  }),
  status: 201,
  answerIsSecret: true,
  refusals: [
    ...[
      'resource.not_found',
      'access.beyond_own',
      'country.unknown',
      'currency.unknown',
      'currency.withdrawn',
      'field.empty',
      'mail.invalid',
    ],
    ...[
      'plan.not_offered',
      'reseller.exists',
      'reseller.other_kind',
      'seller.key',
      'seller.key_taken',
      'seller.same_prefix',
      'zone.unknown',
    ],
  ],
  async handle(work, { body: { plans, owner, ...setup } }) {
    const { tx, seller, now } = work;
    const account = orNotFound(await findAccount(tx, seller.id, setup.account));
    const given = JSON.parse(JSON.stringify({ ...setup, account: account.externalId })) as ResellerSetup;
    const made = await setUpReseller(tx, seller, given, now);
    if (plans.length > 0) await resellPlans(tx, made, plans, now);
    const link = owner === undefined ? null : await letIn(work, made, owner);
    const told = tellSeller((await findSellerBelow(tx, seller.id, made.key))!);
    work.note({ subject: made.key, before: null, after: { ...told, plans, owner: owner?.mail ?? null } });
    return { seller: told, link };
  },
});

async function letIn(work: Work, made: Seller, owner: { readonly mail: string; readonly name?: string | undefined }): Promise<string> {
  const { link } = await addFirstOwner(work.services.people, work.tx, callerOf(work.principal), made, owner, work.now);
  return link;
}

export const resellerRoutes: readonly Route[] = [make];
