-- What we need of things that may be other people's: the right to read for our two roles and to
-- refer to for ourselves, and where row level security is on, policies: the API's role reads what is
-- the caller's, the worker's role all. (Should their policy on videos look at scenes, ours on scenes
-- would go round in a circle with it: let them make shorts_export_user_reads on scenes themselves,
-- with USING (true); our SQL asks whose the video is in any case.) Each need is met here if we are a
-- member of the owner's role; whatever is left stops the migration, which prints it for the owners to
-- run.
DO $$
DECLARE
  need      record;
  left_over text[] := '{}';
BEGIN
  FOR need IN
    WITH role (api, worker) AS (
        SELECT a.oid, w.oid FROM pg_roles a, pg_roles w
         WHERE a.rolname = '${api_role}' AND w.rolname = '${worker_role}'),
    thing (name, id, owner, rls) AS (
        SELECT n.nspname || '.' || c.relname, c.oid, c.relowner, c.relrowsecurity
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname IN ('auth', 'public') AND c.relkind IN ('r', 'p')),
    readable (name, columns) AS (
        VALUES ('public.videos', ARRAY['id', 'owner_id', 'storage_path']),
               ('public.scenes', ARRAY['id', 'video_id', 'start_s', 'end_s'])),
    reading (name, policy, reader, rows) AS (
        VALUES ('public.videos', 'shorts_export_user_reads', '${api_role}', 'owner_id = auth.uid()'),
               ('public.videos', 'shorts_export_worker_reads', '${worker_role}', 'true'),
               ('public.scenes', 'shorts_export_user_reads', '${api_role}',
                'EXISTS (SELECT FROM public.videos v WHERE v.id = video_id AND v.owner_id = auth.uid())'),
               ('public.scenes', 'shorts_export_worker_reads', '${worker_role}', 'true'))

    SELECT nspowner AS owner,
           format('GRANT USAGE ON SCHEMA public TO %I, "${api_role}", "${worker_role}"', current_user) AS sql,
           has_schema_privilege(n.oid, 'USAGE')
             AND has_schema_privilege(role.api, n.oid, 'USAGE')
             AND has_schema_privilege(role.worker, n.oid, 'USAGE') AS met
      FROM role, pg_namespace n WHERE nspname = 'public'
    UNION ALL
    SELECT nspowner,
           format('GRANT USAGE ON SCHEMA auth TO %I, "${api_role}"', current_user),
           has_schema_privilege(n.oid, 'USAGE') AND has_schema_privilege(role.api, n.oid, 'USAGE')
      FROM role, pg_namespace n WHERE nspname = 'auth'
    UNION ALL
    SELECT p.proowner,
           format('GRANT EXECUTE ON FUNCTION auth.uid() TO %I, "${api_role}"', current_user),
           has_function_privilege(p.oid, 'EXECUTE') AND has_function_privilege(role.api, p.oid, 'EXECUTE')
      FROM role, pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = 'auth' AND p.proname = 'uid' AND p.pronargs = 0
    UNION ALL
    SELECT owner,
           format('GRANT REFERENCES (id) ON %s TO %I', name, current_user),
           has_column_privilege(id, 'id', 'REFERENCES')
      FROM thing WHERE name IN ('auth.users', 'public.scenes')
    UNION ALL
    SELECT owner,
           format('GRANT SELECT (%s) ON %s TO "${api_role}", "${worker_role}"',
                  array_to_string(columns, ', '), name),
           (SELECT bool_and(has_column_privilege(role.api, id, col, 'SELECT')
                            AND has_column_privilege(role.worker, id, col, 'SELECT'))
              FROM unnest(columns) col)
      FROM role, thing JOIN readable USING (name)
    UNION ALL
    SELECT owner,
           format('CREATE POLICY %s ON %s FOR SELECT TO "%s" USING (%s)', policy, name, reader, rows),
           NOT rls OR EXISTS (SELECT FROM pg_policy WHERE polrelid = id AND polname = policy)
      FROM thing JOIN reading USING (name)
    UNION ALL
    SELECT owner,
           format('GRANT %I TO %I', pg_get_userbyid(owner), current_user),
           pg_has_role(owner, 'USAGE')
      FROM thing WHERE name = 'public.scene_exports'
  LOOP
    IF need.met THEN
      CONTINUE;
    ELSIF pg_has_role(need.owner, 'USAGE') THEN
      EXECUTE need.sql;
    ELSE
      left_over := left_over || format('%s; -- as %s', need.sql, pg_get_userbyid(need.owner));
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
