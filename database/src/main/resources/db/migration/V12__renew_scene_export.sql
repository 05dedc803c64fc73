-- A worker says that it is still at it, and how far. One that is late still holds its export as long
-- as nobody else has claimed it.
CREATE FUNCTION renew_scene_export(held_id UUID, token UUID, lease_s INT, percent INT, OUT held BOOLEAN)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE scene_exports
     SET lease_until = now() + make_interval(secs => lease_s),
         progress = greatest(progress, least(percent, 100))
   WHERE id = held_id AND status = 'processing' AND claim_token = token AND lease_until IS NOT NULL;
  held := FOUND;
END
$$;

REVOKE EXECUTE ON FUNCTION renew_scene_export FROM PUBLIC;
GRANT EXECUTE ON FUNCTION renew_scene_export TO "${worker_role}";
