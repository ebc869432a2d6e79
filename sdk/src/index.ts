// What the package gives: a client, the problems it throws, and the check of webhooks.

export { type Answer, type Client, type ClientOptions, createClient } from './client.ts';
export { type Problem, ProblemError } from './problem-error.ts';
export { UnreachableError } from './retrying-fetch.ts';
export type { components, operations, paths } from './schema.generated.ts';
export { type VerifyOptions, verifyWebhook, WebhookError } from './verify-webhook.ts';
