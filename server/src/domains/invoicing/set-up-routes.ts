// The first visit: who sells, in which currencies, and who may sign in; or the demo instead. Only whoever started the server has the token for it.
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { parseInstant } from '../../kernel/calendar/instant.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { says } from '../../platform/fields.ts';
import { providerOnly } from '../../platform/http/clock-routes.ts';
import { defineOpenRoute, type Route } from '../../platform/http/route.ts';
import type { OpenWork } from '../../platform/http/work.ts';
import { findProvider, sellerFields, switchCurrency } from '../accounts/index.ts';
import { addFirstPerson, admit, attemptSubject, hashFirstPassword, readFrom, refuseForeignOrigin } from '../people/index.ts';
import { setUpProvider } from './set-up-provider.ts';

export interface DemoState {
  /** Null where this installation is no demo, nor becomes one. */
  readonly state: 'building' | 'ready' | 'moving' | 'failed' | null;
  readonly step: string | null;
  readonly done: number;
  readonly total: number;
  readonly day: string | null;
  readonly users: readonly {
    readonly mail: string;
    readonly name: string;
    readonly password: string;
    readonly portal: string | null;
    readonly shows: string;
  }[];
}

export interface SetUp {
  /** Printed at the start, in the address of the first visit. */
  readonly token: string;
  readonly demo: {
    state(): Promise<DemoState>;
    /** Refused where something is sold already; goes on after the answer. */
    build(): Promise<void>;
    move(until: number): Promise<void>;
  };
}

declare module '../../platform/http/work.ts' {
  interface Services {
    readonly setUp: SetUp;
  }
}

const door = { tag: 'sign-in', access: { permission: null, callers: 'anyone' }, role: 'engine' } as const;
const token = says(
  z.string().min(1).max(200),
  'From the address that the server printed when it started.',
  'yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr',
);
const text = (description: string, example: string) => says(z.string(), description, example);
const count = (description: string, example: number) => says(z.int(), description, example);

const demoShape = z.object({
  state: says(z.enum(['building', 'ready', 'moving', 'failed']).nullable(), 'Null: this is no demo.', 'building'),
  step: says(z.string().nullable(), '`opening`, `living`, `moving`, `closing`.', 'living'),
  done: count('Steps that are done.', 12),
  total: count('Of so many.', 49),
  day: says(z.string().nullable(), 'Where business time is on its way.', '2027-03-08'),
  users: says(
    z.array(
      z.object({
        mail: text('With which one signs in.', 'ada@example.com'),
        name: text('What the person is called.', 'Ada Lorenz'),
        password: text('Known to everybody: a demo keeps nobody’s data.', 'four words nobody joined'),
        portal: says(z.string().nullable(), 'Where he signs in; null: at the provider’s.', 'albion'),
        shows: text('`owner`, `staff`, `reseller` or `customer`.', 'owner'),
      }),
    ),
    'Who signs in to the demo; nobody elsewhere.',
  ),
});

const read = defineOpenRoute({
  ...door,
  method: 'GET',
  path: '/v1/set-up',
  operationId: 'getSetUp',
  summary: 'Say whether this installation is set up, and how far its demo is',
  response: z.object({
    isNeeded: says(z.boolean(), 'Nobody sells here yet.', false),
    demo: demoShape.meta({ description: 'How far the demo is.' }),
  }),
  refusals: [],
  async handle({ inTransaction, services }) {
    const provider = await inTransaction(findProvider, { readOnly: true });
    return { isNeeded: provider === null, demo: await services.setUp.demo.state() };
  },
});

const body = z.object({
  token,
  company: z
    .object({
      legalName: sellerFields.legalName,
      country: sellerFields.country,
      currency: sellerFields.currency,
      zone: sellerFields.zone,
      language: sellerFields.language,
      address: sellerFields.address.optional(),
      taxNumber: sellerFields.taxNumber.optional(),
    })
    .meta({
      description: 'Who sells. Without a tax number no tax is charged.',
      example: { legalName: 'Nord Hosting GmbH', country: 'DE', currency: 'EUR', zone: 'Europe/Berlin', language: 'de' },
    }),
  currencies: says(z.array(sellerFields.currency).max(200).default([]), 'What is sold in beside the company’s own.', ['USD']),
  user: z
    .object({
      mail: says(z.string().max(254), 'Mail address.', 'ada@example.org'),
      name: says(z.string().trim().min(1).max(200), 'What the person is called.', 'Ada Byron'),
      password: says(z.string().min(1).max(1024), 'The password.', 'four words nobody joined'),
      language: sellerFields.language,
    })
    .meta({
      description: 'Who may do everything.',
      example: { mail: 'ada@example.org', name: 'Ada Byron', password: 'four words nobody joined', language: 'en' },
    }),
});

