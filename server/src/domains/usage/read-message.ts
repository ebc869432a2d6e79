// Reads one usage event as it is handed over, a CloudEvent: by hand and not by a schema, since a hundred thousand a second pass here.
import { parseInstant } from '../../kernel/calendar/instant.ts';

/** An event in the sender's words. */
export interface UsageMessage {
  readonly source: string;
  readonly id: string;
  /** External ids. */
  readonly subscription: string | undefined;
  readonly account: string | undefined;
  readonly meter: string;
  readonly at: number;
  /** A plain decimal. */
  readonly value: string;
  /** Id of the event of the same source that this one takes back, and whether it stands in its place. */
  readonly takesBack: { readonly id: string; readonly replaces: boolean } | null;
}

/** What cannot be read, with as much of its identity as can. */
export interface UnreadMessage {
  readonly source: string;
  readonly id: string;
  readonly code: string;
  readonly reason: string;
  readonly body: unknown;
}

const DECIMAL = /^[+-]?\d{1,30}(?:\.\d{1,30})?$/;
const GREATEST_TEXT = 512;
const GREATEST_DIGITS = 15;

/** What is named by nobody else stands in `data`; `subject` is the subscription where `data` names none. */
export function readMessage(raw: unknown): UsageMessage | UnreadMessage {
  if (!isRecord(raw)) return unread(raw, '', 'An event is a JSON object: a CloudEvent.');
  if (raw.specversion !== '1.0') return unread(raw, 'specversion', 'It must be "1.0": events are CloudEvents of version 1.0.');
  const { id, source, time } = raw;
  if (!isText(id) || !isText(source) || source.includes('\n')) {
    return { ...unread(raw, '', ''), code: 'usage.no_identity', reason: NO_IDENTITY };
  }
  if (!isRecord(raw.data)) return unread(raw, 'data', 'It must be a JSON object that names meter and value.');
  const { data } = raw;
  const subscription = data.subscription ?? (data.account === undefined ? (raw.subject ?? undefined) : undefined);
  if (subscription !== undefined && !isText(subscription)) return unread(raw, 'data.subscription', TEXT);
  if (data.account !== undefined && !isText(data.account)) return unread(raw, 'data.account', TEXT);
  const account = data.account as string | undefined;
  if (data.voids !== undefined) return readVoid(raw, id, source, data.voids);
  if (data.replaces !== undefined && (!isText(data.replaces) || data.replaces === id)) {
    return unread(raw, 'data.replaces', 'It must be the id of another event of this source.');
  }
  const at = typeof time === 'string' ? readInstant(time) : null;
  if (at === null) return unread(raw, 'time', 'It must be the instant of consumption, such as "2026-01-05T10:00:00Z".');
  const meter = data.meter ?? raw.type;
  if (!isText(meter)) return unread(raw, 'data.meter', TEXT);
  const value = typeof data.value === 'number' ? decimalOf(data.value) : data.value;
  if (typeof value !== 'string' || !DECIMAL.test(value)) {
    return unread(raw, 'data.value', 'It must be a plain decimal such as "12.5"; a number of more than 15 digits is written as text.');
  }
  const takesBack = data.replaces === undefined ? null : { id: data.replaces as string, replaces: true };
  return { source, id, subscription, account, meter, at, value, takesBack };
}

function readVoid(raw: Record<string, unknown>, id: string, source: string, voids: unknown): UsageMessage | UnreadMessage {
  if (!isText(voids) || voids === id) return unread(raw, 'data.voids', 'It must be the id of another event of this source.');
  return {
    source,
    id,
    subscription: undefined,
    account: undefined,
    meter: '',
    at: 0,
    value: '0',
    takesBack: { id: voids, replaces: false },
  };
}

export const NO_IDENTITY = 'An event needs a source and an id, so that it is counted once. Give both, the source on one line.';
const TEXT = `It must be a text of 1 to ${GREATEST_TEXT} characters.`;

export function unread(raw: unknown, field: string, reason: string): UnreadMessage {
  const { id, source } = isRecord(raw) ? raw : {};
  const told = (text: unknown) => (typeof text === 'string' ? storable(text).slice(0, GREATEST_TEXT) : '');
  return {
    source: told(source),
    id: told(id),
    code: 'usage.invalid',
    reason: field === '' ? reason : `${field}: ${reason}`,
    body: raw,
  };
}

/** JSON that PostgreSQL takes: without U+0000 and halves of characters, and not longer than anybody would read. */
export function storableJson(body: unknown): string {
  if (isDeeperThan(body, DEEPEST)) return JSON.stringify({ cut: `nested deeper than ${DEEPEST} levels` });
  const text = (JSON.stringify(body) ?? 'null').replace(UNSTORABLE_ESCAPE, '$1\ufffd');
  return text.length <= GREATEST_BODY ? text : JSON.stringify({ cut: storable(text.slice(0, GREATEST_BODY)) });
}

const GREATEST_BODY = 16_384;
/** Deeper ones exhaust whoever writes or reads them by recursion, here and in the database. */
const DEEPEST = 100;

/** Level by level, so that looking does not go deep itself. */
function isDeeperThan(body: unknown, deepest: number): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0 && depth <= deepest; depth += 1) {
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
  }
  return level.length > 0;
}

/** As JSON writes it, in names as in values. */
const UNSTORABLE_ESCAPE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][\da-f]{2})/g;
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function storable(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= GREATEST_TEXT && isStorable(value);
}

/** Nearly all names are plain ASCII, which is seen at a glance. */
function isStorable(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0 || unit > 0xd7ff) return !new RegExp(UNSTORABLE, '').test(text);
  }
  return true;
}

/** Of numbers as JSON writes them; those that may have lost digits are refused. */
function decimalOf(value: number): string | null {
  const text = String(value);
  return text.length > GREATEST_DIGITS + 2 || text.replace(/\D/g, '').length > GREATEST_DIGITS ? null : text;
}

const WRITTEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
let lastMinute = '';
let lastMinuteAt = 0;

/** The minute that was read last is remembered: events come in the order of time, more or less. */
function readInstant(text: string): number | null {
  if (text.length >= 20 && lastMinute !== '' && text.startsWith(lastMinute) && WRITTEN.test(text)) {
    const seconds = (text.charCodeAt(17) - 48) * 10 + text.charCodeAt(18) - 48;
    if (seconds > 59) return null;
    return lastMinuteAt + seconds * 1000 + (text.length === 20 ? 0 : Number(text.slice(20, -1).padEnd(3, '0')));
  }
  const instant = parseInstant(text);
  if (instant !== null && WRITTEN.test(text)) {
    lastMinute = text.slice(0, 17);
    lastMinuteAt = instant - (((instant % 60_000) + 60_000) % 60_000);
  }
  return instant;
}
