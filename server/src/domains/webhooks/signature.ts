// Signs what is sent by the Standard Webhooks convention, so that receivers verify it with any of its libraries.
import { createHmac, randomBytes } from 'node:crypto';
import { formatIdentifier } from '../../kernel/identifier.ts';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

export function newSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** Where a secret is sealed for: it opens at its own endpoint only. */
export function placeOfSecret(endpointId: bigint): string {
  return `webhook:${formatIdentifier('whe', endpointId)}`;
}

export interface Message {
  /** The same at every attempt and replay, by which a receiver knows what it has had. */
  readonly id: string;
  /** Seconds since 1970, of the machine: receivers refuse what is old by theirs. */
  readonly sentAt: number;
  readonly body: string;
}

/** Two secrets while one takes over from the other. */
export function signedHeaders({ id, sentAt, body }: Message, secrets: readonly string[]): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${sentAt}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': String(sentAt), 'webhook-signature': signatures.join(' ') };
}
