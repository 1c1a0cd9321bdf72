-- CreateTable
CREATE TABLE "seen_entry" (
    "submission_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seen_entry_pkey" PRIMARY KEY ("submission_id","staff_id")
);

-- AddForeignKey
ALTER TABLE "seen_entry" ADD CONSTRAINT "seen_entry_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seen_entry" ADD CONSTRAINT "seen_entry_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whether somebody has seen who wrote an entry: by opening it, screening it, asking its storyteller, deciding an appeal, or working on its copy.
create or replace function knows_entry(entry uuid, person uuid) returns boolean language sql stable as $$
  select exists (select from seen_entry where submission_id = entry and staff_id = person)
    or exists (select from known_entry where submission_id = entry and staff_id = person)
    or exists (select from screening where submission_id = entry and staff_id = person)
    or exists (select from question where submission_id = entry and staff_id = person)
    or exists (select from appeal where submission_id = entry and staff_id = person)
    or exists (select from blind_copy where submission_id = entry and person in (made_by_id, approved_by_id))
$$;
