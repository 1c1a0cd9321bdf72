-- CreateTable
CREATE TABLE "audit_link" (
    "seq" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_event_id_key" ON "audit_link"("event_id");

-- The record is read newest first: by anybody, by one action, by one member of staff.
drop index audit_event_at_idx;
create index audit_event_at_id_idx on audit_event (at, id);
create index audit_event_action_at_id_idx on audit_event (action, at, id);
create index audit_event_of_staff on audit_event (actor_id, at, id) where actor_id is not null;

alter table audit_link
  add constraint audit_link_seq check (seq >= 1),
  add constraint audit_link_hashes check (previous_hash ~ '^[0-9a-f]{64}$' and hash ~ '^[0-9a-f]{64}$');

-- A line of the record as its hash covers it: the same text wherever and whenever it is written down.
create function audit_text(e audit_event) returns text language sql stable as $$
  select jsonb_build_array(e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    e.actor_kind, e.actor_id, e.action, e.subject_kind, e.subject_id, e.data)::text
$$;
create function audit_hash(previous text, e audit_event) returns text language sql stable as $$
  select encode(sha256(convert_to(previous || E'\n' || audit_text(e), 'UTF8')), 'hex')
$$;

-- When a transaction commits, its lines are hung on the chain. One at a time: the lock is held from here to the end of the commit.
create function chain_audit_event() returns trigger language plpgsql as $$
declare last audit_link;
begin
  perform pg_advisory_xact_lock(4815162342);
  select * into last from audit_link order by seq desc limit 1;
  last.hash := coalesce(last.hash, repeat('0', 64));
  insert into audit_link (seq, event_id, previous_hash, hash)
  values (coalesce(last.seq, 0) + 1, new.id, last.hash, audit_hash(last.hash, new));
  return null;
end $$;

-- What was recorded before there was a chain, in the order it was written.
do $$
declare
  e audit_event;
  previous text := repeat('0', 64);
  this text;
  number bigint := 0;
begin
  lock table audit_event in share row exclusive mode;
  for e in select * from audit_event order by id loop
    number := number + 1;
    this := audit_hash(previous, e);
    insert into audit_link values (number, e.id, previous, this);
    previous := this;
  end loop;
end $$;

create constraint trigger audit_event_chained after insert on audit_event deferrable initially deferred
  for each row execute function chain_audit_event();
create trigger audit_link_append_only before update or delete or truncate on audit_link for each statement execute function refuse_change();
