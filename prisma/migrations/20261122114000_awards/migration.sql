-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "allotted_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "claim_days" INTEGER,
ADD COLUMN     "pay_within_days" INTEGER;

-- CreateTable
CREATE TABLE "award" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "submission_id" UUID NOT NULL,
    "units" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "state_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "claim_until" TIMESTAMPTZ(3),
    "reminded_half_at" TIMESTAMPTZ(3),
    "reminded_late_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "pay_by" TIMESTAMPTZ(3),
    "paid_at" TIMESTAMPTZ(3),
    "payment_reference" TEXT,
    "forfeited_why" TEXT,
    "replaces_id" UUID,

    CONSTRAINT "award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout" (
    "award_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "network" TEXT,
    "sealed" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "held_until" TIMESTAMPTZ(3),

    CONSTRAINT "payout_pkey" PRIMARY KEY ("award_id")
);

-- CreateTable
CREATE TABLE "award_code" (
    "id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "award_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "award_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_line" (
    "entry_id" BIGINT NOT NULL,
    "account" TEXT NOT NULL,
    "units" BIGINT NOT NULL,

    CONSTRAINT "ledger_line_pkey" PRIMARY KEY ("entry_id","account")
);

-- CreateIndex
CREATE UNIQUE INDEX "award_replaces_id_key" ON "award"("replaces_id");

-- CreateIndex
CREATE INDEX "award_campaign_id_state_idx" ON "award"("campaign_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "award_live" ON "award"("submission_id") WHERE (state <> ALL (ARRAY['forfeited'::text, 'cancelled'::text]));

-- CreateIndex
CREATE UNIQUE INDEX "award_code_live" ON "award_code"("award_id") WHERE ((used_at IS NULL) AND (superseded_at IS NULL));

-- CreateIndex
CREATE INDEX "ledger_entry_award_id_idx" ON "ledger_entry"("award_id");

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_code" ADD CONSTRAINT "award_code_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whoever writes, and however many at once.

alter table campaign
  add constraint campaign_allotted check (allotted_units between 0 and pool_units),
  add constraint campaign_claim_days check (claim_days between 1 and 365),
  add constraint campaign_pay_within_days check (pay_within_days between 1 and 365);
alter table award
  add constraint award_units check (units > 0),
  add constraint award_state check (state in
    ('proposed', 'confirmed', 'open', 'claimed', 'handed_off', 'cleared', 'blocked', 'paid', 'forfeited', 'cancelled')),
  add constraint award_two_people check (confirmed_by_id is null or (proposed_by_id is not null and confirmed_by_id <> proposed_by_id)),
  add constraint award_confirmed check ((confirmed_by_id is null) = (confirmed_at is null)
    and (state in ('proposed', 'forfeited', 'cancelled') or confirmed_by_id is not null)
    and (state not in ('proposed', 'cancelled') or confirmed_by_id is null)),
  add constraint award_window check ((opened_at is null) = (claim_until is null) and (claim_until is null or claim_until > opened_at)
    and (state in ('proposed', 'confirmed', 'forfeited', 'cancelled') or opened_at is not null)),
  add constraint award_claimed check (state not in ('claimed', 'handed_off', 'cleared', 'blocked', 'paid') or claimed_at is not null),
  add constraint award_paid check ((state = 'paid') = (paid_at is not null) and (state = 'paid') = (payment_reference is not null)
    and char_length(payment_reference) between 4 and 200),
  add constraint award_forfeited check ((state = 'forfeited') = (forfeited_why is not null)
    and forfeited_why in ('no_claim', 'declined', 'blocked', 'left'));
alter table payout
  add constraint payout_kind check ((kind = 'address') = (network is not null) and kind in ('binance-uid', 'address')),
  add constraint payout_sealed check (sealed ~ '^[a-z0-9-]+\.[A-Za-z0-9_-]{40,}$');
alter table award_code
  add constraint award_code_hash check (code_hash ~ '^[0-9a-f]{64}$'),
  add constraint award_code_time check (expires_at > sent_at and expires_at <= sent_at + interval '10 minutes');
alter table ledger_entry add constraint ledger_entry_kind check (kind in ('proposed', 'confirmed', 'paid', 'forfeited', 'cancelled'));
alter table ledger_line
  add constraint ledger_line_account check (account in ('pool', 'proposed', 'committed', 'paid')),
  add constraint ledger_line_units check (units <> 0);

create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry for each statement execute function refuse_change();
create trigger ledger_line_append_only before update or delete or truncate on ledger_line for each statement execute function refuse_change();
create trigger award_no_delete before delete or truncate on award for each statement execute function refuse_change();
create trigger award_announces after insert or update on award for each statement execute function announce_content_change();

-- Where an award may go from each state.
create function award_moves(state text) returns text[] language sql immutable as $$
  select case state
    when 'proposed' then array['confirmed', 'cancelled', 'forfeited']
    when 'confirmed' then array['open', 'forfeited']
    when 'open' then array['claimed', 'forfeited']
    when 'claimed' then array['handed_off', 'forfeited']
    when 'handed_off' then array['cleared', 'blocked', 'claimed', 'forfeited']
    when 'cleared' then array['paid', 'claimed', 'forfeited']
    when 'blocked' then array['handed_off', 'forfeited']
    else array[]::text[]
  end
$$;

-- Takes what an award costs from the pool, and gives it back: one update of one row, so that everybody at once passes it one by one, and its
-- check refuses what would go beyond, under every isolation level.
create function guard_award() returns trigger language plpgsql as $$
declare
  taken bigint := 0;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' or new.confirmed_by_id is not null then
      raise exception 'an award begins as a proposal' using errcode = 'check_violation', constraint = 'award_begins';
    end if;
    perform from submission where id = new.submission_id and campaign_id = new.campaign_id and status = 'selected' for share;
    if not found then
      raise exception 'only a selected entry can have an award' using errcode = 'check_violation', constraint = 'award_selected';
    end if;
    taken := new.units;
  else
    if (new.id, new.campaign_id, new.submission_id, new.units, new.proposed_at) is distinct from (old.id, old.campaign_id, old.submission_id, old.units, old.proposed_at)
      or new.replaces_id is distinct from old.replaces_id
      or (new.proposed_by_id is distinct from old.proposed_by_id and (old.proposed_by_id is not null or new.state <> 'proposed'))
      or (old.confirmed_by_id is not null and new.confirmed_by_id is distinct from old.confirmed_by_id) then
      raise exception 'what was proposed and who confirmed it is not changed' using errcode = 'restrict_violation', constraint = 'award_fixed';
    end if;
    if new.state <> old.state and not new.state = any (award_moves(old.state)) then
      raise exception 'an award cannot go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'award_move';
    end if;
    if new.state <> old.state and new.state in ('forfeited', 'cancelled') then
      taken := -old.units;
    end if;
  end if;
  if taken <> 0 then
    update campaign set allotted_units = allotted_units + taken where id = new.campaign_id;
  end if;
  return new;
end $$;
create trigger award_guard before insert or update on award for each row execute function guard_award();

-- The ledger and the award tell the same: the whole amount stands on the account of its state, and the pool has given exactly that.
create function require_award_in_ledger(award_id uuid) returns void language plpgsql as $$
declare
  wrong text;
begin
  select string_agg(format('%s %s instead of %s', stands.account, stands.units, stands.wanted), ', ') into wrong from (
    select a.account, coalesce(sum(l.units), 0) as units, case
      when w.state in ('forfeited', 'cancelled') then 0
      when a.account = 'pool' then -w.units
      when a.account = (case w.state when 'proposed' then 'proposed' when 'paid' then 'paid' else 'committed' end) then w.units
      else 0 end as wanted
    from award w cross join (values ('pool'), ('proposed'), ('committed'), ('paid')) as a (account)
      left join (ledger_line l join ledger_entry e on e.id = l.entry_id and e.award_id = require_award_in_ledger.award_id) on l.account = a.account
    where w.id = require_award_in_ledger.award_id group by a.account, w.state, w.units) as stands
  where stands.units <> stands.wanted;
  if wrong is not null then
    raise exception 'the ledger does not tell what the award tells: %', wrong using errcode = 'integrity_constraint_violation', constraint = 'award_in_ledger';
  end if;
end $$;

create function check_award() returns trigger language plpgsql as $$
begin
  perform require_award_in_ledger(new.id);
  return null;
end $$;
create constraint trigger award_in_ledger after insert or update of state on award deferrable initially deferred
  for each row execute function check_award();

create function check_ledger_entry() returns trigger language plpgsql as $$
declare
  entry bigint := case tg_table_name when 'ledger_entry' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'entry_id')::bigint end;
begin
  if (select count(*) < 2 or sum(units) <> 0 from ledger_line where entry_id = entry) then
    raise exception 'the lines of ledger entry % do not sum to zero', entry using errcode = 'integrity_constraint_violation', constraint = 'ledger_zero';
  end if;
  perform require_award_in_ledger((select e.award_id from ledger_entry e where e.id = entry));
  return null;
end $$;
create constraint trigger ledger_entry_zero after insert on ledger_entry deferrable initially deferred for each row execute function check_ledger_entry();
create constraint trigger ledger_line_zero after insert on ledger_line deferrable initially deferred for each row execute function check_ledger_entry();

-- What the campaign says is taken is what live awards have.
create function check_allotted() returns trigger language plpgsql as $$
begin
  if (select c.allotted_units <> coalesce((select sum(units) from award where campaign_id = c.id and state not in ('forfeited', 'cancelled')), 0)
      from campaign c where c.id = new.id) then
    raise exception 'what is taken from the pool is not what the awards have' using errcode = 'integrity_constraint_violation', constraint = 'campaign_allotted_awards';
  end if;
  return null;
end $$;
create constraint trigger campaign_allotted_awards after update of allotted_units on campaign deferrable initially deferred
  for each row execute function check_allotted();
