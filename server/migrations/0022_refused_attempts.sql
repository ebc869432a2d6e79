-- The audit log also says who was not let in, and with which refusal. Null: it was done.
alter table audit_entry add column refused text;
