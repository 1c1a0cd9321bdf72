-- The editors' desk: every save of a story is kept whole, and what is public changes only by a step of publication.
-- AlterTable
ALTER TABLE "story" ADD COLUMN     "teller_released_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "story_desk" (
    "story_id" UUID NOT NULL,
    "head" INTEGER NOT NULL,
    "public_number" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "story_desk_pkey" PRIMARY KEY ("story_id")
);

-- CreateTable
CREATE TABLE "story_revision" (
    "id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "restored_from" INTEGER,
    "content" JSONB NOT NULL,
    "note" TEXT,
    "staff_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "story_revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "story_revision_story_id_number_key" ON "story_revision"("story_id", "number");

-- AddForeignKey
ALTER TABLE "story_desk" ADD CONSTRAINT "story_desk_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_revision" ADD CONSTRAINT "story_revision_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_revision" ADD CONSTRAINT "story_revision_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "story_desk" ADD CONSTRAINT "story_desk_story_id_head_fkey" FOREIGN KEY ("story_id", "head") REFERENCES "story_revision"("story_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "story_desk" ADD CONSTRAINT "story_desk_story_id_public_number_fkey" FOREIGN KEY ("story_id", "public_number") REFERENCES "story_revision"("story_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What was out before the desk knew of releases was released.
update story set teller_released_at = release_at where kind = 'storyteller' and release_at is not null;

-- What must hold whoever writes.
alter table story_desk
  add constraint story_desk_numbers check (head >= 1 and version >= 1 and (public_number is null or public_number between 1 and head));
alter table story_revision
  add constraint story_revision_kind check (kind in ('published', 'saved', 'autosaved', 'restored')),
  add constraint story_revision_number check (number >= 1),
  add constraint story_revision_restored check ((kind = 'restored') = (restored_from is not null)),
  add constraint story_revision_staff check (kind = 'published' or staff_id is not null),
  add constraint story_revision_content check (jsonb_typeof(content) = 'object');
create trigger story_revision_append_only before update or delete or truncate on story_revision for each statement execute function refuse_change();
