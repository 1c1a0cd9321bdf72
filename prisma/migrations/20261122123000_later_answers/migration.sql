-- Whoever can be answered only after the results gets their answer in a further release: numbered, one proposal at a time.
DROP INDEX "release_live";
ALTER TABLE "release" ADD COLUMN "number" INTEGER NOT NULL DEFAULT 1, ADD COLUMN "basis" JSONB;
CREATE UNIQUE INDEX "release_live" ON "release"("campaign_id", "number") WHERE (cancelled_at IS NULL);
alter table release add constraint release_number_counts check (number >= 1);

-- A release: proposed, then confirmed or cancelled, once. What was proposed is not exchanged, and what was released is not taken back.
create or replace function keep_release() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.released_at is not null or old.cancelled_at is not null
    or (new.id, new.campaign_id, new.number, new.fingerprint, new.basis, new.proposed_by_id, new.proposed_at)
      is distinct from (old.id, old.campaign_id, old.number, old.fingerprint, old.basis, old.proposed_by_id, old.proposed_at) then
    raise exception 'release % cannot be changed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- A further release follows the one before it: the numbers have no gap.
create function check_release_number() returns trigger language plpgsql as $$
begin
  if new.number > 1 and not exists (
    select from release where campaign_id = new.campaign_id and number = new.number - 1 and released_at is not null
  ) then
    raise exception 'release % of this campaign has none before it', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger release_follows before insert on release for each row execute function check_release_number();
