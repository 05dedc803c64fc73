-- One export, if it is the caller's. That it has expired is told for 24 hours more.
CREATE FUNCTION get_scene_export(wanted_id UUID, caller_id UUID)
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
  PERFORM set_config(
      'request.jwt.claims', json_build_object('sub', caller_id, 'role', current_user)::text, true);
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

REVOKE EXECUTE ON FUNCTION get_scene_export FROM PUBLIC;
GRANT EXECUTE ON FUNCTION get_scene_export TO "${api_role}";
