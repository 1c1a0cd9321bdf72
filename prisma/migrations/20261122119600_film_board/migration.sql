-- Films in the making: scripts, what storytellers said to them, and what stops them.
-- CreateTable
CREATE TABLE "film" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "head" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "held_out" JSONB NOT NULL,
    "outside" JSONB,
    "outside_at" TIMESTAMPTZ(3),
    "story_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_reason" TEXT,

    CONSTRAINT "film_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "film_revision" (
    "id" UUID NOT NULL,
    "film_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "restored_from" INTEGER,
    "script" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "shown_hash" TEXT NOT NULL,
    "problems" INTEGER NOT NULL,
    "staff_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "film_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "film_ask" (
    "id" UUID NOT NULL,
    "film_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,
    "answer" TEXT,
    "words" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "film_ask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "film_track" (
    "film_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "captions" TEXT NOT NULL,
    "transcript" JSONB NOT NULL,

    CONSTRAINT "film_track_pkey" PRIMARY KEY ("film_id","language")
);

-- CreateIndex
CREATE UNIQUE INDEX "film_submission_id_key" ON "film"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "film_story_id_key" ON "film"("story_id");

-- CreateIndex
CREATE UNIQUE INDEX "film_revision_film_id_number_key" ON "film_revision"("film_id", "number");

-- CreateIndex
CREATE INDEX "film_ask_film_id_asked_at_idx" ON "film_ask"("film_id", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "film_ask_open" ON "film_ask"("film_id", "step") WHERE ((answered_at IS NULL) AND (superseded_at IS NULL));

-- AddForeignKey
ALTER TABLE "film" ADD CONSTRAINT "film_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "film" ADD CONSTRAINT "film_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "film" ADD CONSTRAINT "film_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "film_revision" ADD CONSTRAINT "film_revision_film_id_fkey" FOREIGN KEY ("film_id") REFERENCES "film"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "film_revision" ADD CONSTRAINT "film_revision_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "film_ask" ADD CONSTRAINT "film_ask_film_id_fkey" FOREIGN KEY ("film_id") REFERENCES "film"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "film_ask" ADD CONSTRAINT "film_ask_film_id_number_fkey" FOREIGN KEY ("film_id", "number") REFERENCES "film_revision"("film_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "film_ask" ADD CONSTRAINT "film_ask_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "film_track" ADD CONSTRAINT "film_track_film_id_fkey" FOREIGN KEY ("film_id") REFERENCES "film"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must hold whoever writes.

alter table film
  add constraint film_head check (head >= 1),
  add constraint film_outside check ((outside is null) = (outside_at is null)),
  add constraint film_closed check ((closed_at is null) = (closed_reason is null));
alter table film_revision
  add constraint film_revision_kind check (kind in ('draft', 'saved', 'autosaved', 'restored')),
  add constraint film_revision_number check (number >= 1 and problems >= 0),
  add constraint film_revision_restored check ((kind = 'restored') = (restored_from is not null)),
  add constraint film_revision_hash check (hash ~ '^[0-9a-f]{64}$' and shown_hash ~ '^[0-9a-f]{64}$'),
  add constraint film_revision_script check (jsonb_typeof(script) = 'object');
alter table film_ask
  add constraint film_ask_step check (step in ('storyboard', 'film')),
  add constraint film_ask_hash check (hash ~ '^[0-9a-f]{64}$'),
  add constraint film_ask_answer check ((answer is null) = (answered_at is null) and answer in ('yes', 'change') and coalesce(answer = 'change', false) = (words is not null));

create trigger film_revision_no_update before update or truncate on film_revision for each statement execute function refuse_change();

-- An answer stands: what was shown, and what was said to it, is never changed.
create function guard_film_ask() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null and (new.film_id, new.step, new.number, new.hash, new.answer, new.words, new.answered_at)
      is distinct from (old.film_id, old.step, old.number, old.hash, old.answer, old.words, old.answered_at)
    or (new.film_id, new.step, new.number, new.hash) is distinct from (old.film_id, old.step, old.number, old.hash) then
    raise exception 'an answer of a storyteller is not changed' using errcode = 'restrict_violation', constraint = 'film_ask_fixed';
  end if;
  return new;
end $$;
create trigger film_ask_guard before update on film_ask for each row execute function guard_film_ask();

-- A film stops at once, whoever ends it: nothing more of it is rendered, its story is taken back everywhere, and its release is void.
create function halt_film(entry uuid, at timestamptz) returns void language plpgsql as $$
declare
  stopping film%rowtype;
begin
  select * into stopping from film where submission_id = entry for update;
  if not found then
    return;
  end if;
  update render set state = 'cancelled', cancel_requested_at = at, finished_at = at where film_key = stopping.id::text and state = 'queued';
  update render set cancel_requested_at = at where film_key = stopping.id::text and state = 'running' and cancel_requested_at is null;
  if stopping.story_id is null then
    return;
  end if;
  update story_desk d set version = d.version + 1, public_number = case when s.release_at > at then null else d.public_number end
    from story s where s.id = d.story_id and s.id = stopping.story_id;
  update media_file set public_from = null
    where '/media/' || path in (select f.path from story_file f where f.story_id = stopping.story_id);
  update story set teller_released_at = null, updated_at = at,
      unpublished_at = case when release_at <= at then coalesce(unpublished_at, at) else unpublished_at end,
      release_at = case when release_at > at then null else release_at end
    where id = stopping.story_id;
end $$;

create function halt_film_by_permission() returns trigger language plpgsql as $$
begin
  perform halt_film(new.submission_id, new.at);
  return null;
end $$;
create trigger consent_event_halts_film after insert on consent_event for each row
  when (new.purpose = 'film' and new.answer = 'no') execute function halt_film_by_permission();

create function halt_film_by_status() returns trigger language plpgsql as $$
begin
  perform halt_film(new.id, new.status_at);
  return null;
end $$;
create trigger submission_halts_film after update of status on submission for each row
  when (old.status = 'selected' and new.status <> 'selected') execute function halt_film_by_status();

-- The story of a film is public only while its storyteller's release stands, whichever desk it is sent from.
create function guard_film_story() returns trigger language plpgsql as $$
begin
  if new.release_at is not null and new.unpublished_at is null and new.teller_released_at is null
    and exists (select from film where story_id = new.id) then
    raise exception 'the storyteller has not released this film' using errcode = 'check_violation', constraint = 'film_story_released';
  end if;
  return new;
end $$;
create trigger story_of_film before update of release_at, unpublished_at, teller_released_at on story for each row execute function guard_film_story();

-- What is public of a story is never rewritten; it goes with its storyteller, inside the transaction that erases them.
drop trigger story_revision_append_only on story_revision;
create function refuse_unless_erasing() returns trigger language plpgsql as $$
begin
  if current_setting('house.erasing', true) is distinct from 'on' then
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger story_revision_append_only before update or truncate on story_revision for each statement execute function refuse_change();
create trigger story_revision_kept before delete on story_revision for each statement execute function refuse_unless_erasing();
