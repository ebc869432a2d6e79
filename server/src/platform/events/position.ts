// A place in the feed: behind one event and before the next. Shown outside as a cursor that means nothing to its reader.
import { Refusal } from '../../kernel/refusal.ts';

export interface FeedPosition {
  readonly era: number;
  /** The transaction that wrote the event. */
  readonly writtenBy: bigint;
  readonly id: bigint;
}

export const FEED_BEGIN: FeedPosition = { era: 0, writtenBy: 0n, id: 0n };

const FORM = /^(\d{1,9})\.(\d{1,20})\.(\d{1,19})$/;
const GREATEST_TRANSACTION = (1n << 64n) - 1n;
export const GREATEST_ID = (1n << 63n) - 1n;

export function formatPosition({ era, writtenBy, id }: FeedPosition): string {
  return Buffer.from(`${era}.${writtenBy}.${id}`).toString('base64url');
}

export function parsePosition(text: string): FeedPosition {
  const match = FORM.exec(Buffer.from(text, 'base64url').toString('latin1'));
  if (match === null) throw wrongCursor();
  const position = { era: Number(match[1]), writtenBy: BigInt(match[2]!), id: BigInt(match[3]!) };
  if (position.writtenBy > GREATEST_TRANSACTION || position.id > GREATEST_ID) throw wrongCursor();
  return position;
}

export function isBefore(one: FeedPosition, other: FeedPosition): boolean {
  if (one.era !== other.era) return one.era < other.era;
  return one.writtenBy === other.writtenBy ? one.id < other.id : one.writtenBy < other.writtenBy;
}

const wrongCursor = (): Refusal =>
  new Refusal('feed.cursor', 'This is no cursor of the feed. Use the "nextCursor" of the answer before, or leave it out to begin.', {
    path: 'after',
  });

export const cursorExpired = (): Refusal =>
  new Refusal(
    'feed.cursor_expired',
    'Events behind this cursor are too old and gone. Read the lists of what you keep anew, then follow the feed from "latest".',
    { path: 'after' },
  );
