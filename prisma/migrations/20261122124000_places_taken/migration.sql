-- In whose place a reserve moved up, where that entry left before an award was proposed for it: each place is given on once.

-- AlterTable
ALTER TABLE "status_change" ADD COLUMN     "place_of_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "status_change_place_of_id_key" ON "status_change"("place_of_id");

-- AddForeignKey
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_place_of_id_fkey" FOREIGN KEY ("place_of_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table status_change
  add constraint status_change_place_of check (place_of_id is null or ("from" = 'reserve' and "to" = 'selected' and place_of_id <> submission_id));
