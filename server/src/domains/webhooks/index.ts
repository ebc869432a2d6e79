// The door of webhooks: the feed of events, and the endpoints they are posted to.
export type { WebhookServices } from './change-endpoint.ts';
export { Deliverer } from './deliverer.ts';
export { eventCatalog } from './event-catalog.ts';
export { forgetOldEvents } from './forget.ts';
export { resealEndpoints } from './reseal.ts';
export { webhookRoutes } from './routes.ts';
