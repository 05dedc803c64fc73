-- The key that V4 left out, alone in its transaction since it locks the table of users. A user who goes
-- takes their exports along.
DO $$
BEGIN
  IF obj_description('public.scene_exports'::regclass, 'pg_class') = 'Made by Shorts Export.'
     AND NOT EXISTS (
         SELECT FROM pg_constraint
          WHERE conrelid = 'public.scene_exports'::regclass AND confrelid = 'auth.users'::regclass) THEN
    -- There are no rows to check yet, but with row_security off the check itself would be refused where
    -- row level security is forced.
    SET LOCAL row_security = on;
    -- Locked before scene_exports, as by a transaction that makes users or scenes and then deletes scenes:
    -- in the other order each would wait for the other. Who may only refer to it can't, and tries again.
    IF has_table_privilege('auth.users', 'UPDATE, DELETE, TRUNCATE') THEN
      LOCK TABLE auth.users IN SHARE ROW EXCLUSIVE MODE;
    END IF;
    ALTER TABLE public.scene_exports
      ADD CONSTRAINT scene_exports_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users (id) ON DELETE CASCADE;
  END IF;
END
$$;
