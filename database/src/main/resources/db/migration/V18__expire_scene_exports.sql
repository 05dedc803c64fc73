-- The end of an export, in three steps of the cleanup: which files are to go (whatever the status,
-- but not under a worker's hands), that they are gone, and a day later the rows. Files are listed in
-- the order of their ids, each batch after the last id of the one before (null for the first), so
-- that files that can't be deleted don't hide the others.
CREATE FUNCTION expired_scene_exports(last_id UUID, batch INT)
RETURNS TABLE (export_id UUID, user_id UUID)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT id, user_id
    FROM scene_exports
   WHERE expires_at <= now() AND file_deleted_at IS NULL AND (lease_until > now()) IS NOT TRUE
     AND (last_id IS NULL OR id > last_id)
   ORDER BY id
   LIMIT batch;
END
$$;

-- Asks again for what made the file due: nothing is marked early, whatever ids come in.
CREATE FUNCTION mark_scene_exports_deleted(deleted_ids UUID[], OUT marked INT)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE scene_exports
     SET file_deleted_at = now()
   WHERE id = ANY (deleted_ids)
     AND expires_at <= now() AND file_deleted_at IS NULL AND (lease_until > now()) IS NOT TRUE;
  GET DIAGNOSTICS marked = ROW_COUNT;
END
$$;

CREATE FUNCTION delete_scene_exports(retention_s INT, batch INT, OUT deleted INT)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  DELETE FROM scene_exports
   WHERE id IN (
      SELECT id
        FROM scene_exports
       WHERE file_deleted_at IS NOT NULL
         AND expires_at + make_interval(secs => retention_s) <= now()
       ORDER BY expires_at
       LIMIT batch
         FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS deleted = ROW_COUNT;
END
$$;

REVOKE EXECUTE ON FUNCTION expired_scene_exports, mark_scene_exports_deleted, delete_scene_exports
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION expired_scene_exports, mark_scene_exports_deleted, delete_scene_exports
   TO "${worker_role}";
