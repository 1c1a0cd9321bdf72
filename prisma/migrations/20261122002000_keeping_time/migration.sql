-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "entry_key_hash" TEXT,
ADD COLUMN     "warned_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "status_change" ADD COLUMN     "by_clock" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "screening" ALTER COLUMN "staff_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "draft_token" (
    "token_hash" TEXT NOT NULL,
    "draft_id" UUID NOT NULL,
    "entry_key_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "continue_link" (
    "token_hash" TEXT NOT NULL,
    "draft_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "continue_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "funnel_count" (
    "day" DATE NOT NULL,
    "step" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "funnel_count_pkey" PRIMARY KEY ("day","step","locale")
);

-- CreateIndex
CREATE INDEX "draft_token_draft_id_idx" ON "draft_token"("draft_id");

-- CreateIndex
CREATE UNIQUE INDEX "continue_link_live" ON "continue_link"("draft_id") WHERE (used_at IS NULL AND superseded_at IS NULL);

-- CreateIndex
CREATE INDEX "continue_link_draft_id_idx" ON "continue_link"("draft_id");

-- AddForeignKey
ALTER TABLE "draft_token" ADD CONSTRAINT "draft_token_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "continue_link" ADD CONSTRAINT "continue_link_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table draft add constraint draft_entry_key check (entry_key_hash ~ '^[0-9a-f]{64}$');
alter table draft_token add constraint draft_token_hashes check (token_hash ~ '^[0-9a-f]{64}$' and entry_key_hash ~ '^[0-9a-f]{64}$');
alter table continue_link
  add constraint continue_link_token check (token_hash ~ '^[0-9a-f]{64}$'),
  add constraint continue_link_dates check (expires_at > created_at and expires_at <= created_at + interval '7 days'),
  add constraint continue_link_one_end check (used_at is null or superseded_at is null);
alter table funnel_count
  add constraint funnel_count_step check (step in ('started', 'post', 'story', 'you', 'permissions', 'sent')),
  add constraint funnel_count_hits check (hits >= 1);

-- The clock decides one thing alone: that an answer did not come in time.
alter table screening add constraint screening_by_clock check (staff_id is not null or (outcome = 'ineligible' and rule = 'no-reply'));
alter table status_change add constraint status_change_by_clock check (not by_clock or staff_id is null);

alter table question add constraint question_reminded check (reminded_at is null or reminded_at >= asked_at);
create index question_deadline on question (deadline_at) where answered_at is null;
