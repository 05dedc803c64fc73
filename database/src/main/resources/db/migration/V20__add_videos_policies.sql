-- The policies that V3 speaks of, for videos alone: see there. A database from before V3 spoke of them
-- that way has none yet where row level security was off.
DO $$
DECLARE
  theirs record;
BEGIN
  SELECT relowner AS owner,
         string_agg(format('CREATE POLICY %I ON public.videos FOR SELECT TO %I USING (%s);', policy, reader, rows),
                    E'\n') AS sql
    INTO theirs
    FROM pg_class c,
         (VALUES ('shorts_export_user_reads', '${api_role}', 'owner_id = auth.uid()'),
                 ('shorts_export_worker_reads', '${worker_role}', 'true')) reading (policy, reader, rows)
   WHERE c.oid = 'public.videos'::regclass
     AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polname = policy)
   GROUP BY relowner;
  IF NOT pg_has_role(theirs.owner, 'USAGE') THEN
    RAISE EXCEPTION E'% is no member of %, who owns videos. Let it run this, then migrate again:\n%',
        current_user, theirs.owner::regrole, theirs.sql;
  ELSIF theirs.sql IS NOT NULL THEN
    EXECUTE theirs.sql;
  END IF;
END
$$;
