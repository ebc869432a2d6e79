// What the books say, as text by account: two runs that billed the same have the same picture, whichever ids and numbers they took.
import { auditBooks } from '../src/domains/reports/index.ts';
import type { Database } from '../src/platform/postgres/pool.ts';

/** By account's external id; under '' what belongs to nobody in particular. */
export type BooksPicture = ReadonlyMap<string, readonly string[]>;

/**
 * `documents`: everything, to the order of lines. `charges`: the same apart from when it was issued, and so from what was settled when.
 * `cells`: what each window was charged in the end, on whatever documents.
 */
export type Sharpness = 'documents' | 'charges' | 'cells';

const CELLS = `
  select a.external_id as account,
         format('cell %s %s %s %s %s to %s: %s of %s', c.kind, coalesce(e.external_id, c.subject_id::text), c.item, c.hour_from, c.window_from, c.window_to, c.net_minor, c.gross_minor) as line
  from charge_cell c
  join account a on (a.seller_id, a.id) = (c.seller_id, c.account_id)
  left join extra_item e on c.kind = 'extra_item' and (e.seller_id, e.id) = (c.seller_id, c.subject_id)
  where c.net_minor <> 0 or c.gross_minor <> 0
  union all
  select a.external_id, format('total %s', sum(i.net_minor))
  from invoice i join account a on (a.seller_id, a.id) = (i.seller_id, i.account_id) group by 1
  union all
  select a.external_id, format('parked %s', b.parked_code)
  from account_billing b join account a on (a.seller_id, a.id) = (b.seller_id, b.account_id) where b.parked_at is not null`;

const CHARGES = `${CELLS}
  union all
  select a.external_id,
         format('%s for %s: %s + %s', i.kind, i.billed_on, i.net_minor, i.tax_minor) || l.lines
  from invoice i
  join account a on (a.seller_id, a.id) = (i.seller_id, i.account_id)
  cross join lateral (
    select string_agg(format(E'\\n    step %s: %s %s %s', l.sequence, l.facts ->> 'component', l.exact_amount, l.facts), '' order by l.position) as lines
    from invoice_line l where (l.seller_id, l.invoice_id) = (i.seller_id, i.id)
  ) l
  union all
  select a.external_id, format('looked at %s, next %s, items from %s', b.last_run_on, b.next_bill_at, b.items_touched_from)
  from account_billing b join account a on (a.seller_id, a.id) = (b.seller_id, b.account_id)
  union all
  select a.external_id, format('subscription %s billed through %s, touched from %s', s.external_id, s.billed_through, s.touched_from)
  from subscription s join account a on (a.seller_id, a.id) = (s.seller_id, s.account_id)
  union all
  select a.external_id, format('discount %s bound %s', d.external_id, d.bound_minor)
  from fixed_discount d join account a on (a.seller_id, a.id) = (d.seller_id, d.account_id)
  union all
  select '', format('%s numbers of %s', next_number - 1, prefix) from number_series
  union all
  select '', format('%s events %s', count(*), kind) from outbox_event group by kind`;

const DOCUMENTS = `${CHARGES}
  union all
  select a.external_id,
         format('%s for %s of %s issued %s due %s: %s', i.kind, i.billed_on, i.total_minor, i.issued_on, i.due_on, i.facts::jsonb - 'corrects')
  from invoice i join account a on (a.seller_id, a.id) = (i.seller_id, i.account_id)
  union all
  select a.external_id, format('owes %s, has %s standing', b.receivable_minor, b.balance_minor)
  from account_balance b join account a on (a.seller_id, a.id) = (b.seller_id, b.account_id)
  union all
  select a.external_id, format('open %s due %s', r.open_minor, r.due_on)
  from receivable r join account a on (a.seller_id, a.id) = (r.seller_id, r.account_id)
  union all
  select coalesce(a.external_id, ''), format('posted %s: %s to %s %s %s', p.cause, p.debit, p.credit, p.service_month, sum(p.amount_minor))
  from posting p left join account a on (a.seller_id, a.id) = (p.seller_id, p.account_id)
  group by a.external_id, p.cause, p.debit, p.credit, p.service_month`;

const questions: Readonly<Record<Sharpness, string>> = { documents: DOCUMENTS, charges: CHARGES, cells: CELLS };

export async function readPicture(database: Database, sharpness: Sharpness): Promise<BooksPicture> {
  const { rows } = await database.pool.query<{ account: string; line: string }>(
    `select account, line from (${questions[sharpness]}) q order by account, line`,
  );
  const picture = new Map<string, string[]>();
  for (const { account, line } of rows) {
    const lines = picture.get(account);
    if (lines === undefined) picture.set(account, [line]);
    else lines.push(line);
  }
  return picture;
}

/** What a fault did to the books. */
export class Violation extends Error {}

export async function requireCleanAudit(database: Database, when: string): Promise<void> {
  const { findings } = await auditBooks(database);
  if (findings.length === 0) return;
  const told = findings.map(
    ({ invariant, violations, examples }) => `${invariant} (${violations}): ${examples[0]?.place} ${examples[0]?.detail}`,
  );
  throw new Violation(`${when}, the audit found ${told.join('; ')}`);
}

export async function requireSame(database: Database, expected: BooksPicture, sharpness: Sharpness, when: string): Promise<void> {
  const found = await readPicture(database, sharpness);
  // What belongs to nobody says least about where to look, and sorts first.
  for (const account of [...new Set([...expected.keys(), ...found.keys()])].reverse()) {
    const difference = differenceOf(expected.get(account) ?? [], found.get(account) ?? []);
    if (difference !== null) throw new Violation(`${when}, account "${account}" was billed otherwise than without a fault:\n${difference}`);
  }
}

function differenceOf(expected: readonly string[], found: readonly string[]): string | null {
  if (expected.join('\n') === found.join('\n')) return null;
  const missing = without(expected, found).map((line) => `  missing: ${line}`);
  const more = without(found, expected).map((line) => `  too much: ${line}`);
  return [...missing.slice(0, 3), ...more.slice(0, 3)].join('\n');
}

/** Lines of a list that the other does not have, as often as they are there. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return list.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
