-- AlterTable
ALTER TABLE "blind_copy" ADD COLUMN     "outdated" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "known_entry" (
    "submission_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_entry_pkey" PRIMARY KEY ("submission_id","staff_id")
);

-- AddForeignKey
ALTER TABLE "known_entry" ADD CONSTRAINT "known_entry_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_entry" ADD CONSTRAINT "known_entry_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A copy stands for the words it was made from: when they change it is outdated, whoever changes them.
create function outdate_copies() returns trigger language plpgsql as $$
begin
  update blind_copy set outdated = true where submission_id = new.id and not outdated;
  return null;
end $$;
create trigger submission_words_changed after update of story, post_text on submission for each row
  when (old.story is distinct from new.story or old.post_text is distinct from new.post_text) execute function outdate_copies();

-- What was approved is what is read: its words never change again. Emptying it, when an entry is erased, is no change of words.
create function keep_approved_copy() returns trigger language plpgsql as $$
begin
  if new.story = '' and new.post_text is null then return new; end if;
  raise exception 'copy % was approved: its words stay', old.id using errcode = 'restrict_violation';
end $$;
create trigger blind_copy_kept before update of story, post_text on blind_copy for each row
  when (old.approved_at is not null and (old.story is distinct from new.story or old.post_text is distinct from new.post_text))
  execute function keep_approved_copy();

-- Whether somebody has seen who wrote an entry: by screening it, asking its storyteller, deciding an appeal, or working on its copy.
create function knows_entry(entry uuid, person uuid) returns boolean language sql stable as $$
  select exists (select from known_entry where submission_id = entry and staff_id = person)
    or exists (select from screening where submission_id = entry and staff_id = person)
    or exists (select from question where submission_id = entry and staff_id = person)
    or exists (select from appeal where submission_id = entry and staff_id = person)
    or exists (select from blind_copy where submission_id = entry and person in (made_by_id, approved_by_id))
$$;

-- Nobody is asked to read what has no approved copy, or what they already know.
create function check_assignment() returns trigger language plpgsql as $$
begin
  if not exists (select from blind_copy where submission_id = new.submission_id and approved_at is not null and not outdated) then
    raise exception 'entry % has no approved copy', new.submission_id using errcode = 'check_violation', constraint = 'assignment_copy';
  end if;
  if knows_entry(new.submission_id, new.reviewer_id) then
    raise exception 'the reader knows entry %', new.submission_id using errcode = 'check_violation', constraint = 'assignment_blind';
  end if;
  return new;
end $$;
create trigger assignment_blind before insert on assignment for each row execute function check_assignment();
