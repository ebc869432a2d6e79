// Events: what happened, written in the transaction in which it happened, for everything that reacts to it later.
export { type Cataloged, defineEvents, type EventKind } from './define.ts';
export { beginEra, ensureEra } from './era.ts';
export { expireEvents } from './expire.ts';
export { FEED_BEGIN, type FeedEvent, type FeedPage, type FeedPosition, latestPosition, type OwnEvent, readFeed } from './feed.ts';
export { cursorExpired, formatPosition, parsePosition } from './position.ts';
export { type NewEvent, writeEvents } from './write.ts';
