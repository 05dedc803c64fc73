-- A worker delivers. One that lost its export to another changes nothing; the same delivery told
-- twice is held both times. Past the deadline or the expiry it is still welcome: cleanup takes the
-- file of an expired one, also when it had already been there once.
CREATE FUNCTION complete_scene_export(
    held_id UUID, token UUID, file_path TEXT, size_bytes BIGINT, length_s DOUBLE PRECISION, picture TEXT,
    remark TEXT, OUT held BOOLEAN)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE scene_exports
     SET status = 'completed', storage_path = file_path, file_size_bytes = size_bytes, duration_s = length_s,
         resolution = picture, notice = remark, completed_at = date_trunc('second', now()),
         progress = 100, lease_until = NULL, file_deleted_at = NULL
   WHERE id = held_id AND status = 'processing' AND claim_token = token AND lease_until IS NOT NULL;
  held := FOUND OR EXISTS (
      SELECT FROM scene_exports WHERE id = held_id AND status = 'completed' AND claim_token = token);
END
$$;

REVOKE EXECUTE ON FUNCTION complete_scene_export FROM PUBLIC;
GRANT EXECUTE ON FUNCTION complete_scene_export TO "${worker_role}";
