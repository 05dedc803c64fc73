-- Before version 1.0.0 migrations were changed (V20 to V24 do what V1 to V4 no longer do, V5 brings a
-- large table along in portions, V22 and V23 lock in another order) and renamed. Flyway calls this first
-- on every run: a database on which they ran under their former names and checksums is told that they
-- are the same files, so that it goes on from there. FirstMigrationsTest keeps the numbers right.
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
    UPDATE public.shorts_export_history history
       SET description = new, script = format('V%s__%s.sql', of_version, replace(new, ' ', '_'))
      FROM (VALUES ('1', 'create what is expected', 'create missing platform tables'),
                   ('3', 'ask the owners', 'check platform grants'),
                   ('6', 'protect scene exports', 'enable row level security'),
                   ('20', 'let our roles read videos', 'add videos policies'),
                   ('21', 'let our roles read scenes', 'add scenes policies'),
                   ('22', 'refer to scenes', 'add foreign key to scenes'),
                   ('23', 'refer to users', 'add foreign key to users'),
                   ('24', 'let our roles connect', 'grant connect'),
                   ('25', 'act for callers as our role only', 'restrict act for caller'),
                   ('26', 'create from real times and blank paths', 'create scene export with exact times'),
                   ('27', 'claim with real times and blank paths', 'claim scene export with exact times'),
                   ('28', 'tell a missing user from a missing scene', 'create scene export user not found'))
           change (of_version, old, new)
     WHERE version = of_version AND description = old;
    DELETE FROM public.shorts_export_history WHERE NOT success;
  END IF;
END
$$;
