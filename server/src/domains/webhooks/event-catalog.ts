// Every kind of event there is, from the doors of the domains that tell of them.
import type { Cataloged } from '../../platform/events/index.ts';
import { invoicingEvents } from '../invoicing/index.ts';
import { webhookEvents } from './events.ts';

export const eventCatalog: readonly Cataloged[] = [...invoicingEvents, ...webhookEvents].sort((one, other) =>
  one.kind < other.kind ? -1 : 1,
);

export const eventKinds = eventCatalog.map(({ kind }) => kind) as [string, ...string[]];
