// One answer for what is not there and for what the caller may not see: nobody learns from it which of the two it is.
import { formatIdentifier, parseIdentifier } from '../../kernel/identifier.ts';
import { Refusal } from '../../kernel/refusal.ts';

export const notFound = (): Refusal =>
  new Refusal('resource.not_found', 'There is nothing here that you may see. Check the id, and for whom you act.');

/** `found` or the refusal. */
export function orNotFound<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw notFound();
  return found;
}

/** An id of the address; a malformed one is as little there as a strange one, and looked for all the same. */
export function readIdentifier(prefix: string, text: string): bigint {
  return parseIdentifier(prefix, text) ?? -1n;
}

export { formatIdentifier };
