// Whether an address somebody typed may be called at all, before any name is looked up.
import { isIP } from 'node:net';
import { Refusal } from '../../kernel/refusal.ts';
import { isPublicAddress } from './address.ts';

export interface OutgoingRules {
  /** Calls within one's own network are allowed: PRORATA_OUTGOING_PRIVATE. */
  readonly allowPrivate: boolean;
  readonly ports: readonly PortRange[];
}

export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** Below 1024 live the services that are not the web: mail, shells, name servers. */
export const DEFAULT_PORTS: readonly PortRange[] = [
  { first: 80, last: 80 },
  { first: 443, last: 443 },
  { first: 1024, last: 65_535 },
];

const GREATEST_LENGTH = 2000;

export const urlInvalid = (path: string): Refusal =>
  new Refusal('outgoing.url', 'That is not an address that can be called. Write it in full, such as https://example.com/hooks.', { path });

export const schemeRefused = (path: string): Refusal =>
  new Refusal('outgoing.scheme', 'Only https and http addresses are called. Begin the address with https://.', { path });

export const userRefused = (path: string): Refusal =>
  new Refusal('outgoing.user', 'The address holds a user name or password. Leave them out: what we send is signed.', { path });

export const portRefused = (port: number, path: string): Refusal =>
  new Refusal('outgoing.port', `Port ${port} is not called from here. Use 443, 80, or one above 1023 that the operator allows.`, {
    path,
    parameters: { port: String(port) },
  });

export const addressRefused = (path: string): Refusal =>
  new Refusal('outgoing.address', 'The address is not one of the public internet. Name a host that everybody can reach.', { path });

/** Throws a refusal, or answers the address as it will be called. A name is judged by what it resolves to, when it is called. */
export function checkUrl(text: string, rules: OutgoingRules, path = 'url'): URL {
  // A URL parser forgives blanks and control characters; whoever writes them hides something.
  if (text.length > GREATEST_LENGTH || /[\s\p{Cc}\\]/u.test(text) || !URL.canParse(text)) throw urlInvalid(path);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw schemeRefused(path);
  if (url.username !== '' || url.password !== '') throw userRefused(path);
  const port = portOf(url);
  if (!rules.ports.some(({ first, last }) => first <= port && port <= last)) throw portRefused(port, path);
  if (!rules.allowPrivate && isInsideByName(url)) throw addressRefused(path);
  return url;
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** The parser has already turned 0x7f000001, 017700000001, 2130706433 and 127.1 into 127.0.0.1. */
function isInsideByName(url: URL): boolean {
  const host = hostOf(url);
  if (isIP(host) !== 0) return !isPublicAddress(host);
  const name = host.replace(/\.$/, '');
  // A name without a dot is one of the local network; the others are reserved for it (RFC 6761, 6762, 9476).
  return !name.includes('.') || /\.(localhost|local|internal|localdomain|home\.arpa|onion)$/.test(name);
}

/** Without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}
