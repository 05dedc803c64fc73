-- What we need of things that may be other people's: the right to connect and to read for our two
-- roles, to refer to for ourselves, and policies: the API's role reads the caller's videos and all
-- scenes, the worker's role all. The policies are made whether row level security is on or not: it may
-- be switched on later. The one for the API's role on scenes looks at nothing else, since a policy on
-- videos that looks at scenes would go round in a circle with it; our SQL asks whose the video is.
--
-- Each right is granted here if we are a member of the owner's role; whatever is left stops the
-- migration, which prints it for the owners to run. The policies that we can make are left to V20 and
-- V21, because a policy locks its table until the end of the transaction: a transaction that holds one
-- of the platform's tables and waits for another ends in a deadlock with the platform's own writes.
DO $$
DECLARE
  need      record;
  left_over text[] := '{}';
BEGIN
  FOR need IN
    WITH role (id, place) AS (
        SELECT oid, array_position(ARRAY[current_user, '${api_role}', '${worker_role}']::name[], rolname)
          FROM pg_roles WHERE rolname IN (current_user, '${api_role}', '${worker_role}')),
    thing (name, id, owner) AS (
        SELECT n.nspname || '.' || c.relname, c.oid, c.relowner
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname IN ('auth', 'public') AND c.relkind IN ('r', 'p')),
    readable (name, columns) AS (
        VALUES ('public.videos', ARRAY['id', 'owner_id', 'storage_path']),
               ('public.scenes', ARRAY['id', 'video_id', 'start_s', 'end_s'])),
    reading (name, policy, reader, rows) AS (
        VALUES ('public.videos', 'shorts_export_user_reads', '${api_role}', 'owner_id = auth.uid()'),
               ('public.videos', 'shorts_export_worker_reads', '${worker_role}', 'true'),
               ('public.scenes', 'shorts_export_user_reads', '${api_role}', 'true'),
               ('public.scenes', 'shorts_export_worker_reads', '${worker_role}', 'true')),
    -- Only who lacks a right is granted it, so that no more is left when we go.
    lacking (owner, sql, roles) AS (
        SELECT CASE WHEN has_database_privilege(d.oid, 'CONNECT WITH GRANT OPTION')
                    THEN (SELECT id FROM role WHERE place = 1) ELSE datdba END,
               format('GRANT CONNECT ON DATABASE %I TO ', datname),
               ARRAY(SELECT id::regrole::text FROM role
                      WHERE place > 1 AND NOT has_database_privilege(id, d.oid, 'CONNECT') ORDER BY place)
          FROM pg_database d WHERE datname = current_database()
        UNION ALL
        SELECT nspowner, format('GRANT USAGE ON SCHEMA %I TO ', nspname),
               ARRAY(SELECT id::regrole::text FROM role
                      WHERE (place < 3 OR nspname = 'public')
                        AND NOT has_schema_privilege(id, n.oid, 'USAGE') ORDER BY place)
          FROM pg_namespace n WHERE nspname IN ('auth', 'public')
        UNION ALL
        SELECT p.proowner, 'GRANT EXECUTE ON FUNCTION auth.uid() TO ',
               ARRAY(SELECT id::regrole::text FROM role
                      WHERE place < 3 AND NOT has_function_privilege(id, p.oid, 'EXECUTE') ORDER BY place)
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE n.nspname = 'auth' AND p.proname = 'uid' AND p.pronargs = 0
        UNION ALL
        SELECT owner, format('GRANT REFERENCES (id) ON %s TO ', name),
               ARRAY(SELECT role.id::regrole::text FROM role
                      WHERE place = 1 AND NOT has_column_privilege(thing.id, 'id', 'REFERENCES'))
          FROM thing WHERE name IN ('auth.users', 'public.scenes')
        UNION ALL
        SELECT owner, format('GRANT SELECT (%s) ON %s TO ', array_to_string(columns, ', '), name),
               ARRAY(SELECT role.id::regrole::text FROM role
                      WHERE place > 1
                        AND EXISTS (SELECT FROM unnest(columns) col
                                     WHERE NOT has_column_privilege(role.id, thing.id, col, 'SELECT'))
                      ORDER BY place)
          FROM thing JOIN readable USING (name)
        UNION ALL
        SELECT owner, format('GRANT %s TO ', owner::regrole),
               ARRAY(SELECT id::regrole::text FROM role WHERE place = 1 AND NOT pg_has_role(owner, 'USAGE'))
          FROM thing WHERE name = 'public.scene_exports')

    SELECT owner, sql || array_to_string(roles, ', ') AS sql, false AS locks
      FROM lacking WHERE roles <> '{}'
    UNION ALL
    SELECT owner,
           format('CREATE POLICY %s ON %s FOR SELECT TO %I USING (%s)', policy, name, reader, rows), true
      FROM thing JOIN reading USING (name)
     WHERE NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = id AND polname = policy)
  LOOP
    IF NOT pg_has_role(need.owner, 'USAGE') THEN
      left_over := left_over || format('%s; -- as %s', need.sql, pg_get_userbyid(need.owner));
    ELSIF NOT need.locks THEN
      EXECUTE need.sql;
    END IF;
  END LOOP;

  -- Asked and never done: others may count on it, as they may in a database that is older than 15.
  IF has_schema_privilege('${api_role}', 'public', 'CREATE')
     OR has_schema_privilege('${worker_role}', 'public', 'CREATE') THEN
    RAISE EXCEPTION
        E'Everybody may create things in the schema public, so a function of theirs could run as our roles. %\n%',
        'Let its owner run this (and grant it to who needs it), then migrate again:',
        'REVOKE CREATE ON SCHEMA public FROM PUBLIC;';
  END IF;

  IF left_over <> '{}' THEN
    RAISE EXCEPTION
        E'% is no member of the roles that own what we need. Let them run this, then migrate again:\n%',
        current_user, array_to_string(left_over, E'\n');
  END IF;
END
$$;
