// Kinds of events that an endpoint may ask for: one the API gains does not compile until it stands here.
import type { Schemas } from '../../app/api.ts';

export type EventType = Schemas['WebhookEndpoint']['types'][number];

const known: Readonly<Record<EventType, true>> = {
  'account.changed': true,
  'account.created': true,
  'account.currency_changed': true,
  'account.parked': true,
  'account.released': true,
  'billing_run.finished': true,
  'coupon.redeemed': true,
  'coupon.redemption_revoked': true,
  'credit.added': true,
  'credit_note.issued': true,
  'currency.switched': true,
  'invoice.issued': true,
  'item.added': true,
  'key.created': true,
  'key.replaced': true,
  'key.revoked': true,
  'mail.requested': true,
  'plan.published': true,
  'price.published': true,
  'role.defined': true,
  'role.removed': true,
  'seller.changed': true,
  'seller.created': true,
  'setting.recorded': true,
  'subscription.changed': true,
  'subscription.ended': true,
  'subscription.paused': true,
  'subscription.resumed': true,
  'subscription.started': true,
  'usage.refused': true,
  'usage_upload.finished': true,
  'user.changed': true,
  'user.invited': true,
  'user.roles_changed': true,
  'webhook_endpoint.changed': true,
  'webhook_endpoint.created': true,
  'webhook_endpoint.disabled': true,
  'webhook_endpoint.removed': true,
  'webhook_endpoint.tested': true,
};

export const eventTypes = Object.keys(known) as EventType[];