const setUp = defineOpenRoute({
  ...door,
  method: 'POST',
  path: '/v1/set-up',
  operationId: 'setUp',
  summary: 'Set the installation up',
  description: 'Once: the company that sells, and the first user, who may do everything. He then signs in as everybody does.',
  body,
  response: null,
  answerIsSecret: true,
  refusals: [
    'access.cross_site',
    'set_up.token',
    'set_up.done',
    'provider.exists',
    'password.weak',
    'mail.invalid',
    'sign_in.too_many_attempts',
    'sign_in.busy',
    'country.unknown',
    'currency.unknown',
    'currency.withdrawn',
    'zone.unknown',
    'field.empty',
  ],
  async handle(work, { body: input }) {
    await admitByToken(work, input.token);
    const { people } = work.services;
    const hash = await hashFirstPassword(people, input.user);
    await work.inTransaction(async (tx) => {
      const { address, taxNumber, ...company } = input.company;
      const seller = await setUpProvider(tx, { ...company, address: address ?? [], taxNumber: taxNumber ?? null }, work.now);
      for (const currency of new Set(input.currencies)) {
        if (currency !== seller.currency) await switchCurrency(tx, seller, { currency, enabled: true }, work.now);
      }
      await addFirstPerson(people, tx, seller, input.user, hash);
      work.note({ sellerId: seller.id, subject: seller.key });
    });
    return undefined;
  },
});

const buildDemo = defineOpenRoute({
  ...door,
  method: 'POST',
  path: '/v1/set-up/demo',
  operationId: 'buildDemo',
  summary: 'Make this installation the demo',
  description: 'In place of setting it up: a company with customers, resellers and a year of history. `GET /v1/set-up` says how far it is.',
  body: z.object({ token }),
  response: demoShape,
  status: 202,
  refusals: ['access.cross_site', 'set_up.token', 'set_up.done', 'demo.not_empty', 'demo.busy', 'sign_in.too_many_attempts'],
  async handle(work, { body: input }) {
    await admitByToken(work, input.token);
    await work.services.setUp.demo.build();
    return work.services.setUp.demo.state();
  },
});

const move = defineOpenRoute({
  method: 'PUT',
  path: '/v1/demo/clock',
  operationId: 'moveDemoClock',
  summary: 'Let time pass in the demo',
  description: 'Forward, day after day: what would happen on the way happens, and is billed. `GET /v1/set-up` says how far it is.',
  tag: 'operations',
  access: { permission: 'clock.write', callers: 'staff' },
  body: z.object({ now: says(z.string().max(40), 'A later instant, 400 days ahead at most.', '2028-01-01T00:00:00Z') }),
  response: demoShape,
  status: 202,
  refusals: ['access.provider_only', 'request.instant', 'clock.backward', 'clock.too_far', 'demo.none', 'demo.busy'],
  async handle(work, { body: input }) {
    if (work.seller.parentId !== null) throw providerOnly();
    const wanted = parseInstant(input.now);
    if (wanted === null) {
      throw new Refusal('request.instant', `"${input.now}" is no instant. Write date, time and offset, as 2026-01-31T10:00:00Z.`, {
        path: 'now',
        parameters: { value: input.now },
      });
    }
    await work.services.setUp.demo.move(wanted);
    work.note({ subject: 'clock', after: { now: input.now } });
    return work.services.setUp.demo.state();
  },
});

/** Counted before it is looked at, as passwords are. */
async function admitByToken(work: OpenWork, given: string): Promise<void> {
  const { people, setUp: expected } = work.services;
  refuseForeignOrigin(people, work.headers);
  if ((await work.inTransaction(findProvider, { readOnly: true })) !== null) {
    throw new Refusal('set_up.done', 'This installation was set up already. Sign in, or ask who set it up for an invitation.');
  }
  await admit(people, work.inTransaction, attemptSubject('set-up'), readFrom(work));
  const digest = (one: string) => createHash('sha256').update(one).digest();
  if (timingSafeEqual(digest(given), digest(expected.token))) return;
  throw new Refusal('set_up.token', 'This address is not the one that the server printed when it started. Open that one, all of it.', {
    path: 'token',
  });
}

export const setUpRoutes: readonly Route[] = [read, setUp, buildDemo, move];
