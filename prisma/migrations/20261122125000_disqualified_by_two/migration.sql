-- One admin proposes that an entry be disqualified, another confirms it or somebody drops it.
CREATE TABLE "disqualification" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "note" TEXT,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "disqualification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "disqualification_submission_id_idx" ON "disqualification"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "disqualification_open" ON "disqualification"("submission_id") WHERE (decided_at IS NULL);

-- AddForeignKey
ALTER TABLE "disqualification" ADD CONSTRAINT "disqualification_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disqualification" ADD CONSTRAINT "disqualification_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disqualification" ADD CONSTRAINT "disqualification_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whoever writes.
alter table disqualification
  add constraint disqualification_decided check ((decided_at is null) = (outcome is null) and (decided_at is null) = (decided_by_id is null)),
  add constraint disqualification_outcome check (outcome in ('confirmed', 'dropped')),
  add constraint disqualification_two_people check (outcome is distinct from 'confirmed' or decided_by_id <> proposed_by_id);
