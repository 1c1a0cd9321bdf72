-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "campaign" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hashtag" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3),
    "results_at" TIMESTAMPTZ(3),
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "pool_units" BIGINT NOT NULL,
    "pool_currency" TEXT NOT NULL,
    "default_region" TEXT NOT NULL DEFAULT 'open',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region_policy" (
    "campaign_id" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "region_policy_pkey" PRIMARY KEY ("campaign_id","country")
);

-- CreateTable
CREATE TABLE "rules_version" (
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "rules_version_pkey" PRIMARY KEY ("campaign_id","number")
);

-- CreateTable
CREATE TABLE "rules_text" (
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "sections" JSONB NOT NULL,

    CONSTRAINT "rules_text_pkey" PRIMARY KEY ("campaign_id","number","locale")
);

-- CreateTable
CREATE TABLE "history_era" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "history_era_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "history_era_text" (
    "era_id" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "intro" TEXT NOT NULL,

    CONSTRAINT "history_era_text_pkey" PRIMARY KEY ("era_id","locale")
);

-- CreateTable
CREATE TABLE "history_claim" (
    "id" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "era_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "seed_line" INTEGER,
    "verdict" TEXT NOT NULL,
    "verdict_detail" TEXT,
    "confidence" TEXT,
    "sensitivity" TEXT NOT NULL,
    "publish" TEXT NOT NULL,
    "publish_reason" TEXT,
    "placement" TEXT NOT NULL,
    "people" TEXT[],
    "topics" TEXT[],
    "same_as_id" TEXT,
    "reviewed_by" TEXT,
    "checked_on" DATE,
    "taken_down_at" TIMESTAMPTZ(3),
    "taken_down_why" TEXT,

    CONSTRAINT "history_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "history_text" (
    "claim_id" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT,
    "record" TEXT,
    "says_post" TEXT,
    "note" TEXT,

    CONSTRAINT "history_text_pkey" PRIMARY KEY ("claim_id","locale")
);

-- CreateTable
CREATE TABLE "history_date" (
    "claim_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "start_on" DATE NOT NULL,
    "end_on" DATE,
    "precision" TEXT NOT NULL,

    CONSTRAINT "history_date_pkey" PRIMARY KEY ("claim_id","role")
);

-- CreateTable
CREATE TABLE "history_figure" (
    "claim_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "unit" TEXT NOT NULL,

    CONSTRAINT "history_figure_pkey" PRIMARY KEY ("claim_id","position")
);

-- CreateTable
CREATE TABLE "history_citation" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "url" TEXT,
    "date_text" TEXT,
    "tier" TEXT NOT NULL,
    "public_link" BOOLEAN NOT NULL,
    "note" TEXT,

    CONSTRAINT "history_citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "history_claim_citation" (
    "claim_id" TEXT NOT NULL,
    "citation_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "history_claim_citation_pkey" PRIMARY KEY ("claim_id","citation_id")
);

