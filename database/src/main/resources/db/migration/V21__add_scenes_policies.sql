-- The policies that V3 speaks of, for scenes alone: see there. In a database from before, the one for
-- the API's role looks at videos, or there is none where row level security was off.
DO $$
DECLARE
  theirs record;
BEGIN
  SELECT relowner AS owner,
         string_agg(
             CASE WHEN polname IS NULL
                  THEN format('CREATE POLICY %I ON public.scenes FOR SELECT TO %I USING (true);', policy, reader)
                  ELSE format('ALTER POLICY %I ON public.scenes USING (true);', policy) END,
             E'\n') AS sql
    INTO theirs
    FROM pg_class c CROSS JOIN
         (VALUES ('shorts_export_user_reads', '${api_role}'),
                 ('shorts_export_worker_reads', '${worker_role}')) reading (policy, reader)
         LEFT JOIN pg_policy p ON polrelid = c.oid AND polname = policy
   WHERE c.oid = 'public.scenes'::regclass
     AND pg_get_expr(polqual, polrelid) IS DISTINCT FROM 'true'
   GROUP BY relowner;
  IF NOT pg_has_role(theirs.owner, 'USAGE') THEN
    RAISE EXCEPTION E'% is no member of %, who owns scenes. Let it run this, then migrate again:\n%',
        current_user, theirs.owner::regrole, theirs.sql;
  ELSIF theirs.sql IS NOT NULL THEN
    EXECUTE theirs.sql;
  END IF;
END
$$;
