#!/bin/sh
# Patroni takes passwords from its environment only, and here they lie in files: runs what it is told with them.
set -eu
secret() { cat "/run/secrets/database_$1_password"; }
PATRONI_SUPERUSER_PASSWORD="$(secret superuser)"
PATRONI_REPLICATION_PASSWORD="$(secret replication)"
PATRONI_REWIND_PASSWORD="$(secret rewind)"
PATRONI_RESTAPI_PASSWORD="$(secret restapi)"
export PATRONI_SUPERUSER_PASSWORD PATRONI_REPLICATION_PASSWORD PATRONI_REWIND_PASSWORD PATRONI_RESTAPI_PASSWORD
exec "$@"
