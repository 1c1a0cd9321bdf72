-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "contact" TEXT,
ADD COLUMN     "controller" TEXT,
ADD COLUMN     "pool_template" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "staff_session" ADD COLUMN     "device" TEXT,
ADD COLUMN     "second_factor_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "staff_user" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "campaign_change" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "setting" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "campaign_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closing_proposal" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3),
    "to" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "closing_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_stop" (
    "campaign_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "campaign_stop_pkey" PRIMARY KEY ("campaign_id","what")
);

-- CreateTable
CREATE TABLE "rules_draft" (
    "campaign_id" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "sections" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" UUID NOT NULL,

    CONSTRAINT "rules_draft_pkey" PRIMARY KEY ("campaign_id","locale")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "user_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "code_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("code_hash")
);

-- CreateIndex
CREATE INDEX "campaign_change_campaign_id_id_idx" ON "campaign_change"("campaign_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "closing_proposal_open" ON "closing_proposal"("campaign_id") WHERE (decided_at IS NULL);

-- CreateIndex
CREATE INDEX "recovery_code_user_id_idx" ON "recovery_code"("user_id");

-- AddForeignKey
ALTER TABLE "campaign_change" ADD CONSTRAINT "campaign_change_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_change" ADD CONSTRAINT "campaign_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closing_proposal" ADD CONSTRAINT "closing_proposal_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closing_proposal" ADD CONSTRAINT "closing_proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closing_proposal" ADD CONSTRAINT "closing_proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "staff_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_stop" ADD CONSTRAINT "campaign_stop_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_stop" ADD CONSTRAINT "campaign_stop_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rules_draft" ADD CONSTRAINT "rules_draft_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must hold whoever writes.
alter table recovery_code add constraint recovery_code_hash check (code_hash ~ '^[0-9a-f]{64}$');
alter table second_factor add constraint second_factor_sealed check (secret like 'v1.%');
alter table staff_session add constraint staff_session_device check (char_length(device) <= 40);
alter table campaign
  add constraint campaign_pool_template check (pool_template ~ '^[a-z0-9-]{1,40}$'),
  add constraint campaign_words check (char_length(contact) <= 400 and char_length(controller) <= 4000);
alter table closing_proposal
  add constraint closing_proposal_decided check ((decided_at is null) = (outcome is null) and (decided_at is null) = (decided_by_id is null)),
  add constraint closing_proposal_outcome check (outcome in ('confirmed', 'declined')),
  add constraint closing_proposal_two_people check (outcome is distinct from 'confirmed' or decided_by_id <> proposed_by_id);
alter table campaign_stop add constraint campaign_stop_what check (what in ('entries', 'payouts', 'publishing'));
alter table rules_draft add constraint rules_draft_sections check (jsonb_typeof(sections) = 'array');
create trigger campaign_change_append_only before update or delete or truncate on campaign_change
  for each statement execute function refuse_change();
create trigger campaign_stop_announces after insert or update or delete on campaign_stop
  for each statement execute function announce_content_change();

-- Rules that somebody accepted stay as they were read.
create trigger rules_version_no_update before update or delete on rules_version for each statement execute function refuse_change();
create trigger rules_text_no_update before update or delete on rules_text for each statement execute function refuse_change();

-- Somebody is always left who can let people in. One change of this kind at a time: two admins cannot demote each other.
create function keep_an_admin() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('staff_user.admin'));
  if not exists (select from staff_user where role = 'admin' and removed_at is null and id <> old.id) then
    raise exception 'the last admin cannot go' using errcode = 'restrict_violation', constraint = 'staff_user_last_admin';
  end if;
  return new;
end $$;
create trigger staff_user_last_admin before update on staff_user for each row
  when (old.role = 'admin' and old.removed_at is null and (new.role <> 'admin' or new.removed_at is not null))
  execute function keep_an_admin();
