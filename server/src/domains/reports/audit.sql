-- Every invariant of the books that the database can be asked about. Each question answers with the rows that break it: none is right.
-- A question begins with "-- invariant NAME: sentence". The answer's columns are `place` (where to look) and `detail` (what is wrong).
-- Run in one read-only snapshot with row security off, so that a role that sees too little gets an error and never a clean answer.

-- invariant document_adds_up: the lines of a document sum to its net, its taxes to its tax
select 'invoice ' || i.id as place,
       format('net %s, lines %s; tax %s, taxes %s', i.net_minor, coalesce(l.amount, 0), i.tax_minor, coalesce(t.amount, 0)) as detail
from invoice i
left join (select seller_id, invoice_id, sum(net_minor) as amount from invoice_line group by 1, 2) l on (l.seller_id, l.invoice_id) = (i.seller_id, i.id)
left join (select seller_id, invoice_id, sum(amount_minor) as amount from invoice_tax group by 1, 2) t on (t.seller_id, t.invoice_id) = (i.seller_id, i.id)
where i.net_minor <> coalesce(l.amount, 0) or i.tax_minor <> coalesce(t.amount, 0);

-- invariant document_in_one_currency: lines, taxes, steps and postings of a document are in its currency and at its seller
select 'invoice ' || i.id as place, x.what || ' in ' || x.currency || ', document in ' || i.currency as detail
from (select distinct seller_id, invoice_id, currency, 'line' as what from invoice_line
      union all select distinct seller_id, invoice_id, currency, 'tax' from invoice_tax
      union all select distinct seller_id, invoice_id, currency, 'step' from charge_step where invoice_id is not null
      union all select distinct seller_id, journal_id, currency, 'posting' from posting where cause in ('invoice', 'credit_note')) x
join invoice i on (i.seller_id, i.id) = (x.seller_id, x.invoice_id)
where i.currency <> x.currency;

-- invariant document_is_posted: what a document bills is what its postings move
select 'invoice ' || i.id as place,
       format('total %s, receivable %s; tax %s, posted %s', i.total_minor, coalesce(p.receivable, 0), i.tax_minor, coalesce(p.tax, 0)) as detail
from invoice i
left join (
  select seller_id, journal_id,
         sum(case when debit = 'receivable' then amount_minor when credit = 'receivable' then -amount_minor else 0 end) as receivable,
         sum(case when credit = 'tax_payable' then amount_minor when debit = 'tax_payable' then -amount_minor else 0 end) as tax
  from posting where cause in ('invoice', 'credit_note') group by 1, 2
) p on (p.seller_id, p.journal_id) = (i.seller_id, i.id)
where i.total_minor <> coalesce(p.receivable, 0) or i.tax_minor <> coalesce(p.tax, 0);

-- invariant posting_has_a_document: nothing is posted for a document that does not exist
select 'journal ' || p.journal_id as place, p.cause || ' without its document' as detail
from posting p
where p.cause in ('invoice', 'credit_note')
  and not exists (select 1 from invoice i where (i.seller_id, i.id) = (p.seller_id, p.journal_id));

-- invariant balance_is_its_postings: what is kept of an account's debt and credit is what its postings say
with replay as (
  select seller_id, account_id, currency,
         sum(case when debit = 'receivable' then amount_minor when credit = 'receivable' then -amount_minor else 0 end) as receivable,
         sum(case when credit = 'customer_balance' then amount_minor when debit = 'customer_balance' then -amount_minor else 0 end) as balance
  from posting
  where account_id is not null
  group by 1, 2, 3
)
select format('account %s in %s', coalesce(b.account_id, r.account_id), coalesce(b.currency, r.currency)) as place,
       format('kept %s and %s, posted %s and %s', b.receivable_minor, b.balance_minor, r.receivable, r.balance) as detail
from account_balance b
full join replay r using (seller_id, account_id, currency)
where coalesce(b.receivable_minor, 0) <> coalesce(r.receivable, 0) or coalesce(b.balance_minor, 0) <> coalesce(r.balance, 0);

-- invariant personal_postings_name_their_account: a debt or a credit always is somebody's
select 'journal ' || journal_id as place, 'posting ' || position || ' names no account' as detail
from posting
where account_id is null and (debit in ('receivable', 'customer_balance') or credit in ('receivable', 'customer_balance'));