-- CreateTable
CREATE TABLE "history_claim_revision" (
    "id" UUID NOT NULL,
    "claim_id" TEXT NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "history_claim_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "role" TEXT NOT NULL,
    "independent" BOOLEAN NOT NULL DEFAULT false,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_token" (
    "token_hash" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "story" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "week" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "release_at" TIMESTAMPTZ(3),
    "unpublished_at" TIMESTAMPTZ(3),
    "duration_seconds" DECIMAL(7,2) NOT NULL,
    "storyteller_age" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "story_file" (
    "id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "story_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "story_track" (
    "story_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "story_track_pkey" PRIMARY KEY ("story_id","kind","language")
);

-- CreateTable
CREATE TABLE "story_text" (
    "story_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "picture_text" TEXT NOT NULL,
    "storyteller_name" TEXT,
    "storyteller_place" TEXT,
    "transcript" JSONB NOT NULL,

    CONSTRAINT "story_text_pkey" PRIMARY KEY ("story_id","locale")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "draft_id" UUID,
    "idempotency_key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "post_key" TEXT NOT NULL,
    "post_url" TEXT NOT NULL,
    "post_canonical" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3),
    "post_soft" BOOLEAN NOT NULL,
    "post_text" TEXT,
    "story" TEXT NOT NULL,
    "story_language" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "anonymous" BOOLEAN NOT NULL,
    "email" TEXT NOT NULL,
    "phrase" TEXT,
    "needs" TEXT,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_answers" (
    "submission_id" UUID NOT NULL,
    "adult" BOOLEAN NOT NULL,
    "affiliated" BOOLEAN NOT NULL,
    "region" TEXT NOT NULL,
    "binance_user" TEXT NOT NULL,
    "themes" TEXT[],
    "tools" TEXT[],
    "others_shown" TEXT NOT NULL,

    CONSTRAINT "survey_answers_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "consent_event" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "rules_version" INTEGER,
    "locale" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_key" (
    "key_hash" TEXT NOT NULL,
    "submission_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "entry_key_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "status_change" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,

    CONSTRAINT "status_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "screening" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "rule" TEXT,
    "note" TEXT,
    "checklist" JSONB NOT NULL,
    "staff_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "screening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "submission_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "slot" BIGINT NOT NULL,
    "hits" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key","slot")
);

-- CreateTable
CREATE TABLE "stamp" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stamp_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "history_era_position_key" ON "history_era"("position");

-- CreateIndex
CREATE INDEX "history_claim_era_id_position_idx" ON "history_claim"("era_id", "position");

-- CreateIndex
CREATE INDEX "history_claim_placement_idx" ON "history_claim"("placement");

-- CreateIndex
CREATE INDEX "history_claim_same_as_id_idx" ON "history_claim"("same_as_id");

-- CreateIndex
CREATE INDEX "history_claim_citation_citation_id_idx" ON "history_claim_citation"("citation_id");

-- CreateIndex
CREATE INDEX "history_claim_revision_claim_id_changed_at_idx" ON "history_claim_revision"("claim_id", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "staff_user_email_key" ON "staff_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_token_hash_key" ON "staff_session"("token_hash");

-- CreateIndex
CREATE INDEX "staff_session_user_id_idx" ON "staff_session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_token_expires_at_idx" ON "sign_in_token"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "story_slug_key" ON "story"("slug");

-- CreateIndex
CREATE INDEX "story_release_at_idx" ON "story"("release_at");

-- CreateIndex
CREATE UNIQUE INDEX "story_file_path_key" ON "story_file"("path");

-- CreateIndex
CREATE INDEX "story_file_story_id_idx" ON "story_file"("story_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_token_hash_key" ON "draft"("token_hash");

-- CreateIndex
CREATE INDEX "draft_expires_at_idx" ON "draft"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "submission_reference_key" ON "submission"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "submission_draft_id_key" ON "submission"("draft_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_idempotency_key_key" ON "submission"("idempotency_key");

-- CreateIndex
CREATE INDEX "submission_campaign_id_status_submitted_at_id_idx" ON "submission"("campaign_id", "status", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "submission_campaign_id_submitted_at_id_idx" ON "submission"("campaign_id", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "submission_email_idx" ON "submission"("email");

-- CreateIndex
CREATE INDEX "submission_post_key_idx" ON "submission"("post_key");

-- CreateIndex
CREATE UNIQUE INDEX "submission_active_post" ON "submission"("campaign_id", "post_key") WHERE (NOT post_soft AND status NOT IN ('withdrawn', 'ineligible', 'disqualified', 'erased'));

-- CreateIndex
CREATE INDEX "consent_event_submission_id_at_idx" ON "consent_event"("submission_id", "at");

-- CreateIndex
CREATE INDEX "entry_key_submission_id_idx" ON "entry_key"("submission_id");

-- CreateIndex
CREATE INDEX "status_change_submission_id_at_idx" ON "status_change"("submission_id", "at");

-- CreateIndex
CREATE INDEX "screening_submission_id_at_idx" ON "screening"("submission_id", "at");

-- CreateIndex
CREATE INDEX "question_submission_id_asked_at_idx" ON "question"("submission_id", "asked_at");

-- CreateIndex
CREATE INDEX "audit_event_subject_kind_subject_id_id_idx" ON "audit_event"("subject_kind", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_code_key" ON "mail"("code");

-- CreateIndex
CREATE INDEX "mail_state_created_at_idx" ON "mail"("state", "created_at");

-- CreateIndex
CREATE INDEX "mail_submission_id_idx" ON "mail"("submission_id");

-- AddForeignKey
ALTER TABLE "region_policy" ADD CONSTRAINT "region_policy_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rules_version" ADD CONSTRAINT "rules_version_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rules_text" ADD CONSTRAINT "rules_text_campaign_id_number_fkey" FOREIGN KEY ("campaign_id", "number") REFERENCES "rules_version"("campaign_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_era_text" ADD CONSTRAINT "history_era_text_era_id_fkey" FOREIGN KEY ("era_id") REFERENCES "history_era"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_claim" ADD CONSTRAINT "history_claim_era_id_fkey" FOREIGN KEY ("era_id") REFERENCES "history_era"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_claim" ADD CONSTRAINT "history_claim_same_as_id_fkey" FOREIGN KEY ("same_as_id") REFERENCES "history_claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_text" ADD CONSTRAINT "history_text_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "history_claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_date" ADD CONSTRAINT "history_date_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "history_claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_figure" ADD CONSTRAINT "history_figure_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "history_claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_claim_citation" ADD CONSTRAINT "history_claim_citation_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "history_claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_claim_citation" ADD CONSTRAINT "history_claim_citation_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "history_citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_claim_revision" ADD CONSTRAINT "history_claim_revision_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "history_claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_file" ADD CONSTRAINT "story_file_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_track" ADD CONSTRAINT "story_track_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_text" ADD CONSTRAINT "story_text_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_event" ADD CONSTRAINT "consent_event_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_key" ADD CONSTRAINT "entry_key_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening" ADD CONSTRAINT "screening_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening" ADD CONSTRAINT "screening_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

