// Test support: an OpenID Connect provider on this machine, as strict as a real one and as wrong as a test wants it.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT = { id: 'prorata', secret: 'the secret of the client' };

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirectUri: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export class TestIdentityProvider {
  private readonly server: Server;
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly grants = new Map<string, Grant>();
  /** Laid over the claims of the next token, to make it wrong. */
  overlay: Readonly<Record<string, unknown>> = {};
  /** Signs with another key. */
  signsWrong = false;
  calls: string[] = [];

  constructor() {
    this.server = createServer((request, response) => {
      this.calls.push(`${request.method} ${request.url}`);
      void this.answer(request).then(([status, body]) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async open(): Promise<void> {
    await new Promise<void>((settle) => this.server.listen(0, '127.0.0.1', settle));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((settle) => this.server.close(settle));
  }

  /** Somebody signed in here: what the browser brings back. */
  authorize(url: string, claims: Readonly<Record<string, unknown>>): { code: string; state: string } {
    const asked = new URL(url).searchParams;
    const code = randomBytes(16).toString('hex');
    const get = (name: string) => asked.get(name) ?? '';
    if (get('response_type') !== 'code' || get('code_challenge_method') !== 'S256' || get('client_id') !== CLIENT.id) throw new Error(url);
    this.grants.set(code, { challenge: get('code_challenge'), nonce: get('nonce'), redirectUri: get('redirect_uri'), claims });
    return { code, state: get('state') };
  }

  private async answer(request: IncomingMessage): Promise<[number, unknown]> {
    const { issuer } = this;
    if (request.url === '/.well-known/openid-configuration') {
      return [
        200,
        {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        },
      ];
    }
    if (request.url === '/keys')
      return [200, { keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] }];
    return request.url === '/token' ? this.token(new URLSearchParams(await bodyOf(request))) : [404, {}];
  }

  private token(form: URLSearchParams): [number, unknown] {
    const grant = this.grants.get(form.get('code') ?? '');
    this.grants.delete(form.get('code') ?? '');
    const verified = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight = form.get('client_id') === CLIENT.id && form.get('client_secret') === CLIENT.secret;
    if (grant === undefined || !isRight || grant.challenge !== verified || grant.redirectUri !== form.get('redirect_uri'))
      return [400, { error: 'invalid_grant' }];
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.issuer, aud: CLIENT.id, iat: now, exp: now + 60, nonce: grant.nonce, ...grant.claims, ...this.overlay };
    return [200, { access_token: 'unused', token_type: 'Bearer', id_token: this.sign(claims) }];
  }

  private sign(claims: unknown): string {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const head = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`;
    const key = this.signsWrong ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : this.keys.privateKey;
    return `${head}.${sign('sha256', Buffer.from(head), key).toString('base64url')}`;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
