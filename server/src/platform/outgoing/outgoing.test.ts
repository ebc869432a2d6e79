// Calls to the outside reach nothing inside: a canary listens on this machine and is never hit, however its address is written.
import { createServer, type Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { forbiddenUrls, nameService } from '../../testing/forbidden-addresses.ts';
import { armFailpoint, disarmFailpoints } from '../failpoint.ts';
import { isPublicAddress } from './address.ts';
import { checkUrl, DEFAULT_PORTS } from './check-url.ts';
import { type Outgoing, type OutgoingCall, type OutgoingOptions, openOutgoing } from './outgoing.ts';

const servers: Server[] = [];
const opened: Outgoing[] = [];
let port = 0;
let hits: string[] = [];
let answer: (path: string) => { status: number; headers?: Record<string, string>; body?: string } = () => ({ status: 200, body: 'seen' });

/** On every address of this machine, IPv4 and IPv6 where there is IPv6. */
async function listen(host: string, wanted: number): Promise<void> {
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    const { status, headers, body } = answer(request.url ?? '');
    if (status === 0) return;
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(wanted, host, settle);
  });
  servers.push(server);
  port = (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  await listen('0.0.0.0', 0);
  await listen('::1', port).catch(() => undefined);
});
afterEach(async () => {
  disarmFailpoints();
  hits = [];
  answer = () => ({ status: 200, body: 'seen' });
  await Promise.all(opened.splice(0).map((one) => one.close()));
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((settle) => server.close(settle));
  }
});

const resolve = async (host: string) => {
  const found = nameService[host];
  if (found === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  return found.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
};

function open(more: Partial<OutgoingOptions['rules']> = {}, resolver: OutgoingOptions['resolve'] = resolve): Outgoing {
  const outgoing = openOutgoing({ rules: { allowPrivate: false, ports: DEFAULT_PORTS, ...more }, resolve: resolver });
  opened.push(outgoing);
  return outgoing;
}

const call = (outgoing: Outgoing, url: string, more: Partial<OutgoingCall> = {}) =>
  outgoing.call({ method: 'POST', url, headers: {}, body: '{}', timeoutMs: 5000, greatestBytes: 2048, ...more });

describe('an address that leads inside is not called', () => {
  it('has a corpus worth the name, each form once', () => {
    expect(forbiddenUrls.length).toBeGreaterThanOrEqual(120);
    expect(new Set(forbiddenUrls).size).toBe(forbiddenUrls.length);
  });

  it.each(forbiddenUrls)('%j', async (form) => {
    const url = form.replaceAll('PORT', String(port));
    await expect(call(open(), url)).rejects.toMatchObject({ name: 'OutgoingFailure', code: 'address' });
    expect(hits).toEqual([]);
  });

  it('would be noticed: without the rule the same forms reach the canary', async () => {
    const outgoing = open({ allowPrivate: true });
    const reached = ['http://127.0.0.1:PORT/', 'http://0x7f000001:PORT/', 'http://loopback.example.com:PORT/'];
    for (const form of reached) {
      const { status, body } = await call(outgoing, form.replaceAll('PORT', String(port)));
      expect([status, body.toString()]).toEqual([200, 'seen']);
    }
    expect(hits.length).toBe(3);
  });
});

describe('a name that changes its mind', () => {
  it('is called where it was judged, and judged again at the next call', async () => {
    let asked = 0;
    // The first answer is public by its number and refuses connections on this network; what follows points inside.
    const rebinding = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '192.88.98.1' : '127.0.0.1', family: 4 }];
    };
    const outgoing = open({}, rebinding);
    for (let turn = 0; turn < 3; turn += 1) {
      await expect(call(outgoing, `http://rebind.example.com:${port}/`, { timeoutMs: 300 })).rejects.toMatchObject({
        name: 'OutgoingFailure',
      });
    }
    expect(hits).toEqual([]);
    expect(asked).toBeGreaterThan(1);
  });
});

describe('what comes back', () => {
  it('is not followed elsewhere', async () => {
    answer = (path) => (path === '/first' ? { status: 307, headers: { location: `http://127.0.0.1:${port}/second` } } : { status: 200 });
    const { status } = await call(open({ allowPrivate: true }), `http://127.0.0.1:${port}/first`);
    expect([status, hits]).toEqual([307, ['POST /first']]);
  });

  it('is read to its bound and not further', async () => {
    answer = () => ({ status: 200, body: 'x'.repeat(5_000_000) });
    const { body } = await call(open({ allowPrivate: true }), `http://127.0.0.1:${port}/`);
    expect(body.length).toBe(2048);
  });

  it('is waited for as long as was said', async () => {
    answer = () => ({ status: 0 });
    await expect(call(open({ allowPrivate: true }), `http://127.0.0.1:${port}/`, { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'timeout',
    });
  });

  it('is a failure of the connection where nobody listens', async () => {
    await expect(call(open({ allowPrivate: true }), 'http://127.0.0.1:1025/')).rejects.toMatchObject({ code: 'connection' });
  });

  it('is a failure of the certificate where none is spoken', async () => {
    const made = call(open({ allowPrivate: true }), `https://127.0.0.1:${port}/`);
    await expect(made).rejects.toMatchObject({ name: 'OutgoingFailure', code: 'certificate' });
  });

  it('may be lost by a fault of ours before and after', async () => {
    const outgoing = open({ allowPrivate: true });
    armFailpoint('outgoing.before_call', 'throw');
    await expect(call(outgoing, `http://127.0.0.1:${port}/`)).rejects.toThrow('failpoint');
    expect(hits).toEqual([]);
    disarmFailpoints();
    armFailpoint('outgoing.after_call', 'throw');
    await expect(call(outgoing, `http://127.0.0.1:${port}/`)).rejects.toThrow('failpoint');
    expect(hits).toEqual(['POST /']);
  });
});

describe('addresses', () => {
  const reasons: readonly [string, string][] = [
    ['nonsense', 'outgoing.url'],
    [`https://example.com/${'a'.repeat(2000)}`, 'outgoing.url'],
    ['ftp://example.com/', 'outgoing.scheme'],
    ['https://user@example.com/', 'outgoing.user'],
    ['https://example.com:25/', 'outgoing.port'],
    ['https://192.168.0.1/', 'outgoing.address'],
  ];
  it.each(reasons)('%.40s is refused with %s', (url, code) => {
    expect(() => checkUrl(url, { allowPrivate: false, ports: DEFAULT_PORTS })).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    'https://example.com/hooks',
    'http://example.com',
    'https://example.com:8443/a?b=c',
    'https://93.184.216.34/',
    'https://bücher.example.de/',
  ])('%s is taken', (url) => {
    expect(checkUrl(url, { allowPrivate: false, ports: DEFAULT_PORTS }).href).toContain('http');
  });

  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1::1', '2a00:1450:4001::1', '64:ff9b::8.8.8.8', '::ffff:8.8.8.8'])(
    '%s is public',
    (text) => {
      expect(isPublicAddress(text)).toBe(true);
    },
  );
});
