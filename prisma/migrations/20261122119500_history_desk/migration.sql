-- The history desk: a number for each change, what readers are told of it, and what they say is wrong.
-- AlterTable
ALTER TABLE "history_claim" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "history_claim_revision" ADD COLUMN     "number" INTEGER NOT NULL,
ADD COLUMN     "part" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "history_correction" (
    "revision_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "history_correction_pkey" PRIMARY KEY ("revision_id","locale")
);

-- CreateTable
CREATE TABLE "history_report" (
    "id" UUID NOT NULL,
    "claim_id" TEXT,
    "locale" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "source_url" TEXT,
    "email" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "note" TEXT,
    "answer" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "history_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "history_report_claim_id_state_idx" ON "history_report"("claim_id", "state");

-- CreateIndex
CREATE INDEX "history_report_state_at_idx" ON "history_report"("state", "at");

-- CreateIndex
CREATE INDEX "history_report_at_idx" ON "history_report"("at");

-- CreateIndex
CREATE UNIQUE INDEX "history_claim_revision_claim_id_number_key" ON "history_claim_revision"("claim_id", "number");

-- AddForeignKey
ALTER TABLE "history_correction" ADD CONSTRAINT "history_correction_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "history_claim_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_report" ADD CONSTRAINT "history_report_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "history_claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_report" ADD CONSTRAINT "history_report_ended_by_fkey" FOREIGN KEY ("ended_by") REFERENCES "staff_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What must hold whoever writes.
alter table history_claim add constraint history_claim_version check (version >= 1);
alter table history_claim_revision
  add constraint history_claim_revision_number check (number >= 2),
  add constraint history_claim_revision_part check (part in ('words', 'facts', 'sources', 'standing')),
  add constraint history_claim_revision_reason check (btrim(reason) <> ''),
  add constraint history_claim_revision_whole check (jsonb_typeof(before) = 'object' and jsonb_typeof(after) = 'object');
alter table history_correction
  add constraint history_correction_locale check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
  add constraint history_correction_why check (btrim(why) <> '');
create trigger history_correction_append_only before update or delete or truncate on history_correction
  for each statement execute function refuse_change();
create trigger history_correction_announces after insert on history_correction
  for each statement execute function announce_content_change();
alter table history_report
  add constraint history_report_state check (state in ('open', 'answered', 'closed')),
  add constraint history_report_locale check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
  add constraint history_report_what check (btrim(what) <> ''),
  add constraint history_report_source check (source_url ~ '^https?://'),
  add constraint history_report_ended check ((state = 'open') = (ended_at is null)),
  add constraint history_report_answer check (state = 'answered' or answer is null),
  -- Whoever was answered, or is not to be, is not kept.
  add constraint history_report_email check (state = 'open' or email is null),
  add constraint history_report_version check (version >= 1);
