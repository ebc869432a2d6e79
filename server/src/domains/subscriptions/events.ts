// What subscriptions tell others of.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { defineEvents, type NewEvent } from '../../platform/events/index.ts';
import type { Fact } from './core/fact.ts';

const account = z.string().meta({ description: 'External id of the account.' });

const fact = {
  subject: "The subscription's id.",
  exampleSubject: 'sub_00000000000zk',
  data: z.object({
    subscription: z.string().meta({ description: 'External id of the subscription.' }),
    account,
    fact: z
      .enum(['start', 'quantity', 'item', 'plan', 'pause', 'resume', 'end', 'discount', 'anchor', 'void'])
      .meta({ description: 'What was recorded.' }),
    reference: z.string().nullable().meta({ description: 'The name the fact was given, by which it can be taken back.' }),
    at: z.string().meta({ description: 'When it takes effect: before or after it was recorded.' }),
  }),
} as const;
const example = { subscription: 'acme-mail', account: 'acme', reference: null, at: '2026-01-21T00:00:00Z' } as const;

const redemption = {
  subject: "The redemption's id.",
  exampleSubject: 'rdm_00000000000zm',
  data: z.object({
    coupon: z.string().meta({ description: 'The code.' }),
    account,
    reference: z.string().meta({ description: "The redeemer's name of it." }),
  }),
  example: { coupon: 'SPRING', account: 'acme', reference: 'order-4711' },
} as const;

const item = z.object({
  account,
  amount: z.string().meta({ description: 'Decimal text, without tax.' }),
  currency: z.string().meta({ description: 'ISO 4217.' }),
});

export const { tell, catalog: subscriptionEvents } = defineEvents({
  'subscription.started': {
    ...fact,
    about: 'A start was recorded: of a new subscription, or of one that had ended.',
    example: { ...example, fact: 'start' },
  },
  'subscription.changed': {
    ...fact,
    about:
      'A change was recorded: of a quantity, an item, the plan, a discount or the billing day, or one that takes an earlier fact back.',
    example: { ...example, fact: 'quantity' },
  },
  'subscription.paused': { ...fact, about: 'A pause was recorded.', example: { ...example, fact: 'pause' } },
  'subscription.resumed': { ...fact, about: 'The end of a pause was recorded.', example: { ...example, fact: 'resume' } },
  'subscription.ended': { ...fact, about: 'An end was recorded.', example: { ...example, fact: 'end' } },
  'coupon.redeemed': {
    ...redemption,
    about: 'A coupon was redeemed. The same reference again tells nothing.',
  },
  'coupon.redemption_revoked': {
    ...redemption,
    about: 'A redemption was taken back: as if it had never been where nothing was billed with it, else from the next day on.',
  },
  'item.added': {
    about: 'A charge or credit outside any plan was added.',
    subject: 'External id of the item.',
    exampleSubject: 'setup-17',
    data: item,
    example: { account: 'acme', amount: '49.00', currency: 'EUR' },
  },
  'credit.added': {
    about: 'A goodwill was added that lowers what an item or a component costs.',
    subject: 'External id of the credit.',
    exampleSubject: 'outage-2026-01',
    data: item,
    example: { account: 'acme', amount: '5.00', currency: 'EUR' },
  },
});

const KINDS = {
  start: 'subscription.started',
  pause: 'subscription.paused',
  resume: 'subscription.resumed',
  end: 'subscription.ended',
} as const satisfies Partial<Record<Fact['kind'], keyof typeof tell>>;

export interface RecordedFact {
  readonly subscriptionId: bigint;
  readonly subscription: string;
  readonly account: string;
  readonly kind: Fact['kind'];
  readonly reference: string | null;
  readonly at: number;
}

export function factRecorded(sellerId: bigint, recorded: RecordedFact, now: number): NewEvent {
  const { subscriptionId, kind, at, ...rest } = recorded;
  const name = (KINDS as Partial<Record<Fact['kind'], (typeof KINDS)[keyof typeof KINDS]>>)[kind] ?? 'subscription.changed';
  const data = { ...rest, fact: kind, at: formatInstant(at) };
  return tell[name]({ sellerId, subject: formatIdentifier('sub', subscriptionId), occurredAt: now, data });
}
