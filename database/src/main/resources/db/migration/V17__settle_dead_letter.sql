-- What to do with a message that failed too often. It fails its export only when nobody holds that
-- and no try is left (or no time); otherwise the caller queues it again, and the sweep need not.
CREATE FUNCTION settle_dead_letter(dead_id UUID, max_attempts INT, OUT outcome TEXT, OUT reason TEXT, OUT attempt INT)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE scene_exports e
     SET swept_at = now()
   WHERE id = dead_id
     AND status IN ('pending', 'processing')
     AND expires_at > now()
     AND (lease_until > now()) IS NOT TRUE
     AND reason_to_give_up(e, max_attempts) IS NULL
  RETURNING 'requeue', attempts INTO outcome, attempt;
  IF NOT FOUND THEN
    SELECT g.outcome, g.reason, g.attempt INTO outcome, reason, attempt
      FROM give_up_scene_export(dead_id, max_attempts) g;
  END IF;
END
$$;

REVOKE EXECUTE ON FUNCTION settle_dead_letter FROM PUBLIC;
GRANT EXECUTE ON FUNCTION settle_dead_letter TO "${worker_role}";
