// Test support: a passkey's device in software, which answers as `navigator.credentials` does (WebAuthn, attestation "none", ES256).
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface Options {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
}

export interface Behaviour {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Whether the device checked who holds it. */
  readonly verifiesUser?: boolean;
  /** The counter stands still, as in a copy. */
  readonly stale?: boolean;
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

export class Authenticator {
  readonly credentialId = randomBytes(16);
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private readonly origin: string;
  private counter = 0;
  private userHandle = '';

  constructor(origin: string) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = pair.privateKey;
    this.publicKey = pair.publicKey;
    this.origin = origin;
  }

  create(options: Options, behaviour: Behaviour = {}) {
    this.userHandle = options.user!.id;
    const { x, y } = this.publicKey.export({ format: 'jwk' });
    const key = map([
      [integer(1), integer(2)],
      [integer(3), integer(-7)],
      [integer(-1), integer(1)],
      [integer(-2), bytes(Buffer.from(x!, 'base64url'))],
      [integer(-3), bytes(Buffer.from(y!, 'base64url'))],
    ]);
    const length = Buffer.from([0, this.credentialId.length]);
    const data = Buffer.concat([this.head(options.rp!.id, behaviour, 0x40), Buffer.alloc(16), length, this.credentialId, key]);
    const attestationObject = map([
      [text('fmt'), text('none')],
      [text('attStmt'), map([])],
      [text('authData'), bytes(data)],
    ]);
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', options, behaviour).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  get(options: Options, behaviour: Behaviour = {}) {
    if (behaviour.stale !== true) this.counter += 1;
    const clientData = this.clientData('webauthn.get', options, behaviour);
    const data = this.head(options.rpId!, behaviour, 0);
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(clientData)]), this.privateKey).toString('base64url'),
      userHandle: this.userHandle,
    });
  }

  private answer<Response>(response: Response) {
    const id = this.credentialId.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform', response };
  }

  private clientData(type: string, { challenge }: Options, behaviour: Behaviour): Buffer {
    const origin = behaviour.origin ?? this.origin;
    return Buffer.from(JSON.stringify({ type, challenge: behaviour.challenge ?? challenge, origin, crossOrigin: false }));
  }

  private head(rpId: string, behaviour: Behaviour, more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = 1 | (behaviour.verifiesUser === false ? 0 : 4) | more;
    return Buffer.concat([sha256(behaviour.rpId ?? rpId), Buffer.from([flags]), counter]);
  }
}

/** As much of CBOR (RFC 8949) as an authenticator speaks. */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
const integer = (value: number): Buffer => (value >= 0 ? head(0, value) : head(1, -1 - value));
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const map = (entries: readonly (readonly [Buffer, Buffer])[]): Buffer => Buffer.concat([head(5, entries.length), ...entries.flat()]);
