-- Undoes a creation whose message could not be sent. Not once a worker has claimed it (the message
-- had arrived after all), nor with a key: another request may have been told of it by then. One that
-- is gone was taken back: the answer to a first call may have been lost on its way.
CREATE FUNCTION take_back_scene_export(unsent_id UUID, caller_id UUID, OUT taken_back BOOLEAN)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM set_config(
      'request.jwt.claims', json_build_object('sub', caller_id, 'role', current_user)::text, true);
  DELETE FROM scene_exports
   WHERE id = unsent_id AND user_id = caller_id
     AND status = 'pending' AND attempts = 0 AND idempotency_key IS NULL;
  taken_back := FOUND OR NOT EXISTS (SELECT FROM scene_exports WHERE id = unsent_id);
END
$$;

REVOKE EXECUTE ON FUNCTION take_back_scene_export FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_back_scene_export TO "${api_role}";
