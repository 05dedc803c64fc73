-- V1, V3, V4, V5, V22 and V23 were changed before any release: V20 to V24 do what V1 to V4 no longer do,
-- V5 brings a large table along in portions, V22 and V23 lock in another order. Flyway calls this first on
-- every run: a database on which they ran as they were is told that they are the same files, so that it
-- goes on from there. FirstMigrationsTest keeps the numbers right.
--
-- Flyway stops at a migration that failed outside a transaction. Ours may be run again.
DO $$
BEGIN
  IF to_regclass('public.shorts_export_history') IS NOT NULL THEN
    UPDATE public.shorts_export_history history
       SET checksum = new
      FROM (VALUES ('1', 878339254, 1549121791),
                   ('3', -242978760, -475373758),
                   ('4', -1706053279, 402336438),
                   ('4', 299582158, 402336438),
                   ('5', -636473865, -1986822307),
                   ('22', -1508699772, -120017482),
                   ('23', -99676786, 2567889)) change (of_version, old, new)
     WHERE version = of_version AND checksum = old;
    DELETE FROM public.shorts_export_history WHERE NOT success;
  END IF;
END
$$;
