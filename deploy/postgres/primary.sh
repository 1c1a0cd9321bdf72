#!/bin/bash
# Runs once, when the primary's folder is made: lets the replica follow, and waits for it from the real start on.
set -e
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v password="$REPLICATION_PASSWORD" <<'SQL'
create role replicator with replication login password :'password';
alter role current_user set statement_timeout = '5s';
alter system set synchronous_standby_names = 'FIRST 1 (replica)';
SQL
echo 'host replication replicator samenet scram-sha-256' >> "$PGDATA/pg_hba.conf"
