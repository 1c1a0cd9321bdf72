#!/bin/bash
# Copies the primary when there is nothing yet, then follows it under the name the primary waits for.
set -e
export PGPASSWORD="$REPLICATION_PASSWORD"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA" && chown postgres "$PGDATA" && chmod 700 "$PGDATA"
  gosu postgres pg_basebackup -D "$PGDATA" -R -X stream -d "host=primary user=replicator application_name=replica"
  # copied with the rest: once promoted, it would wait for a replica that is not there
  echo "synchronous_standby_names = ''" >> "$PGDATA/postgresql.auto.conf"
fi
exec gosu postgres postgres -D "$PGDATA"
