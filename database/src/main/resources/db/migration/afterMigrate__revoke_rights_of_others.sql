-- Takes every right on our two tables and our functions from all but their owner and our two roles.
-- Default privileges may have given some: on Supabase, anon and authenticated get ALL on what its owner
-- makes in public, TRUNCATE included, which row level security doesn't hold. Flyway calls this at the
-- end of every run, so it holds for what later migrations make as well, if a function's name is added
-- here: ClosedToOthersTest fails for one that isn't.
DO $$
DECLARE
  ours CONSTANT text[] := ARRAY[
      'act_for_caller', 'claim_scene_export', 'complete_scene_export', 'create_scene_export',
      'delete_scene_exports', 'expired_scene_exports', 'fail_scene_export', 'get_scene_export',
      'give_up_scene_export', 'mark_scene_exports_deleted', 'reason_to_give_up', 'release_scene_export',
      'renew_scene_export', 'sentence_for_reason', 'settle_dead_letter', 'sweep_scene_exports',
      'take_back_scene_export'];
  revoke text;
BEGIN
  FOR revoke IN
    WITH thing (kind, name, owner, acl) AS (
        SELECT 'TABLE', c.oid::regclass::text, relowner, coalesce(relacl, acldefault('r', relowner))
          FROM pg_class c
         WHERE c.oid IN ('public.scene_exports'::regclass, 'public.shorts_export_history'::regclass)
        UNION ALL
        SELECT 'TABLE', c.oid::regclass::text, relowner, attacl
          FROM pg_class c JOIN pg_attribute a ON attrelid = c.oid
         WHERE c.oid IN ('public.scene_exports'::regclass, 'public.shorts_export_history'::regclass)
           AND attacl IS NOT NULL
        UNION ALL
        -- Of those names, what our roles may call: a function of the platform's is left alone.
        SELECT 'FUNCTION', p.oid::regprocedure::text, proowner, proacl
          FROM pg_proc p
         WHERE pronamespace = 'public'::regnamespace AND proname = ANY (ours)
           AND EXISTS (SELECT FROM aclexplode(proacl)
                        WHERE grantee IN (SELECT oid FROM pg_roles
                                           WHERE rolname IN ('${api_role}', '${worker_role}'))))
    SELECT DISTINCT format('REVOKE ALL ON %s %s FROM %s CASCADE', kind, name,
                           CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END)
      FROM thing, aclexplode(acl)
     WHERE grantee <> owner
       AND grantee NOT IN (SELECT oid FROM pg_roles WHERE rolname IN ('${api_role}', '${worker_role}'))
  LOOP
    EXECUTE revoke;
  END LOOP;

  -- Flyway reads and writes it as its owner, whom this doesn't hold.
  IF NOT (SELECT relrowsecurity FROM pg_class WHERE oid = 'public.shorts_export_history'::regclass) THEN
    ALTER TABLE public.shorts_export_history ENABLE ROW LEVEL SECURITY;
  END IF;
END
$$;