-- invariant open_invoices_are_the_debt: what is open of single invoices sums to what the account owes
select format('account %s in %s', coalesce(b.account_id, r.account_id), coalesce(b.currency, r.currency)) as place,
       format('owes %s, open invoices %s', coalesce(b.receivable_minor, 0), coalesce(r.open_minor, 0)) as detail
from account_balance b
full join (select seller_id, account_id, currency, sum(open_minor) as open_minor from receivable group by 1, 2, 3) r using (seller_id, account_id, currency)
where coalesce(b.receivable_minor, 0) <> coalesce(r.open_minor, 0);

-- invariant cell_is_its_steps: the register shows the last step, steps are chained without gap, and their amounts sum to what was charged
select 'cell ' || coalesce(c.id, s.cell_id) as place,
       format('register %s at step %s, %s steps to %s sum to %s', c.net_minor, c.sequence, s.steps, s.last, s.amount) as detail
from charge_cell c
full join (
  select seller_id, cell_id, count(*) as steps, max(sequence) as last, sum(amount_minor) as amount, sum(gross_amount_minor) as gross
  from charge_step group by 1, 2
) s on (s.seller_id, s.cell_id) = (c.seller_id, c.id)
where c.id is null or s.cell_id is null or s.steps <> c.sequence or s.last <> c.sequence or s.amount <> c.net_minor or s.gross <> c.gross_minor;

-- invariant step_stands_on_the_one_before: each step begins where the last one ended, and only negative items stand below zero
select 'cell ' || s.cell_id as place, 'step ' || s.sequence || ' does not continue the step before it' as detail
from charge_step s
left join charge_step b on (b.cell_id, b.sequence) = (s.cell_id, s.sequence - 1)
where s.after_minor <> s.before_minor + s.amount_minor
   or (s.after_minor < 0 and not s.may_be_negative)
   or s.before_minor <> coalesce(b.after_minor, 0)
   or (s.sequence > 1 and b.cell_id is null);

-- invariant step_is_its_lines: every step is on its document, as lines that sum to it
select format('cell %s step %s', coalesce(s.cell_id, l.cell_id), coalesce(s.sequence, l.sequence)) as place,
       format('step of %s, lines of %s', s.amount_minor, l.amount) as detail
from charge_step s
full join (select cell_id, sequence, sum(amount_minor) as amount from invoice_line group by 1, 2) l
  on (l.cell_id, l.sequence) = (s.cell_id, s.sequence)
where coalesce(s.amount_minor, 0) <> coalesce(l.amount, 0) or s.cell_id is null;

-- invariant windows_do_not_overlap: no time of one component, commitment or item is charged in two windows
select format('cell %s', id) as place, format('its window from %s begins before the one before it ends, %s', window_from, ended) as detail
from (
  select id, window_from,
         lag(window_to) over (partition by seller_id, account_id, subscription_id, kind, subject_id, item order by window_from, window_to) as ended
  from charge_cell where hour_from is null and net_minor <> 0
) w
where ended > window_from;

-- invariant cell_belongs_to_its_account: a cell, its subscription and its invoices have one account
select 'cell ' || c.id as place, format('account %s, its subscription is of account %s', c.account_id, s.account_id) as detail
from charge_cell c join subscription s on (s.seller_id, s.id) = (c.seller_id, c.subscription_id)
where s.account_id <> c.account_id
union all
select 'cell ' || c.id, 'its subscription does not exist'
from charge_cell c
where c.subscription_id is not null and not exists (select 1 from subscription s where (s.seller_id, s.id) = (c.seller_id, c.subscription_id))
union all
select 'cell ' || c.id, format('account %s, charged on invoice %s of account %s', c.account_id, i.id, i.account_id)
from charge_cell c
join charge_step s on s.cell_id = c.id
join invoice i on (i.seller_id, i.id) = (s.seller_id, s.invoice_id)
where i.account_id <> c.account_id;

-- invariant cell_in_its_currency: what was bought in one currency is never charged in another
select 'cell ' || c.id as place, format('charged in %s, bought in %s', c.currency, coalesce(s.currency, e.currency)) as detail
from charge_cell c
left join subscription s on (s.seller_id, s.id) = (c.seller_id, c.subscription_id)
left join extra_item e on c.kind = 'extra_item' and (e.seller_id, e.id) = (c.seller_id, c.subject_id)
where coalesce(s.currency, e.currency) <> c.currency;

