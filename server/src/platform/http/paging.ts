// Lists page by page. A cursor names the last row of the page before by what it is sorted by, so rows that come in between neither repeat nor hide others.
import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';

export const GREATEST_PAGE = 200;
const USUAL_PAGE = 50;
const GREATEST_CURSOR = 2000;

/** The query fields of every list; spread into its schema. `usual` is what it is sorted by where nothing is said. */
export function pageQuery(sorts: readonly [string, ...string[]], usual: string = sorts[0]) {
  const both = sorts.flatMap((sort) => [sort, `-${sort}`]) as [string, ...string[]];
  return {
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(GREATEST_PAGE)
      .default(USUAL_PAGE)
      .meta({
        description: 'How many at most.',
        examples: [USUAL_PAGE],
      }),
    cursor: z
      .string()
      .max(GREATEST_CURSOR)
      .optional()
      .meta({
        description: 'The "nextCursor" of the page before; the other fields as they were.',
        examples: ['WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ'],
      }),
    sort: z
      .enum(both)
      .default(usual)
      .meta({ description: 'What it is sorted by; with a minus the other way round.', examples: [usual] }),
  };
}

/** What a list answers. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    data: z.array(item).meta({ description: 'In the order asked for.' }),
    nextCursor: z
      .string()
      .nullable()
      .meta({
        description: 'Ask for the next page with it; null after the last.',
        examples: ['WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ'],
      }),
  });
}

export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly sort: string;
}

export interface PageRequest {
  readonly limit: number;
  readonly sort: string;
  readonly isDescending: boolean;
  /** Of the last row before this page: what it is sorted by, as text, and its id. */
  readonly after: readonly [string, string] | null;
}

const cursorShape = z.tuple([z.string(), z.string(), z.string()]);

export function readPage(query: PageQuery): PageRequest {
  const isDescending = query.sort.startsWith('-');
  const after = query.cursor === undefined ? null : readCursor(query.cursor, query.sort);
  return { limit: query.limit, sort: isDescending ? query.sort.slice(1) : query.sort, isDescending, after };
}

function readCursor(text: string, sort: string): readonly [string, string] {
  try {
    const [madeFor, value, id] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (madeFor === sort && !`${value}${id}`.includes('\u0000')) return [value, id];
  } catch {
    // Not one of ours.
  }
  throw wrongCursor();
}

export const wrongCursor = (): Refusal =>
  new Refusal('page.cursor', 'This cursor does not belong to this list in this order. Begin again without one.', { path: 'cursor' });

export interface SortColumn {
  /** Never null. */
  readonly sql: string;
  readonly type: 'text' | 'bigint' | 'date' | 'timestamptz' | 'numeric';
}

const FORM: Readonly<Record<SortColumn['type'], RegExp>> = {
  text: /^/,
  bigint: /^-?\d{1,18}$/,
  date: /^\d{4,6}-\d\d-\d\d$/,
  timestamptz: /^[\d.:+ TZ-]{10,40}$/,
  numeric: /^-?\d{1,60}(\.\d{1,60})?$/,
};

/**
 * The end of a list's query: `and (…) order by … limit …`, and its values from `$first` on. It asks for one row more than the page has, by which
 * `pageFrom` sees whether there is another page. The query selects `cursorValue(column)`.
 */
export function pageSql(
  page: PageRequest,
  columns: Readonly<Record<string, SortColumn>>,
  id: string,
  first: number,
): { readonly sql: string; readonly values: unknown[]; readonly cursor: string } {
  const column = columns[page.sort]!;
  const direction = page.isDescending ? 'desc' : 'asc';
  const order = `order by ${column.sql} ${direction}, ${id} ${direction}`;
  const cursor = `${column.sql}::text as "cursorValue", ${id} as "cursorId"`;
  if (page.after === null) return { sql: `${order} limit $${first}`, values: [page.limit + 1], cursor };
  const [value, lastId] = page.after;
  if (!FORM[column.type].test(value) || !FORM.bigint.test(lastId)) throw wrongCursor();
  const beyond = page.isDescending ? '<' : '>';
  return {
    sql: `and (${column.sql}, ${id}) ${beyond} ($${first}::${column.type}, $${first + 1}::bigint) ${order} limit $${first + 2}`,
    values: [value, lastId, page.limit + 1],
    cursor,
  };
}

export interface CursorRow {
  readonly cursorValue: string;
  readonly cursorId: bigint;
}

export interface Page<Item> {
  readonly data: Item[];
  readonly nextCursor: string | null;
}

/** Rows as `pageSql` selected them, told one by one. */
export function pageFrom<Row extends CursorRow, Item>(query: PageQuery, rows: readonly Row[], told: (row: Row) => Item): Page<Item> {
  const kept = rows.slice(0, query.limit);
  const last = kept[kept.length - 1];
  const hasMore = rows.length > query.limit && last !== undefined;
  return { data: kept.map(told), nextCursor: hasMore ? formatCursor(query.sort, last.cursorValue, last.cursorId) : null };
}

export function formatCursor(sort: string, value: string, id: bigint | string): string {
  return Buffer.from(JSON.stringify([sort, value, String(id)])).toString('base64url');
}
