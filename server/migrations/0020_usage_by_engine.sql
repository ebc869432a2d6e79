-- Usage is written by the engine alone, for requests too: they read it behind their walls.
do $$
declare
  place text;
begin
  foreach place in array array['usage_event', 'usage_identity', 'usage_void', 'usage_total', 'usage_day_total', 'usage_receipt', 'refused_event'] loop
    execute format('revoke insert, update on %I from %I', place, (select request_role from installation));
  end loop;
end $$;
