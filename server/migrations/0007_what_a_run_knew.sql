-- Which usage a run knew, exactly. Instants cannot say it: servers' clocks differ, and what another system knew before is recorded for then.

-- Taken from the sequence of ids under the lock of the subscription, which a run holds too: what was there for a run has a smaller number
-- than the run's steps. Zero for events from before this column.
alter table usage_event add column arrival bigint not null default 0;

-- The step knew the usage whose arrival is below it. One for steps from before this column: they knew what was recorded when their run began.
alter table charge_step add column known_below bigint not null default 1;
