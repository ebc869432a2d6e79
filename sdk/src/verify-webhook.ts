// Whether a webhook is from your Prorata: by the Standard Webhooks convention, with the platform's own cryptography.

export interface VerifyOptions {
  /** `whsec_…`, as the endpoint told it. Two while one takes over from the other. */
  readonly secret: string | readonly string[];
  /** How old or early it may be, by your clock. Default 300. */
  readonly toleranceSeconds?: number;
  /** Milliseconds since 1970. Default the machine's clock. */
  readonly now?: number;
}

export class WebhookError extends Error {
  override readonly name = 'WebhookError';
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>> | globalThis.Headers;

/**
 * Answers what the body says, or throws a `WebhookError`. `body` is the text as it came, before anything parsed it.
 * A message may come more than once: its `webhook-id` is then the same.
 */
export async function verifyWebhook(body: string, headers: Headers, options: VerifyOptions): Promise<unknown> {
  const id = headerOf(headers, 'webhook-id');
  const sentAt = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  refuseStrangeTime(sentAt, options);
  const secrets = typeof options.secret === 'string' ? [options.secret] : options.secret;
  const signed = new TextEncoder().encode(`${id}.${sentAt}.${body}`);
  for (const secret of secrets) {
    const key = await crypto.subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    for (const signature of signatures.split(' ')) {
      const [version, text = ''] = signature.split(',');
      const bytes = version === 'v1' ? fromBase64(text) : null;
      // Compared in constant time there.
      if (bytes !== null && (await crypto.subtle.verify('HMAC', key, bytes, signed))) return JSON.parse(body);
    }
  }
  throw new WebhookError('No signature of this message was made with your secret.');
}

function headerOf(headers: Headers, name: string): string {
  const value = headers instanceof globalThis.Headers ? headers.get(name) : headers[name];
  if (typeof value !== 'string' || value === '') throw new WebhookError(`The header ${name} is missing.`);
  return value;
}

function refuseStrangeTime(sentAt: string, { toleranceSeconds = 300, now = Date.now() }: VerifyOptions): void {
  const seconds = /^\d{1,15}$/.test(sentAt) ? Number(sentAt) : Number.NaN;
  if (!(Math.abs(now / 1000 - seconds) <= toleranceSeconds)) {
    throw new WebhookError('The message was sent too long ago, or your clock is wrong.');
  }
}

function bytesOf(secret: string): Uint8Array<ArrayBuffer> {
  const bytes = secret.startsWith('whsec_') ? fromBase64(secret.slice('whsec_'.length)) : null;
  if (bytes === null || bytes.length === 0) throw new WebhookError('The secret is not one of an endpoint: those begin with "whsec_".');
  return bytes;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