-- invariant numbers_are_gapless: each series counts from one without gap, and every document has one number of its own kind
select 'series ' || s.prefix as place, format('next %s, %s numbers from %s to %s', s.next_number, n.count, n.first, n.last) as detail
from number_series s
left join (select seller_id, series_id, count(*) as count, min(number) as first, max(number) as last from invoice_number group by 1, 2) n
  on (n.seller_id, n.series_id) = (s.seller_id, s.id)
where coalesce(n.count, 0) <> s.next_number - 1 or (n.count > 0 and (n.first <> 1 or n.last <> n.count))
union all
select 'invoice ' || i.id, 'has no number'
from invoice i
where not exists (select 1 from invoice_number n where (n.seller_id, n.invoice_id) = (i.seller_id, i.id))
union all
select 'invoice ' || i.id, 'is a ' || i.kind || ' with a number of a series for ' || s.kind
from invoice_number n
join invoice i on (i.seller_id, i.id) = (n.seller_id, n.invoice_id)
join number_series s on (s.seller_id, s.id) = (n.seller_id, n.series_id)
where s.kind <> i.kind;

-- invariant numbers_follow_dates: within a series a later number never has an earlier issue date
select 'invoice ' || w.invoice_id as place, format('number %s of %s after one of %s', number, issued_on, before) as detail
from (
  select n.invoice_id, n.number, i.issued_on, lag(i.issued_on) over (partition by n.seller_id, n.series_id order by n.number) as before
  from invoice_number n join invoice i on (i.seller_id, i.id) = (n.seller_id, n.invoice_id)
) w
where before > issued_on;

-- invariant released_revenue_is_earned: no month whose release is behind us still holds deferred revenue
select format('book %s, %s in %s', d.seller_id, to_char(d.service_month, 'YYYY-MM'), d.currency) as place, 'still deferred: ' || d.amount as detail
from (
  select seller_id, service_month, currency, sum(case when credit = 'deferred_revenue' then amount_minor else -amount_minor end) as amount
  from posting where service_month is not null group by 1, 2, 3
) d
join book b on b.seller_id = d.seller_id
where d.service_month <= b.released_through and d.amount <> 0;

-- invariant usage_is_counted_once: accepted events are stored, repeated or refused, and nothing else
select 'source ' || coalesce(r.source, e.source) as place, format('said to be stored %s, stored %s', coalesce(r.stored, 0), coalesce(e.events, 0)) as detail
from usage_receipt r
full join (select seller_id, source, sum(events) as events
           from (select seller_id, source, count(*) as events from usage_event group by 1, 2
                 union all select seller_id, source, count(*) from usage_void where not replaces group by 1, 2
                 union all select seller_id, source, events from forgotten_usage) taken
           group by 1, 2) e using (seller_id, source)
where coalesce(r.stored, 0) <> coalesce(e.events, 0)
union all
select 'source ' || coalesce(r.source, e.source), format('said to be refused %s, kept %s', coalesce(r.refused, 0), coalesce(e.events, 0))
from usage_receipt r
full join (select seller_id, source, count(*) as events from refused_event group by 1, 2) e using (seller_id, source)
where coalesce(r.refused, 0) <> coalesce(e.events, 0);

-- invariant usage_is_stored_once: every event has one identity that says where it lies, and every identity one event
select 'event ' || e.event_id as place, 'of ' || e.source || ', its identity is missing, another one’s or shared' as detail
from (select seller_id, source, event_id, subscription_id, meter_id, at, count(*) as times from usage_event group by 1, 2, 3, 4, 5, 6
      union all
      select seller_id, source, event_id, subscription_id, meter_id, at, count(*) from usage_void where not replaces group by 1, 2, 3, 4, 5, 6) e
left join usage_identity i on i.identity = encode(substr(sha256(convert_to(e.seller_id || E'\n' || e.source || E'\n' || e.event_id, 'UTF8')), 1, 16), 'hex')::uuid
where e.times <> 1 or (i.seller_id, i.subscription_id, i.meter_id, i.at) is distinct from (e.seller_id, e.subscription_id, e.meter_id, e.at)
union all
select 'seller ' || i.seller_id, format('%s identities of %s events', i.times, coalesce(e.times, 0))
from (select seller_id, count(*) as times from usage_identity group by 1) i
left join (select seller_id, sum(events) as times
           from (select seller_id, count(*) as events from usage_event group by 1
                 union all select seller_id, count(*) from usage_void where not replaces group by 1
                 union all select seller_id, events from forgotten_usage) taken group by 1) e using (seller_id)
