// Calls to the outside.
export { isPublicAddress } from './address.ts';
export { checkUrl, DEFAULT_PORTS, type OutgoingRules, type PortRange } from './check-url.ts';
export { type Outgoing, type OutgoingAnswer, type OutgoingCall, OutgoingFailure, openOutgoing, type ResolvedAddress } from './outgoing.ts';
