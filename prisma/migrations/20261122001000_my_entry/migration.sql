-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "text" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "staff_id" UUID,

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "appeal_submission_id_key" ON "appeal"("submission_id");

-- CreateIndex
CREATE INDEX "appeal_decided_at_at_idx" ON "appeal"("decided_at", "at");

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table appeal
  add constraint appeal_outcome check (outcome in ('upheld', 'rejected')),
  add constraint appeal_decided check ((outcome is null) = (decided_at is null) and (outcome is not null or (reason is null and staff_id is null))),
  add constraint appeal_lengths check (char_length(text) <= 20000 and char_length(reason) <= 10000);

-- A question that nobody waits for any more stands in nobody's way.
alter table question
  add column lapsed_at timestamptz(3),
  add constraint question_lapsed check (lapsed_at is null or answered_at is null);
drop index question_open;
create unique index question_open on question (submission_id) where answered_at is null and lapsed_at is null;

-- Letters that tell of no entry are found by their address when somebody erases theirs.
create index mail_without_entry on mail (lower(recipient)) where submission_id is null;
