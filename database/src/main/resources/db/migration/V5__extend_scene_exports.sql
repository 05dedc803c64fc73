-- What our functions keep beside the contract's columns, and times in whole seconds, since clients
-- see whole seconds and what they see is what we compare. Exports that stood before are brought along.
--
-- A table of millions stays in use meanwhile. So this runs outside a transaction (see the .conf file):
-- what shuts the table to readers or writers takes a moment, and the rest locks a few pages' rows at a
-- time. It may be cut anywhere, and run again.

-- A policy that refuses us rows would keep them as they are.
DO $$
BEGIN
  IF EXISTS (
      SELECT FROM pg_policy p JOIN pg_class c ON c.oid = polrelid
       WHERE c.oid = 'scene_exports'::regclass AND relforcerowsecurity AND NOT polpermissive
         AND EXISTS (SELECT FROM unnest(polroles) role WHERE role = 0 OR pg_has_role(role, 'USAGE'))) THEN
    RAISE EXCEPTION E'A RESTRICTIVE policy on scene_exports may hide rows from %. Let its owner run this, then migrate again:\n%',
        current_user, 'ALTER TABLE scene_exports NO FORCE ROW LEVEL SECURITY;';
  END IF;
END
$$;

ALTER TABLE scene_exports
    -- What was asked for, so that the same key brings the same export, and the scene as it was then.
    ADD COLUMN IF NOT EXISTS idempotency_key TEXT,
    ADD COLUMN IF NOT EXISTS scene_start_s NUMERIC,
    ADD COLUMN IF NOT EXISTS scene_end_s NUMERIC,
    ADD COLUMN IF NOT EXISTS source_path TEXT,
    -- Who works on it: claim_token's worker, until it ends or releases it (lease_until is null) or,
    -- once lease_until has passed, another claims it.
    ADD COLUMN IF NOT EXISTS claim_token UUID,
    ADD COLUMN IF NOT EXISTS lease_until TIMESTAMPTZ,
    ADD COLUMN IF NOT EXISTS attempts INT NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS progress INT NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS notice TEXT,
    -- The epoch marks an export that stood before and was not brought along.
    ADD COLUMN IF NOT EXISTS deadline_at TIMESTAMPTZ NOT NULL DEFAULT 'epoch',
    -- What sweep and cleanup have done: the last time it was queued again, and its file's end.
    ADD COLUMN IF NOT EXISTS swept_at TIMESTAMPTZ,
    ADD COLUMN IF NOT EXISTS file_deleted_at TIMESTAMPTZ,
    ALTER COLUMN created_at SET DEFAULT date_trunc('second', now()),
    ALTER COLUMN expires_at SET DEFAULT (date_trunc('second', now()) + INTERVAL '24 hours'),
    ALTER COLUMN deadline_at SET DEFAULT (date_trunc('second', now()) + INTERVAL '2 hours'),
    -- Validated below: checking every row here would shut the table.
    DROP CONSTRAINT IF EXISTS scene_exports_progress_check,
    ADD CONSTRAINT scene_exports_progress_check CHECK (progress BETWEEN 0 AND 100) NOT VALID;

-- Where row level security is forced, it would hide the rows from us. It stays forced meanwhile, since
-- the platform may count on that.
DROP POLICY IF EXISTS shorts_export_migration ON scene_exports;
CREATE POLICY shorts_export_migration ON scene_exports TO CURRENT_USER USING (true) WITH CHECK (true);
SET row_security = on;

-- Only exports that can still be shown: the others end at the next cleanup. Rows that another session
-- holds wait for the next round: a portion that waited for them would make its own rows wait as well.
DO $$
DECLARE
  portion CONSTANT int := 32; -- pages, of some 50 rows
  page int;
BEGIN
  LOOP
    FOR page IN 0 .. pg_relation_size('scene_exports') / current_setting('block_size')::int BY portion LOOP
      UPDATE scene_exports
         SET created_at = date_trunc('second', created_at),
             completed_at = date_trunc(
                 'second', coalesce(completed_at, CASE WHEN status IN ('completed', 'failed') THEN created_at END)),
             error_message = coalesce(
                 error_message,
                 CASE WHEN status = 'failed' THEN 'We could not make this short. Please create a new export.' END),
             storage_path = coalesce(
                 storage_path,
                 CASE WHEN status = 'completed' THEN 'exports/' || user_id || '/' || id || '.mp4' END),
             expires_at = date_trunc('second', expires_at),
             deadline_at = date_trunc('second', created_at) + INTERVAL '2 hours'
       WHERE ctid = ANY (ARRAY(
           SELECT ctid FROM scene_exports
            WHERE ctid >= format('(%s,0)', page)::tid AND ctid < format('(%s,0)', page + portion)::tid
              AND deadline_at = 'epoch' AND expires_at + INTERVAL '24 hours' > now()
              FOR UPDATE SKIP LOCKED));
      COMMIT;
    END LOOP;
    EXIT WHEN NOT EXISTS (
        SELECT FROM scene_exports WHERE deadline_at = 'epoch' AND expires_at > now() - INTERVAL '24 hours');
    COMMIT;
    PERFORM pg_sleep(0.1);
  END LOOP;
END
$$;

SET row_security = off;
DROP POLICY shorts_export_migration ON scene_exports;

-- An index whose making was cut is there, and no use.
DO $$
DECLARE
  cut text;
BEGIN
  FOR cut IN
    SELECT indexrelid::regclass FROM pg_index JOIN pg_class i ON i.oid = indexrelid
     WHERE indrelid = 'scene_exports'::regclass AND NOT indisvalid AND relname LIKE 'idx\_scene\_exports\_%'
  LOOP
    EXECUTE 'DROP INDEX ' || cut;
  END LOOP;

  -- In a table of ours there is nothing to wait for.
  IF obj_description('scene_exports'::regclass, 'pg_class') = 'Made by Shorts Export.' THEN
    CREATE UNIQUE INDEX IF NOT EXISTS idx_scene_exports_idempotency_key
        ON scene_exports (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
  END IF;
END
$$;

-- From here on no reader or writer waits for us, while each index waits for every older transaction.
SELECT set_config('shorts_export.lock_timeout', current_setting('lock_timeout'), false);
SET lock_timeout = 0;

ALTER TABLE scene_exports VALIDATE CONSTRAINT scene_exports_progress_check;

CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_scene_exports_scene_id ON scene_exports (scene_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_scene_exports_user_id ON scene_exports (user_id);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_scene_exports_status ON scene_exports (status);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_scene_exports_expires_at ON scene_exports (expires_at);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_scene_exports_created_at ON scene_exports (created_at);
CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_scene_exports_user_created ON scene_exports (user_id, created_at);
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS idx_scene_exports_idempotency_key
    ON scene_exports (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

SELECT set_config('lock_timeout', current_setting('shorts_export.lock_timeout'), false);
