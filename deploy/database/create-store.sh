#!/bin/sh
# Run once by Patroni on the first primary, with the address of the new cluster: makes the product's role and database.
# No superuser and no role of the cluster: it owns its tables and nothing else.
set -eu
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set password="$(cat "$STORE_PASSWORD_FILE")" "$1" <<'SQL'
create role sagsgang login password :'password' nosuperuser nocreatedb nocreaterole noreplication;
create database sagsgang owner sagsgang template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke all on database sagsgang from public;
SQL