where i.times <> coalesce(e.times, 0);

-- invariant usage_is_taken_back_once: what does not count any more was taken back by one that is known, and only that
select 'event ' || coalesce(e.event_id, v.target_event_id) as place, 'taken back by nobody, or not though somebody took it back' as detail
from (select seller_id, source, event_id, taken_back from usage_event where taken_back is not null) e
full join (select * from usage_void
           where at >= coalesce((select first_kept::timestamp at time zone 'UTC' from usage_horizon), '-infinity')) v
  on (v.seller_id, v.target_source, v.target_event_id, v.arrival) = (e.seller_id, e.source, e.event_id, e.taken_back)
where e.event_id is null or v.target is null;

-- invariant usage_totals_are_their_events: sums kept by quarter-hours and by days are the sums of the events
select format('subscription %s, meter %s, day %s', coalesce(t.subscription_id, e.subscription_id), coalesce(t.meter_id, e.meter_id),
              coalesce(t.day, e.day)) as place,
       format('kept %s in %s events, by quarter-hours %s in %s, stored %s in %s', t.total, t.events, q.total, q.events, e.total, e.events) as detail
from (select * from usage_day_total where day >= coalesce((select first_kept from usage_horizon), '-infinity')) t
full join (select seller_id, subscription_id, meter_id, (quarter at time zone 'UTC')::date as day, sum(total) as total, sum(events) as events
           from usage_total where quarter >= coalesce((select first_kept::timestamp at time zone 'UTC' from usage_horizon), '-infinity')
           group by 1, 2, 3, 4) q using (seller_id, subscription_id, meter_id, day)
full join (select seller_id, subscription_id, meter_id, (at at time zone 'UTC')::date as day, sum(value) as total, count(*) as events
           from usage_event where taken_back is null group by 1, 2, 3, 4) e using (seller_id, subscription_id, meter_id, day)
where coalesce(t.total, 0) <> coalesce(e.total, 0) or coalesce(t.events, 0) <> coalesce(e.events, 0)
   or coalesce(q.total, 0) <> coalesce(e.total, 0) or coalesce(q.events, 0) <> coalesce(e.events, 0);

-- invariant forgotten_usage_keeps_its_sums: what was kept of a month whose events went is what it was then, and no event of it came back
select 'month ' || to_char(f.month, 'YYYY-MM') as place,
       format('%s in %s events by days, %s in %s by quarter-hours; it was %s in %s and %s in %s', d.total, d.events, q.total, q.events,
              f.day_total, f.day_events, f.quarter_total, f.quarter_events) as detail
from forgotten_month f
cross join lateral (
  select count(*) as places, coalesce(sum(total), 0) as total, coalesce(sum(events), 0) as events, coalesce(sum(version), 0) as versions
  from usage_day_total t where t.day >= f.month and t.day < f.month + interval '1 month'
) d
cross join lateral (
  select count(*) as places, coalesce(sum(total), 0) as total, coalesce(sum(events), 0) as events, coalesce(sum(version), 0) as versions
  from usage_total t where t.quarter >= f.month::timestamp at time zone 'UTC' and t.quarter < (f.month + interval '1 month') at time zone 'UTC'
) q
where (d.places, d.total, d.events, d.versions) is distinct from (f.day_rows, f.day_total, f.day_events, f.day_versions)
   or (q.places, q.total, q.events, q.versions) is distinct from (f.quarter_rows, f.quarter_total, f.quarter_events, f.quarter_versions)
union all
select 'month ' || to_char(f.month, 'YYYY-MM'), format('%s events went, %s counted by their sources', f.events, coalesce(u.events, 0))
from forgotten_month f
left join (select month, sum(events) as events from forgotten_usage group by 1) u using (month)
where f.events <> coalesce(u.events, 0)
union all
select 'subscription ' || d.subscription_id, format('meter %s, day %s: %s by days, %s by quarter-hours', d.meter_id, d.day, d.total, q.total)
from (select * from usage_day_total where day < (select first_kept from usage_horizon)) d
full join (select seller_id, subscription_id, meter_id, (quarter at time zone 'UTC')::date as day, sum(total) as total, sum(events) as events
           from usage_total where quarter < (select first_kept::timestamp at time zone 'UTC' from usage_horizon)
           group by 1, 2, 3, 4) q using (seller_id, subscription_id, meter_id, day)
