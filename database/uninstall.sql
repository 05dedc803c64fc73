-- Takes Shorts Export out of a database, and leaves the platform's own as it is:
--
--   psql -v ON_ERROR_STOP=1 -f database/uninstall.sql "$DATABASE_URL"
--
-- Run it as the role that migrates, once the stack is gone or about to go. Exports that are kept in the
-- bucket stay there. Each step is a transaction that locks one table of the platform's at most, and the
-- script may be run again, from wherever it stopped.
--
-- The roles are read from our policies. Where an installation stopped before it made any, say them:
--
--   PGOPTIONS="-c shorts_export.roles=shorts-export-api,shorts-export-worker" psql …
--
-- Kept are tables of users, videos and scenes that Shorts Export made, while they hold rows, and a table
-- scene_exports that stood before; a notice says so, and how to drop them.

SET lock_timeout = '1s';

CREATE TEMP TABLE shorts_export_ours AS
SELECT rolname AS role FROM pg_roles
 WHERE rolname IN (
     SELECT unnest(roles) FROM pg_policies
      WHERE (schemaname, tablename, policyname) IN (
          ('public', 'videos', 'shorts_export_user_reads'), ('public', 'videos', 'shorts_export_worker_reads'),
          ('public', 'scenes', 'shorts_export_user_reads'), ('public', 'scenes', 'shorts_export_worker_reads'),
          ('public', 'scene_exports', 'shorts_export_user_selects'),
          ('public', 'scene_exports', 'shorts_export_worker_works'))
     UNION ALL
     SELECT trim(name)::name FROM string_to_table(current_setting('shorts_export.roles', true), ',') name);

-- What is to be run in which step, and who may.
CREATE TEMP TABLE shorts_export_steps AS
WITH ours (role) AS (SELECT oid FROM pg_roles WHERE rolname IN (SELECT role FROM shorts_export_ours)),
made (what, id, owner) AS (
    SELECT 'TABLE', c.oid, relowner FROM pg_class c
     WHERE obj_description(c.oid, 'pg_class') = 'Made by Shorts Export.'
    UNION ALL
    SELECT 'FUNCTION', p.oid, proowner FROM pg_proc p
     WHERE obj_description(p.oid, 'pg_proc') = 'Made by Shorts Export.'
    UNION ALL
    SELECT 'SCHEMA', n.oid, nspowner FROM pg_namespace n
     WHERE obj_description(n.oid, 'pg_namespace') = 'Made by Shorts Export.'),
granted (kind, name, owner, acl) AS (
    SELECT 'DATABASE', quote_ident(datname), datdba, datacl
      FROM pg_database WHERE datname = current_database()
    UNION ALL
    SELECT 'SCHEMA', quote_ident(nspname), nspowner, nspacl FROM pg_namespace WHERE nspname IN ('auth', 'public')
    UNION ALL
    SELECT 'FUNCTION', p.oid::regprocedure::text, proowner, proacl
      FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
     WHERE nspname = 'auth' AND proname = 'uid' AND pronargs = 0
    UNION ALL
    SELECT 'TABLE', c.oid::regclass::text, relowner, acl
      FROM pg_class c,
           LATERAL (SELECT relacl UNION ALL SELECT attacl FROM pg_attribute WHERE attrelid = c.oid) rights (acl)
     WHERE c.oid IN (to_regclass('public.videos'), to_regclass('public.scenes'), to_regclass('public.scene_exports'))),
function (id, owner) AS (
    SELECT p.oid, proowner FROM pg_proc p
     WHERE pronamespace = 'public'::regnamespace
       AND proname IN (
           'act_for_caller', 'claim_scene_export', 'complete_scene_export', 'create_scene_export',
           'delete_scene_exports', 'expired_scene_exports', 'fail_scene_export', 'get_scene_export',
           'give_up_scene_export', 'mark_scene_exports_deleted', 'reason_to_give_up', 'release_scene_export',
           'renew_scene_export', 'sentence_for_reason', 'settle_dead_letter', 'sweep_scene_exports',
           'take_back_scene_export')
       AND EXISTS (SELECT FROM aclexplode(proacl) WHERE grantee IN (SELECT role FROM ours))),
