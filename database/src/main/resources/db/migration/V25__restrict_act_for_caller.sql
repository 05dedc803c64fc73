-- The functions that act for a caller tell row level security who it is. Only our own role may have them
-- do so: whatever rights the functions get, nobody else's session sees what a user of their choice sees.
-- Who owns the table needs no such trick, and may try the functions out.
CREATE FUNCTION act_for_caller(caller_id UUID) RETURNS VOID
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  IF current_user <> '${api_role}'
     AND NOT (SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'scene_exports'::regclass) THEN
    RAISE EXCEPTION 'Only the role ${api_role} acts for callers, and % is another.', current_user
        USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config(
      'request.jwt.claims', json_build_object('sub', caller_id, 'role', current_user)::text, true);
END
$$;

REVOKE EXECUTE ON FUNCTION act_for_caller FROM PUBLIC;
GRANT EXECUTE ON FUNCTION act_for_caller TO "${api_role}";

-- The three are as before but for that; create_scene_export follows in V26.
CREATE OR REPLACE FUNCTION get_scene_export(wanted_id UUID, caller_id UUID)
RETURNS TABLE (
    export_id UUID, scene_id UUID, user_id UUID, status TEXT, aspect_ratio_strategy TEXT,
    output_quality TEXT, storage_path TEXT, file_size_bytes BIGINT, duration_s FLOAT, resolution TEXT,
    error_message TEXT, notice TEXT, progress INT,
    created_at TIMESTAMPTZ, completed_at TIMESTAMPTZ, expires_at TIMESTAMPTZ,
    expired BOOLEAN, expires_in_s INT)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM act_for_caller(caller_id);
  RETURN QUERY
  SELECT id, scene_id, user_id, status, aspect_ratio_strategy,
         output_quality, storage_path, file_size_bytes, duration_s, resolution,
         error_message, notice, progress,
         created_at, completed_at, expires_at,
         expires_at <= now(), greatest(0, floor(extract(epoch FROM expires_at - now())))::int
    FROM scene_exports
   WHERE id = wanted_id AND user_id = caller_id AND expires_at + interval '24 hours' > now();
END
$$;

CREATE OR REPLACE FUNCTION take_back_scene_export(unsent_id UUID, caller_id UUID, OUT taken_back BOOLEAN)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM act_for_caller(caller_id);
  DELETE FROM scene_exports
   WHERE id = unsent_id AND user_id = caller_id
     AND status = 'pending' AND attempts = 0 AND idempotency_key IS NULL;
  taken_back := FOUND OR NOT EXISTS (SELECT FROM scene_exports WHERE id = unsent_id);
END
$$;
