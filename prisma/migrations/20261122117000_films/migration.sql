-- CreateTable
CREATE TABLE "render" (
    "id" UUID NOT NULL,
    "film_key" TEXT,
    "script_hash" TEXT NOT NULL,
    "render_key" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "script" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "percent" INTEGER NOT NULL DEFAULT 0,
    "frames" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "worker" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "heard_at" TIMESTAMPTZ(3),
    "cancel_requested_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "error_code" TEXT,
    "output" JSONB,

    CONSTRAINT "render_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_file" (
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "public_from" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "media_file_pkey" PRIMARY KEY ("path")
);

-- CreateIndex
CREATE INDEX "render_film_key_requested_at_idx" ON "render"("film_key", "requested_at");

-- CreateIndex
CREATE INDEX "render_made" ON "render"("render_key") WHERE (state = 'done'::text);

-- CreateIndex
CREATE UNIQUE INDEX "render_under_way" ON "render"("film_key", "render_key") WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

-- What must hold whoever writes.
alter table render
  add constraint render_shape check (shape in ('wide', 'square', 'portrait')),
  add constraint render_state check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  add constraint render_percent check (percent between 0 and 100 and frames >= 0 and attempt >= 0),
  add constraint render_finished check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
  add constraint render_done check ((state = 'done') = (output is not null)),
  add constraint render_failed check ((state = 'failed') = (error_code is not null)),
  add constraint render_running check (state <> 'running' or (started_at is not null and heard_at is not null and worker is not null));
alter table media_file
  add constraint media_file_path check (path ~ '^[0-9a-f]{2}/[0-9a-f]{64}\.[a-z0-9]{2,4}$'),
  add constraint media_file_bytes check (bytes > 0);
