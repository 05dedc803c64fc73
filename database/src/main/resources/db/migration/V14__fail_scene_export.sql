-- A worker found that the source is at fault: final, with a sentence for the user.
CREATE FUNCTION fail_scene_export(held_id UUID, token UUID, sentence TEXT, OUT held BOOLEAN)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE scene_exports
     SET status = 'failed', error_message = sentence,
         completed_at = date_trunc('second', now()), lease_until = NULL
   WHERE id = held_id AND status = 'processing' AND claim_token = token AND lease_until IS NOT NULL;
  held := FOUND OR EXISTS (
      SELECT FROM scene_exports WHERE id = held_id AND status = 'failed' AND claim_token = token);
END
$$;

REVOKE EXECUTE ON FUNCTION fail_scene_export FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fail_scene_export TO "${worker_role}";
