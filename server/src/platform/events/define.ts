// The kinds of events a domain tells of, each with the shape of its data and an example. The catalogue for integrators is made from these.
import type { z } from 'zod';
import type { NewEvent } from './write.ts';

export interface EventKind<Data extends z.ZodObject> {
  /** When it is told, in one sentence. */
  readonly about: string;
  /** What its subject is: "The invoice's id". */
  readonly subject: string;
  /** An id as a subject may look. */
  readonly exampleSubject: string;
  /** Every field with a description. Amounts are decimal text, days `2026-01-31`, instants RFC 3339. */
  readonly data: Data;
  readonly example: z.input<Data>;
}

export interface Told<Data> {
  readonly sellerId: bigint | null;
  readonly subject: string;
  /** Business time. */
  readonly occurredAt: number;
  readonly data: Data;
}

export interface Cataloged extends EventKind<z.ZodObject> {
  readonly kind: string;
}

type Tellers<Kinds extends Readonly<Record<string, EventKind<z.ZodObject>>>> = {
  readonly [Kind in keyof Kinds]: (told: Told<z.input<Kinds[Kind]['data']>>) => NewEvent;
};

/** `{ tell, catalog }`: `tell['invoice.issued']({…})` makes the event to be written; the catalog is for the page that lists all kinds. */
export function defineEvents<const Kinds extends Readonly<Record<string, EventKind<z.ZodObject>>>>(
  kinds: Kinds,
): { readonly tell: Tellers<Kinds>; readonly catalog: readonly Cataloged[] } {
  const names = Object.keys(kinds);
  const tell = Object.fromEntries(names.map((kind) => [kind, (told: Told<Record<string, unknown>>): NewEvent => ({ kind, ...told })]));
  return { tell: tell as unknown as Tellers<Kinds>, catalog: names.map((kind) => ({ kind, ...kinds[kind]! })) };
}
