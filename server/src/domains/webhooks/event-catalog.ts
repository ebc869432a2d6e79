// Every kind of event there is, from the doors of the domains that tell of them.
import type { Cataloged } from '../../platform/events/index.ts';
import { accountEvents } from '../accounts/index.ts';
import { catalogEvents } from '../catalog/index.ts';
import { invoicingEvents } from '../invoicing/index.ts';
import { peopleEvents } from '../people/index.ts';
import { pricelistEvents } from '../pricelists/index.ts';
import { subscriptionEvents } from '../subscriptions/index.ts';
import { usageEvents } from '../usage/index.ts';
import { webhookEvents } from './events.ts';

export const eventCatalog: readonly Cataloged[] = [
  ...accountEvents,
  ...peopleEvents,
  ...catalogEvents,
  ...pricelistEvents,
  ...subscriptionEvents,
  ...usageEvents,
  ...invoicingEvents,
  ...webhookEvents,
].sort((one, other) => (one.kind < other.kind ? -1 : 1));

export const eventKinds = eventCatalog.map(({ kind }) => kind) as [string, ...string[]];
