// Which addresses a call to the outside may reach: those of the public internet. Everything else is somebody's inside, perhaps our own.
import ipaddr from 'ipaddr.js';

/** Public by its number, yet it answers only inside one cloud, with that machine's secrets. */
const METADATA = new Set(['168.63.129.16']);
/** All public IPv6 addresses lie here (RFC 4291); what is beyond has a meaning of its own. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Addresses that carry an IPv4 address: a gateway translates them (RFC 6052). */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** `text` is an address as a resolver or a socket writes it. What cannot be read is not public. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || text.includes('%')) return false;
  const address = ipaddr.process(text);
  return address.kind() === 'ipv4' ? isPublicIPv4(address as ipaddr.IPv4) : isPublicIPv6(address as ipaddr.IPv6);
}

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !METADATA.has(address.toString());
}

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  if (address.match(NAT64)) return isPublicIPv4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  // Documentation, Teredo, 6to4 and the other special ranges within 2000::/3 have names of their own.
  return address.match(PUBLIC_IPV6) && address.range() === 'unicast';
}
