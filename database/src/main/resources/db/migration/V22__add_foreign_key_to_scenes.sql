-- The key that V4 left out, alone in its transaction since it locks scenes. A scene that goes takes its
-- exports along.
DO $$
BEGIN
  IF obj_description('public.scene_exports'::regclass, 'pg_class') = 'Made by Shorts Export.'
     AND NOT EXISTS (
         SELECT FROM pg_constraint
          WHERE conrelid = 'public.scene_exports'::regclass AND confrelid = 'public.scenes'::regclass) THEN
    -- There are no rows to check yet, but with row_security off the check itself would be refused where
    -- row level security is forced.
    SET LOCAL row_security = on;
    -- Locked before scene_exports, as by a transaction that makes users or scenes and then deletes scenes:
    -- in the other order each would wait for the other. Who may only refer to it can't, and tries again.
    IF has_table_privilege('public.scenes', 'UPDATE, DELETE, TRUNCATE') THEN
      LOCK TABLE public.scenes IN SHARE ROW EXCLUSIVE MODE;
    END IF;
    ALTER TABLE public.scene_exports
      ADD CONSTRAINT scene_exports_scene_id_fkey FOREIGN KEY (scene_id) REFERENCES public.scenes (id) ON DELETE CASCADE;
  END IF;
END
$$;
