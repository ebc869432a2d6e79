-- Runs that servers do by themselves stand in the list of runs too, once they have looked at an account.

alter table billing_order add column is_scheduled boolean not null default false;