where (d.total, d.events) is distinct from (q.total, q.events)
union all
select 'event ' || e.event_id, 'of a month that went' from usage_event e
where e.at < (select first_kept::timestamp at time zone 'UTC' from usage_horizon);

-- invariant forgotten_usage_is_not_rated_again: what was billed from usage whose events went is never billed otherwise
select 'subscription ' || c.subscription_id as place, format('the period from %s was changed by %s in run %s, after its events went', c.window_from, s.amount_minor, r.id) as detail
from charge_cell c
join account a on (a.seller_id, a.id) = (c.seller_id, c.account_id)
join component m on (m.seller_id, m.id) = (c.seller_id, c.subject_id) and m.definition ->> 'kind' = 'metered'
join charge_step s on s.cell_id = c.id and s.sequence > 1
join billing_run r on (r.seller_id, r.id) = (s.seller_id, s.run_id)
where c.kind = 'component'
  and exists (select from forgotten_month f
              where f.forgotten_at < r.started_at
                and coalesce(c.hour_from, c.window_from::timestamp at time zone a.zone) < (f.month + interval '1 month') at time zone 'UTC');

-- invariant usage_has_a_subscription: every event belongs to a subscription and a meter of its seller
select 'event ' || e.event_id as place, 'its subscription or meter does not exist' as detail
from usage_event e
where not exists (select 1 from subscription s where (s.seller_id, s.id) = (e.seller_id, e.subscription_id))
   or not exists (select 1 from meter m where (m.seller_id, m.id) = (e.seller_id, e.meter_id));

-- invariant parked_accounts_are_not_charged: an account that waits for a person gets no document
select 'account ' || b.account_id as place, 'parked, and charged by run ' || r.id as detail
from account_billing b
join invoice i on (i.seller_id, i.account_id) = (b.seller_id, b.account_id)
join billing_run r on (r.seller_id, r.id) = (i.seller_id, i.run_id)
where b.parked_at is not null and r.started_at > b.parked_at;

-- invariant discount_is_not_exceeded: a fixed discount or a coupon gives no more than it says
select 'discount ' || external_id as place, format('%s %s, bound %s minor units', amount, currency, bound_minor) as detail
from fixed_discount
where bound_minor > amount * 10000 -- no currency has more than four minor digits
union all
select 'coupon ' || c.code, format('used %s, recorded uses %s, limit %s', c.used, coalesce(u.uses, 0), c.limit_total)
from coupon c
left join (select seller_id, coupon_id, count(*) as uses, max(ordinal) as most from coupon_use group by 1, 2) u on (u.seller_id, u.coupon_id) = (c.seller_id, c.id)
where c.used <> coalesce(u.uses, 0) or u.uses > c.limit_total or u.most > c.limit_each
union all
select 'redemption ' || coalesce(r.id, u.redemption_id), 'is without its use, or its use without it'
from (select * from coupon_redemption where not is_given_back) r
full join coupon_use u on (u.seller_id, u.coupon_id, u.account_id, u.redemption_id) = (r.seller_id, r.coupon_id, r.account_id, r.id)
where r.id is null or u.redemption_id is null;

-- invariant frozen_tables_are_frozen: what must never change is guarded by its trigger
select 'table ' || name as place, 'has no enabled trigger against changes' as detail
from unnest(array['account_currency_change', 'billing_run', 'charge_step', 'currency_switch', 'frozen_party', 'invoice', 'invoice_line', 'invoice_number', 'invoice_pdf', 'invoice_tax', 'pool_fact', 'posting',
                  'price_entry', 'refused_event', 'setting_fact', 'subscription_fact', 'tax_rate', 'usage_event', 'usage_identity', 'usage_void']) as name
where not exists (
  select 1 from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where c.relname = name and c.relnamespace = 'public'::regnamespace and t.tgname = name || '_append_only' and t.tgenabled in ('O', 'A')
);

-- invariant pdf_is_what_was_kept: the bytes of kept documents, the latest thousand, still have their hash
select 'invoice ' || invoice_id as place, 'the kept PDF has another hash' as detail
from (select invoice_id, bytes, sha256 from invoice_pdf order by seller_id desc, invoice_id desc limit 1000) latest
where sha256(bytes) <> sha256;
