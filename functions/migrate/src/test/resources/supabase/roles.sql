-- The roles of a Supabase project, written anew after what github.com/supabase/postgres makes in
-- migrations/db (commit 7db7e1a9, and 20250421084701, 20250605172253 of later ones). Run as
-- supabase_admin, the only superuser; postgres is the role that a project's owner works with. Compared
-- on PostgreSQL 17 with what those scripts make, with early.sql and today.sql: roles, memberships, owners,
-- rights and default privileges in auth and public are the same, without the roles for storage and
-- replication.
CREATE ROLE postgres LOGIN CREATEDB CREATEROLE REPLICATION BYPASSRLS;
ALTER ROLE postgres SET search_path = "$user", public, extensions;
GRANT pg_monitor, pg_read_all_data, pg_signal_backend TO postgres;

CREATE ROLE anon;
CREATE ROLE authenticated;
CREATE ROLE service_role BYPASSRLS;
CREATE ROLE authenticator LOGIN NOINHERIT;
GRANT anon, authenticated, service_role TO authenticator;
ALTER ROLE anon SET statement_timeout = '3s';
ALTER ROLE authenticated SET statement_timeout = '8s';
ALTER ROLE authenticator SET statement_timeout = '8s';
ALTER ROLE authenticator SET lock_timeout = '8s';

CREATE ROLE supabase_auth_admin LOGIN NOINHERIT CREATEROLE;
ALTER ROLE supabase_auth_admin SET search_path = auth;
CREATE ROLE supabase_read_only_user LOGIN BYPASSRLS;
GRANT pg_read_all_data TO supabase_read_only_user;
CREATE ROLE dashboard_user CREATEDB CREATEROLE REPLICATION;

DO $$
BEGIN
  IF current_setting('server_version_num')::int < 160000 THEN
    GRANT anon, authenticated, service_role TO postgres;
  ELSE
    GRANT anon, authenticated, service_role TO postgres WITH ADMIN OPTION;
  END IF;
END
$$;