standing (id, owner) AS (
    SELECT c.oid, relowner FROM pg_class c
     WHERE c.oid = to_regclass('public.scene_exports')
       AND obj_description(c.oid, 'pg_class') IS DISTINCT FROM 'Made by Shorts Export.')

SELECT DISTINCT 'rights' AS step, owner, format('REVOKE ALL ON %s %s FROM %s', kind, name, grantee::regrole) AS sql
  FROM granted, aclexplode(acl) WHERE grantee IN (SELECT role FROM ours)
UNION ALL
SELECT 'policies on ' || c.relname, relowner, format('DROP POLICY %I ON %s', polname, c.oid::regclass)
  FROM pg_policy JOIN pg_class c ON c.oid = polrelid
 WHERE polrelid IN (to_regclass('public.videos'), to_regclass('public.scenes'), to_regclass('public.scene_exports'))
   AND polname IN (
       'shorts_export_user_reads', 'shorts_export_worker_reads', 'shorts_export_user_selects',
       'shorts_export_user_inserts', 'shorts_export_user_updates', 'shorts_export_user_deletes',
       'shorts_export_worker_works', 'shorts_export_migration')
UNION ALL
-- Apart from the table, since each of them locks the table that it points to.
SELECT 'key to ' || c.relname, made.owner, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
  FROM made JOIN pg_constraint ON conrelid = made.id JOIN pg_class c ON c.oid = confrelid
 WHERE what = 'TABLE' AND made.id = to_regclass('public.scene_exports') AND contype = 'f'
UNION ALL
SELECT 'functions', owner, format('DROP FUNCTION %s', id::regprocedure) FROM function
UNION ALL
SELECT 'exports', owner, format('DROP TABLE %s', id::regclass)
  FROM made WHERE what = 'TABLE' AND id = to_regclass('public.scene_exports')
UNION ALL
SELECT 'exports', owner, change
  FROM standing,
       unnest(ARRAY[
           'ALTER TABLE public.scene_exports NO FORCE ROW LEVEL SECURITY',
           'ALTER TABLE public.scene_exports'
           ' DROP COLUMN IF EXISTS idempotency_key, DROP COLUMN IF EXISTS scene_start_s,'
           ' DROP COLUMN IF EXISTS scene_end_s, DROP COLUMN IF EXISTS source_path,'
           ' DROP COLUMN IF EXISTS claim_token, DROP COLUMN IF EXISTS lease_until,'
           ' DROP COLUMN IF EXISTS attempts, DROP COLUMN IF EXISTS progress,'
           ' DROP COLUMN IF EXISTS notice, DROP COLUMN IF EXISTS deadline_at,'
           ' DROP COLUMN IF EXISTS swept_at, DROP COLUMN IF EXISTS file_deleted_at,'
           ' ALTER COLUMN created_at SET DEFAULT now(),'
           ' ALTER COLUMN expires_at SET DEFAULT (now() + INTERVAL ''24 hours'')']) change
UNION ALL
SELECT 'kept table', owner, 'public.scene_exports' FROM standing
UNION ALL
SELECT 'history', relowner, 'DROP TABLE public.shorts_export_history'
  FROM pg_class c WHERE c.oid = to_regclass('public.shorts_export_history')
UNION ALL
SELECT 'made ' || lower(what), owner,
       CASE what WHEN 'TABLE' THEN id::regclass::text
                 WHEN 'FUNCTION' THEN id::regprocedure::text
                 ELSE id::regnamespace::text END
  FROM made WHERE id IS DISTINCT FROM to_regclass('public.scene_exports');

