-- What we need of things that may be other people's: the right to read for our two roles and to
-- refer to for ourselves, and where row level security is on, a policy that lets our roles read
-- (our own SQL asks for owner_id = auth.uid()). Each need is met here if we are a member of the
-- owner's role; whatever is left stops the migration, which prints it for the owners to run.
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
               ('public.scenes', ARRAY['id', 'video_id', 'start_s', 'end_s']))

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
           format('CREATE POLICY shorts_export_reads ON %s', name)
             || ' FOR SELECT TO "${api_role}", "${worker_role}" USING (true)',
           NOT rls OR EXISTS (
               SELECT FROM pg_policy WHERE polrelid = id AND polname = 'shorts_export_reads')
      FROM thing JOIN readable USING (name)
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

  IF left_over <> '{}' THEN
    RAISE EXCEPTION
        E'% is no member of the roles that own what we need. Let them run this, then migrate again:\n%',
        current_user, array_to_string(left_over, E'\n');
  END IF;
END
$$;
