// Usage over HTTP: CloudEvents 1.0 in every mode, answered when they are durable.
import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import { defineOpenRoute, type Route } from '../../platform/http/route.ts';
import type { OpenWork } from '../../platform/http/work.ts';
import { readBody } from './read-body.ts';
import type { TakenVerdict } from './take-batch.ts';
import type { UsageWriter } from './usage-writer.ts';

declare module '../../platform/http/work.ts' {
  interface Services {
    readonly usage: UsageWriter;
  }
}

/** Of one request; a stream of lines is not read faster than they are written. */
const PIECES_UNDER_WAY = 4;
const MOST_LISTED = 1000;

const name = (description: string, example: string) => z.string().min(1).max(512).meta({ description, example });

const cloudEvent = z
  .looseObject({
    specversion: z.literal('1.0').meta({ description: 'Of CloudEvents.', example: '1.0' }),
    id: name('The event’s id. With its source it is unique: sent again, it is counted once.', 'c7a9-000042'),
    source: name('What sends it, on one line.', '/collectors/fra1'),
    type: name('The kind of event; the meter, where `data` names none.', 'traffic-gb'),
    time: z.string().optional().meta({ description: 'The instant of consumption, with an offset.', example: '2026-01-05T10:00:00Z' }),
    subject: name('The subscription’s external id, where `data` names none.', 's-1').optional(),
    data: z
      .looseObject({
        subscription: name('External id of the subscription.', 's-1').optional(),
        account: name('External id of the account. Alone, it finds the one subscription that measures the meter.', 'acme').optional(),
        meter: name('What is measured.', 'traffic-gb').optional(),
        value: z
          .union([z.string(), z.number()])
          .optional()
          .meta({ description: 'How much: a decimal as text, or a number of at most 15 digits.', example: '12.5' }),
        replaces: name('Id of an event of this source in whose place this one stands.', 'c7a9-000041').optional(),
        voids: name('Id of an event of this source that is taken back. Then nothing else is needed.', 'c7a9-000041').optional(),
      })
      .meta({ description: 'What was consumed.' }),
  })
  .meta({ id: 'UsageEvent', description: 'A CloudEvent 1.0 that says what was consumed.' });

const verdicts = ['stored', 'repeated', 'refused'] as const;
const answer = z.object({
  received: z.int().meta({ description: 'How many events came.', example: 1000 }),
  stored: z.int().meta({ description: 'How many of them are new and durable.', example: 989 }),
  repeated: z.int().meta({ description: 'How many were known already with the same content.', example: 10 }),
  refused: z.int().meta({ description: 'How many were not taken; they are kept with their reason.', example: 1 }),
  events: z
    .array(
      z.object({
        index: z.int().meta({ description: 'The event’s place in the request, from 0.', example: 17 }),
        source: z.string().meta({ description: 'Its source.', example: '/collectors/fra1' }),
        id: z.string().meta({ description: 'Its id.', example: 'c7a9-000042' }),
        verdict: z.enum(verdicts).meta({ description: 'What became of it.', example: 'refused' }),
        code: z.string().nullable().meta({ description: 'Why it was refused.', example: 'usage.unknown_meter' }),
        detail: z
          .string()
          .nullable()
          .meta({ description: 'The same as a sentence that says what to do.', example: 'There is no meter "x".' }),
      }),
    )
    .meta({
      description: `The verdict of each event that was not simply stored, with \`verdicts=all\` of every event; at most ${MOST_LISTED}, refused ones first.`,
    }),
});
type Answer = z.input<typeof answer>;

