-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "signals" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "entry_signals" (
    "submission_id" UUID NOT NULL,
    "signals" TEXT[],
    "score" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "entry_signals_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "spam_mark" (
    "submission_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "signals" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "marked_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "spam_mark_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "entry_print" (
    "submission_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sketch" INTEGER[],
    "mail_key" TEXT NOT NULL,
    "author_key" TEXT,

    CONSTRAINT "entry_print_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "twin" (
    "submission_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "percent" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "twin_pkey" PRIMARY KEY ("submission_id","other_id")
);

-- CreateIndex
CREATE INDEX "spam_mark_live" ON "spam_mark"("at", "submission_id") WHERE (undone_at IS NULL);

-- CreateIndex
CREATE INDEX "entry_print_sketch_idx" ON "entry_print" USING GIN ("sketch");

-- CreateIndex
CREATE INDEX "entry_print_mail_key_idx" ON "entry_print"("mail_key");

-- CreateIndex
CREATE INDEX "entry_print_author_key_idx" ON "entry_print"("author_key");

-- CreateIndex
CREATE INDEX "twin_other_id_idx" ON "twin"("other_id");

-- AddForeignKey
ALTER TABLE "entry_signals" ADD CONSTRAINT "entry_signals_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spam_mark" ADD CONSTRAINT "spam_mark_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spam_mark" ADD CONSTRAINT "spam_mark_marked_by_fkey" FOREIGN KEY ("marked_by") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spam_mark" ADD CONSTRAINT "spam_mark_undone_by_fkey" FOREIGN KEY ("undone_by") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_print" ADD CONSTRAINT "entry_print_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "twin" ADD CONSTRAINT "twin_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "twin" ADD CONSTRAINT "twin_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What must hold whoever writes.
alter table draft alter column signals set not null;
alter table entry_signals
  alter column signals set not null,
  add constraint entry_signals_known check (signals <@ array['trap', 'forged-age', 'no-age', 'too-fast', 'many-links', 'repeated', 'same-text', 'network-burst', 'mail-burst'] and cardinality(signals) >= 1),
  add constraint entry_signals_score check (score >= 0);
alter table spam_mark
  alter column signals set not null,
  add constraint spam_mark_signals check (cardinality(signals) >= 1 and (marked_by is null or signals @> array['staff'])),
  add constraint spam_mark_undone check ((undone_at is null) = (undone_by is null));
alter table entry_print
  alter column sketch set not null,
  add constraint entry_print_sketch check (cardinality(sketch) <= 32);
alter table twin
  add constraint twin_two check (submission_id <> other_id),
  add constraint twin_percent check (percent between 1 and 100);

-- The link to an entry is mailed to whoever asks with its address, in any case of letters.
create index submission_email_any_case on submission (lower(email));
