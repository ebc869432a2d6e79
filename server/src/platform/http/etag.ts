// Editing without losing somebody else's edit: an answer carries a tag of what it shows, and a change names the tag of what it was made from.
import { createHash } from 'node:crypto';
import { Refusal } from '../../kernel/refusal.ts';
import type { WorkAround } from './work.ts';

/** Of the resource as it is shown without expansions. Fields in another order are the same resource. */
export function etagOf(resource: unknown): string {
  return `"${createHash('sha256')
    .update(JSON.stringify(inOrder(resource)))
    .digest('base64url')
    .slice(0, 22)}"`;
}

/** Gives the answer its tag. */
export function tagAnswer(work: WorkAround, resource: unknown): void {
  work.header('etag', etagOf(resource));
}

/** Call it under the lock that keeps others from changing the resource meanwhile. */
export function requireUnchanged(work: WorkAround, resource: unknown): void {
  const wanted = work.headers['if-match'];
  if (wanted === undefined) throw unconditional();
  const tags = String(wanted)
    .split(',')
    .map((tag) => tag.trim());
  if (!tags.includes('*') && !tags.includes(etagOf(resource))) {
    throw new Refusal('edit.outdated', 'It was changed since you read it. Read it again and decide on what it says now.', {
      path: 'If-Match',
    });
  }
}

export const unconditional = (): Refusal =>
  new Refusal('edit.unconditional', 'Say in If-Match which state you change: the ETag that reading it gave you.', { path: 'If-Match' });

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, item]) => [name, inOrder(item)]),
  );
}
