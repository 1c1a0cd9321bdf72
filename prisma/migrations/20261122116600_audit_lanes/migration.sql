-- One chain let one transaction commit after the other, each waiting for the disk of the one before. Connections that write at the same
-- time now have chains of their own.
ALTER TABLE "audit_link" DROP CONSTRAINT "audit_link_pkey",
ADD COLUMN     "lane" SMALLINT NOT NULL DEFAULT 0,
ADD CONSTRAINT "audit_link_pkey" PRIMARY KEY ("lane", "seq");

alter table audit_link add constraint audit_link_lane check (lane between 0 and 15);

create or replace function chain_audit_event() returns trigger language plpgsql as $$
declare
  own smallint := pg_backend_pid() % 16;
  last audit_link;
begin
  perform pg_advisory_xact_lock(481516234, own);
  select * into last from audit_link where lane = own order by seq desc limit 1;
  last.hash := coalesce(last.hash, repeat('0', 64));
  insert into audit_link (lane, seq, event_id, previous_hash, hash)
  values (own, coalesce(last.seq, 0) + 1, new.id, last.hash, audit_hash(last.hash, new));
  return null;
end $$;