-- Nothing is taken out before all of it can be.
DO $$
DECLARE
  left_over text;
BEGIN
  SELECT string_agg(format('%s; -- as %s', sql, owner::regrole), E'\n' ORDER BY step, sql) INTO left_over
    FROM shorts_export_steps
   WHERE NOT pg_has_role(owner, 'USAGE') AND step NOT LIKE 'made %' AND step <> 'kept table';
  IF left_over IS NOT NULL THEN
    RAISE EXCEPTION E'% is no member of the roles that own these. Let them run this, then run this script again:\n%',
        current_user, left_over;
  END IF;
END
$$;

CREATE PROCEDURE pg_temp.run_step(wanted text)
LANGUAGE plpgsql
AS $$
DECLARE
  statement text;
BEGIN
  FOR statement IN SELECT sql FROM pg_temp.shorts_export_steps WHERE step = wanted ORDER BY sql DESC LOOP
    EXECUTE statement;
  END LOOP;
END
$$;

-- Drops what Shorts Export made for the platform, if nobody has put anything in it or on it.
CREATE PROCEDURE pg_temp.drop_made(wanted_kind text, wanted_name text)
LANGUAGE plpgsql
AS $$
DECLARE
  name text := (SELECT sql FROM pg_temp.shorts_export_steps
                 WHERE step = 'made ' || wanted_kind AND sql IN (wanted_name, replace(wanted_name, 'public.', '')));
  in_use boolean := false;
BEGIN
  IF name IS NULL THEN
    RETURN;
  END IF;
  IF wanted_kind = 'table' THEN
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', name) INTO in_use;
  END IF;
  IF NOT in_use THEN
    EXECUTE format('DROP %s %s', wanted_kind, name);
    RETURN;
  END IF;
  RAISE NOTICE 'The table % holds rows and stays. To drop it with them: DROP TABLE % CASCADE;', name, name;
EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN
  RAISE NOTICE 'The % % is in use and stays. To drop it: DROP % % CASCADE;', wanted_kind, name, upper(wanted_kind), name;
END
$$;

CALL pg_temp.run_step('rights');
CALL pg_temp.run_step('policies on videos');
CALL pg_temp.run_step('policies on scenes');
CALL pg_temp.run_step('key to scenes');
CALL pg_temp.run_step('key to users');
CALL pg_temp.run_step('functions');
CALL pg_temp.run_step('policies on scene_exports');
CALL pg_temp.run_step('exports');
CALL pg_temp.run_step('history');

CALL pg_temp.drop_made('table', 'public.scenes');
CALL pg_temp.drop_made('table', 'public.videos');
CALL pg_temp.drop_made('function', 'auth.uid()');
CALL pg_temp.drop_made('table', 'auth.users');
CALL pg_temp.drop_made('schema', 'auth');

DO $$
DECLARE
  name text;
  why  text;
BEGIN
  FOR name IN SELECT role FROM shorts_export_ours LOOP
    BEGIN
      EXECUTE format('ALTER ROLE %I IN DATABASE %I RESET ALL', name, current_database());
      EXECUTE format('DROP ROLE %I', name);
    EXCEPTION WHEN dependent_objects_still_exist THEN
      GET STACKED DIAGNOSTICS why = PG_EXCEPTION_DETAIL;
      RAISE NOTICE E'The role % stays, since something else depends on it. Once it doesn''t: DROP ROLE %;\n%',
          name, quote_ident(name), why;
    END;
  END LOOP;

  IF EXISTS (SELECT FROM pg_temp.shorts_export_steps WHERE step = 'kept table') THEN
    RAISE NOTICE 'The table scene_exports stays, without our columns: nothing says that Shorts Export made it.';
  END IF;
END
$$;

DROP PROCEDURE pg_temp.run_step;
DROP PROCEDURE pg_temp.drop_made;
DROP TABLE pg_temp.shorts_export_steps;
DROP TABLE pg_temp.shorts_export_ours;
