// The check of webhooks, against the convention's own library as sender and against forgers.
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { verifyWebhook } from './verify-webhook.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const now = Date.UTC(2026, 0, 1);
const body = '{"type":"invoice.issued","data":{"number":"INV-000001"}}';

function sent(options: { by?: string; at?: number; id?: string } = {}): Record<string, string> {
  const { by = secret, at = now, id = 'evt_1' } = options;
  const signature = new Webhook(by).sign(id, new Date(at), body);
  return { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at / 1000)), 'webhook-signature': signature };
}

const verify = (headers: Record<string, string>, text = body, by: string | string[] = secret) =>
  verifyWebhook(text, headers, { secret: by, now });

describe('a message of ours', () => {
  it('is taken, whatever form its headers come in', async () => {
    expect(await verify(sent())).toEqual(JSON.parse(body));
    expect(await verifyWebhook(body, new Headers(sent()), { secret, now })).toEqual(JSON.parse(body));
  });

  it('is taken while one secret takes over from the other', async () => {
    expect(await verify(sent(), body, [other, secret])).toEqual(JSON.parse(body));
    const both = { ...sent(), 'webhook-signature': `${sent({ by: other })['webhook-signature']} ${sent()['webhook-signature']}` };
    expect(await verify(both)).toEqual(JSON.parse(body));
  });

  it('may be five minutes old or early', async () => {
    await expect(verify(sent({ at: now - 299_000 }))).resolves.toBeDefined();
    await expect(verify(sent({ at: now + 299_000 }))).resolves.toBeDefined();
  });
});

const good = sent();
const signature = good['webhook-signature']!;
const forgeries: Record<string, [Record<string, string>, string?]> = {
  'another secret': [sent({ by: other })],
  'another body': [good, body.replace('1"', '2"')],
  'a body with a space more': [good, `${body} `],
  'an empty body': [good, ''],
  'another id': [{ ...good, 'webhook-id': 'evt_2' }],
  'another time': [{ ...good, 'webhook-timestamp': String(now / 1000 + 1) }],
  'too old': [sent({ at: now - 301_000 })],
  'too early': [sent({ at: now + 301_000 })],
  'a time that is none': [{ ...good, 'webhook-timestamp': 'NaN' }],
  'a negative time': [{ ...good, 'webhook-timestamp': `-${now / 1000}` }],
  'a time with a fraction': [{ ...good, 'webhook-timestamp': `${now / 1000}.0` }],
  'no id': [{ ...good, 'webhook-id': '' }],
  'no signature': [{ ...good, 'webhook-signature': '' }],
  'an empty signature': [{ ...good, 'webhook-signature': 'v1,' }],
  'a signature cut short': [{ ...good, 'webhook-signature': signature.slice(0, -4) }],
  'a signature of no base64': [{ ...good, 'webhook-signature': 'v1,!!!!' }],
  'another version': [{ ...good, 'webhook-signature': signature.replace('v1,', 'v2,') }],
  'a version left out': [{ ...good, 'webhook-signature': signature.replace('v1,', '') }],
  'capitals turned': [{ ...good, 'webhook-signature': `v1,${signature.slice(3).toLowerCase()}` }],
};

describe('a forged message is refused', () => {
  it.each(Object.entries(forgeries))('%s', async (_name, [headers, text]) => {
    await expect(verify(headers, text)).rejects.toMatchObject({ name: 'WebhookError' });
  });

  it('as is a secret that is none', async () => {
    for (const none of ['', 'whsec_', 'whsec_!!', secret.slice(6)]) {
      await expect(verify(sent(), body, none)).rejects.toMatchObject({ name: 'WebhookError' });
    }
  });
});
