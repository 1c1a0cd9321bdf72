-- CreateTable
CREATE TABLE "post_check" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT,
    "title" TEXT,
    "author" TEXT,
    "resolved_key" TEXT,
    "resolved_url" TEXT,

    CONSTRAINT "post_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "post_check_submission_id_at_idx" ON "post_check"("submission_id", "at");

-- CreateIndex
CREATE INDEX "post_check_resolved_key_idx" ON "post_check"("resolved_key");

-- AddForeignKey
ALTER TABLE "post_check" ADD CONSTRAINT "post_check_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table post_check
  add constraint post_check_outcome check (outcome in
    ('found-with-hashtag', 'found-without-hashtag', 'not-found', 'private', 'unreachable', 'not-checkable', 'not-checkable-yet')),
  add constraint post_check_detail check (detail ~ '^[a-z-]{1,40}$'),
  add constraint post_check_lengths check (char_length(title) <= 600 and char_length(author) <= 240 and char_length(resolved_url) <= 2048),
  add constraint post_check_resolved check ((resolved_key is null) = (resolved_url is null));
create trigger post_check_no_update before update on post_check for each statement execute function refuse_change();
