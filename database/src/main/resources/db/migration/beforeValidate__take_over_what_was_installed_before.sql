-- V1, V3 and V4 were changed once, before any release: V20 to V24 do what they no longer do. Flyway
-- calls this first on every run: a database on which they ran as they were is told that they are the
-- same files, so that it goes on from there. FirstMigrationsTest keeps the numbers right.
DO $$
BEGIN
  IF to_regclass('public.shorts_export_history') IS NOT NULL THEN
    UPDATE public.shorts_export_history history
       SET checksum = new
      FROM (VALUES ('1', 878339254, 1549121791),
                   ('3', -242978760, -475373758),
                   ('4', -1706053279, 299582158)) change (of_version, old, new)
     WHERE version = of_version AND checksum = old;
  END IF;
END
$$;
