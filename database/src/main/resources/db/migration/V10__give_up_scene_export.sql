-- When to give up on an export that nobody holds, and what its user is told. Whoever meets one
-- fails it: a claim, the sweep, a dead letter. The two sentences stand only here.
CREATE FUNCTION reason_to_give_up(export scene_exports, max_attempts INT) RETURNS TEXT
LANGUAGE sql STABLE
RETURN CASE
    WHEN export.status NOT IN ('pending', 'processing') OR export.lease_until > now() THEN NULL
    WHEN export.attempts >= max_attempts
      THEN 'We could not make this short, although we tried several times. Please create a new export.'
    WHEN export.deadline_at <= now()
      THEN 'We were too busy to make this short in time. Please create a new export.' END;

-- What becomes of an export that could be neither claimed nor queued again: 'failed' by this call;
-- 'held', which is also what one is that was let go in this very moment: ask again; or 'nothing_to_do'.
CREATE FUNCTION give_up_scene_export(seen_id UUID, max_attempts INT, OUT outcome TEXT)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE scene_exports e
     SET status = 'failed', error_message = reason_to_give_up(e, max_attempts),
         completed_at = date_trunc('second', now()), lease_until = NULL
   WHERE id = seen_id AND expires_at > now() AND reason_to_give_up(e, max_attempts) IS NOT NULL;
  outcome := CASE
      WHEN FOUND THEN 'failed'
      WHEN EXISTS (
          SELECT FROM scene_exports
           WHERE id = seen_id AND expires_at > now() AND status IN ('pending', 'processing')) THEN 'held'
      ELSE 'nothing_to_do' END;
END
$$;

REVOKE EXECUTE ON FUNCTION reason_to_give_up, give_up_scene_export FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reason_to_give_up, give_up_scene_export TO "${worker_role}";
