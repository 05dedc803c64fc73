-- The cleanup of an hour reads what is kept once, and not for every batch: in a table of millions,
-- finding files by the order of ids looked at nearly all that had expired for each 500, and the last
-- batch of rows to delete at all that was kept.
--
-- There is no index of the files that are due. It would save that one reading, but file_deleted_at
-- would be part of it, and a mark could never be made within its page, without an entry in each index.

-- As before, but in the order of expiry, each batch after the last export of the one before. Should
-- that one be gone meanwhile (its user left), there is no more: the next run begins anew.
CREATE OR REPLACE FUNCTION expired_scene_exports(last_id UUID, batch INT)
RETURNS TABLE (export_id UUID, user_id UUID)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  first_id CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  last_expiry timestamptz := CASE
      WHEN last_id IS NULL THEN '-infinity'
      ELSE (SELECT expires_at FROM scene_exports WHERE id = last_id) END;
BEGIN
  RETURN QUERY
  SELECT id, user_id
    FROM scene_exports
   WHERE expires_at <= now() AND file_deleted_at IS NULL AND (lease_until > now()) IS NOT TRUE
     AND (expires_at, id) > (last_expiry, coalesce(last_id, first_id))
   ORDER BY expires_at, id
   LIMIT batch;
END
$$;

-- As before, with the time on the side of the comparison where the index helps.
CREATE OR REPLACE FUNCTION delete_scene_exports(retention_s INT, batch INT, OUT deleted INT)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  DELETE FROM scene_exports
   WHERE id IN (
      SELECT id
        FROM scene_exports
       WHERE file_deleted_at IS NOT NULL
         AND expires_at <= now() - make_interval(secs => retention_s)
       ORDER BY expires_at
       LIMIT batch
         FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS deleted = ROW_COUNT;
END
$$;
