// What makes an event unique: a hash of its seller, source and id. A source is one line, so that no two events share one by accident.
import { hash } from 'node:crypto';

/** `seller` is his number. 32 hexadecimal digits, as PostgreSQL reads a uuid. The migration that made the table computed the same. */
export function eventIdentity(seller: string, source: string, id: string): string {
  return hash('sha256', `${seller}\n${source}\n${id}`, 'hex').slice(0, 32);
}
