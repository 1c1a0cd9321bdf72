-- AlterTable
ALTER TABLE "staff_user" ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "rubric" (
    "number" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "criteria" JSONB NOT NULL,

    CONSTRAINT "rubric_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "rubric_text" (
    "number" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "anchors" JSONB NOT NULL,

    CONSTRAINT "rubric_text_pkey" PRIMARY KEY ("number","locale")
);

-- CreateTable
CREATE TABLE "blind_copy" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "story" TEXT NOT NULL,
    "post_text" TEXT,
    "source_version" INTEGER NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),

    CONSTRAINT "blind_copy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "stage" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_why" TEXT,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "rubric_number" INTEGER NOT NULL,
    "copy_id" UUID NOT NULL,
    "confidence" INTEGER,
    "flags" TEXT[],
    "note" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "total_points" INTEGER,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_score" (
    "review_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "score" INTEGER NOT NULL,

    CONSTRAINT "review_score_pkey" PRIMARY KEY ("review_id","criterion")
);

-- CreateTable
CREATE TABLE "safety_flag" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "raised_by_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "resolved_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,

    CONSTRAINT "safety_flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "submission_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reserve_order" INTEGER,
    "reasons" TEXT[],
    "note" TEXT,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "release_id" UUID,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "counts" JSONB,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "results_correction" (
    "id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "texts" JSONB NOT NULL,
    "staff_id" UUID NOT NULL,

    CONSTRAINT "results_correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "blind_copy_submission_id_number_key" ON "blind_copy"("submission_id", "number");

-- CreateIndex
CREATE INDEX "assignment_reviewer_id_ended_at_position_idx" ON "assignment"("reviewer_id", "ended_at", "position");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_submission_id_reviewer_id_key" ON "assignment"("submission_id", "reviewer_id");

-- CreateIndex
CREATE INDEX "review_reviewer_id_completed_at_idx" ON "review"("reviewer_id", "completed_at");

-- CreateIndex
CREATE UNIQUE INDEX "review_submission_id_reviewer_id_key" ON "review"("submission_id", "reviewer_id");

-- CreateIndex
CREATE INDEX "safety_flag_submission_id_idx" ON "safety_flag"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "safety_flag_open" ON "safety_flag"("submission_id", "raised_by_id") WHERE (resolved_at IS NULL);

-- CreateIndex
CREATE INDEX "decision_outcome_idx" ON "decision"("outcome");

-- CreateIndex
CREATE UNIQUE INDEX "decision_reserve_order" ON "decision"("reserve_order") WHERE (outcome = 'reserve'::text);

-- CreateIndex
CREATE UNIQUE INDEX "release_live" ON "release"("campaign_id") WHERE (cancelled_at IS NULL);

-- CreateIndex
CREATE INDEX "results_correction_release_id_at_idx" ON "results_correction"("release_id", "at");

-- AddForeignKey
ALTER TABLE "rubric_text" ADD CONSTRAINT "rubric_text_number_fkey" FOREIGN KEY ("number") REFERENCES "rubric"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_copy" ADD CONSTRAINT "blind_copy_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_copy" ADD CONSTRAINT "blind_copy_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_copy" ADD CONSTRAINT "blind_copy_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "staff_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_rubric_number_fkey" FOREIGN KEY ("rubric_number") REFERENCES "rubric"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_copy_id_fkey" FOREIGN KEY ("copy_id") REFERENCES "blind_copy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_score" ADD CONSTRAINT "review_score_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_flag" ADD CONSTRAINT "safety_flag_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_flag" ADD CONSTRAINT "safety_flag_raised_by_id_fkey" FOREIGN KEY ("raised_by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_flag" ADD CONSTRAINT "safety_flag_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "staff_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "staff_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "results_correction" ADD CONSTRAINT "results_correction_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "results_correction" ADD CONSTRAINT "results_correction_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What must hold whoever writes.
alter table rubric add constraint rubric_number check (number >= 1 and jsonb_typeof(criteria) = 'array');
alter table blind_copy
  add constraint blind_copy_number check (number >= 1),
  add constraint blind_copy_approved check ((approved_by_id is null) = (approved_at is null));
alter table assignment
  add constraint assignment_stage check (stage in (1, 2)),
  add constraint assignment_ended check ((ended_at is null) = (ended_why is null) and ended_why in ('recused', 'conflict', 'left', 'withdrawn'));
alter table review
  add constraint review_confidence check (confidence between 1 and 3),
  add constraint review_flags check (flags <@ array['financial-promise', 'safety', 'others-shown', 'doubtful', 'language']),
  add constraint review_note check (char_length(note) <= 20000),
  add constraint review_completed check ((completed_at is null) = (total_points is null) and total_points between 100 and 500);
alter table review_score add constraint review_score_range check (score between 1 and 5);
alter table safety_flag add constraint safety_flag_resolved check ((resolved_at is null) = (resolved_by_id is null) and (resolved_at is null) = (resolution is null));
alter table decision
  add constraint decision_outcome check (outcome in ('selected', 'reserve', 'not_selected')),
  add constraint decision_reserve check ((outcome = 'reserve') = (reserve_order is not null) and reserve_order >= 1),
  add constraint decision_reasons check (cardinality(reasons) between 1 and 2);
alter table release
  add constraint release_two_people check (confirmed_by_id is null or confirmed_by_id <> proposed_by_id),
  add constraint release_released check ((released_at is null) = (confirmed_by_id is null) and (released_at is null or (cancelled_at is null and counts is not null)));
create trigger results_correction_append_only before update or delete or truncate on results_correction for each statement execute function refuse_change();
