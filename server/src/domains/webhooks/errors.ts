// What can be refused about webhooks.
import { Refusal } from '../../kernel/refusal.ts';

export const tooManyEndpoints = (most: number): Refusal =>
  new Refusal(
    'webhook.too_many_endpoints',
    `There are ${most} endpoints already. Take one away, or let one serve several kinds of events.`,
    {
      parameters: { most: String(most) },
    },
  );

export const endpointDisabled = (): Refusal =>
  new Refusal('webhook.endpoint_disabled', 'The endpoint is off, so nothing is sent to it. Turn it on first.');

export const eventGone = (): Refusal =>
  new Refusal('webhook.event_gone', 'What was to be delivered is too old and gone. Read the lists of what you keep anew.');

export const tooMuchToReplay = (most: number): Refusal =>
  new Refusal(
    'webhook.too_much_to_replay',
    `More than ${most} events happened since then. Name a later instant, or read them from the feed.`,
    {
      path: 'since',
      parameters: { most: String(most) },
    },
  );
