-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "replaces" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "assignment_replaces_key" ON "assignment"("replaces");