const send = defineOpenRoute({
  method: 'POST',
  path: '/v1/events',
  operationId: 'sendEvents',
  summary: 'Send usage events',
  description: [
    'CloudEvents 1.0: structured (`application/cloudevents+json`), batched (`application/cloudevents-batch+json`, or an array as `application/json`),',
    'binary (`ce-` headers), or one JSON object a line (`application/x-ndjson`), which is read as it comes; each also packed with gzip.',
    'The answer comes when the events are durable. Sent again, an event is counted once, so whoever got no answer sends again.',
    'The answer has status 207 where some were refused; an event sent alone in structured or binary mode is refused as a problem.',
    '429 means that more arrives than can be written: wait as long as Retry-After says.',
  ].join(' '),
  tag: 'usage',
  access: { permission: 'usage.write', callers: 'staff' },
  query: z.object({
    verdicts: z
      .enum(['exceptions', 'all'])
      .default('exceptions')
      .meta({ description: 'Which events the answer lists.', example: 'exceptions' }),
  }),
  body: z.union([z.array(cloudEvent), cloudEvent]),
  response: answer,
  refusals: [
    'usage.already_taken_back',
    'usage.busy',
    'usage.content_type',
    'usage.in_future',
    'usage.invalid',
    'usage.no_identity',
    'usage.no_subscription',
    'usage.not_kept',
    'usage.other_account',
    'usage.other_body',
    'usage.several_subscriptions',
    'usage.too_large',
    'usage.too_old',
    'usage.unknown_account',
    'usage.unknown_event',
    'usage.unknown_meter',
    'usage.unknown_subscription',
  ],
  role: 'engine',
  // Only says how long a stream of lines may take to arrive: each mode has limits of its own.
  bodyLimitBytes: 64 * 1024 * 1024,
  streamed: true,
  logsItself: true,
  async handle(work, { query, body }) {
    const told = await takeBody(work, body, query.verdicts === 'all');
    if (told.refused > 0) work.status(207);
    return told;
  },
});

async function takeBody(work: OpenWork, body: unknown, all: boolean): Promise<Answer> {
  const { usage } = work.services;
  usage.refuseIfFull();
  let held = 0;
  const hold = (bytes: number) => {
    usage.hold(bytes);
    held += bytes;
  };
  const told: Told = { received: 0, stored: 0, repeated: 0, refused: 0, refusals: [], others: [] };
  const underWay = new Set<Promise<void>>();
  let failure: unknown;
  const { single, pieces } = readBody(body, work.headers, hold);
  try {
    for await (const events of pieces) {
      const bytes = held;
      held = 0;
      // A stream waits for room as long as what came before of it goes on.
      while (underWay.size > 0 && !usage.hasRoomFor(events.length)) await Promise.race(underWay);
      const first = told.received;
      told.received += events.length;
      const taking = usage
        .take(work.seller, events, first === 0 && events.length > 0 ? entryOf(work, events) : null)
        .then((given) => tell(told, events, given, first, all))
        .catch((error: unknown) => {
          failure ??= error;
        })
        .finally(() => {
          usage.letGo(bytes);
          underWay.delete(taking);
        });
      underWay.add(taking);
      if (underWay.size >= PIECES_UNDER_WAY) await Promise.race(underWay);
      if (failure !== undefined) break;
    }
  } finally {
    usage.letGo(held);
    await Promise.all(underWay);
  }
  if (failure !== undefined) throw failure;
  const { refusals, others, ...counts } = told;
  if (single && told.refused === 1) throw new Refusal(refusals[0]!.code!, refusals[0]!.detail!);
  const inOrder = (list: Listed[]) => list.sort((one, other) => one.index - other.index);
  return { ...counts, events: [...inOrder(refusals), ...inOrder(others)].slice(0, MOST_LISTED) };
}

type Listed = Answer['events'][number];

/** What became of a request's events; a stream may have more of them than anybody wants listed. */
interface Told {
  received: number;
  stored: number;
  repeated: number;
  refused: number;
  readonly refusals: Listed[];
  readonly others: Listed[];
}

function tell(
  told: Told,
  events: readonly { readonly source: string; readonly id: string }[],
  given: readonly TakenVerdict[],
  first: number,
  all: boolean,
): void {
  for (let index = 0; index < given.length; index += 1) {
    const verdict = given[index]!;
    const word = typeof verdict === 'string' ? verdict : 'refused';
    told[word] += 1;
    const list = word === 'refused' ? told.refusals : told.others;
    if ((word === 'stored' && !all) || list.length >= MOST_LISTED) continue;
    const { source, id } = events[index]!;
    const why = typeof verdict === 'string' ? { code: null, detail: null } : { code: verdict.code, detail: verdict.reason };
    list.push({ index: first + index, source, id, verdict: word, ...why });
  }
}

/** Of the request, not of its events: those are a record themselves. */
function entryOf(work: OpenWork, events: readonly { readonly source: string }[]) {
  return {
    principal: work.principal,
    sellerId: null,
    operation: 'sendEvents',
    notes: [{ subject: `usage of ${events[0]!.source}`.slice(0, 300) }],
    address: work.address,
    requestId: work.requestId,
    now: work.now,
  };
}

export const ingestRoutes: readonly Route[] = [send];
