-- A worker lets go because we are at fault: anyone may claim it at once, unless that was its last
-- try. It stays 'processing' (a status never goes back), but without a lease, and so nobody holds it;
-- the token stays so that a repeated call gets the same answer.
CREATE FUNCTION release_scene_export(
    held_id UUID, token UUID, max_attempts INT, sentence TEXT, OUT outcome TEXT)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE scene_exports
     SET lease_until = NULL
   WHERE id = held_id AND status = 'processing' AND claim_token = token AND attempts < max_attempts;
  outcome := CASE
      WHEN FOUND THEN 'released'
      WHEN fail_scene_export(held_id, token, sentence) THEN 'failed'
      ELSE 'lost' END;
END
$$;

REVOKE EXECUTE ON FUNCTION release_scene_export FROM PUBLIC;
GRANT EXECUTE ON FUNCTION release_scene_export TO "${worker_role}";
