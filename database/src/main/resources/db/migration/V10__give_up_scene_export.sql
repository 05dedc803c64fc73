-- When to give up on an export that nobody holds: a reason for the log, or null. Whoever meets one
-- fails it: a claim, the sweep, a dead letter.
CREATE FUNCTION reason_to_give_up(export scene_exports, max_attempts INT) RETURNS TEXT
LANGUAGE sql STABLE
RETURN CASE
    WHEN export.status NOT IN ('pending', 'processing') OR export.lease_until > now() THEN NULL
    WHEN export.attempts >= max_attempts
      THEN 'GAVE_UP_TRIES'
    WHEN export.deadline_at <= now()
      THEN 'GAVE_UP_TIME' END;

-- What its user is told; the last three are of a claim.
CREATE FUNCTION sentence_for_reason(reason TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE
RETURN CASE reason
    WHEN 'GAVE_UP_TRIES'
      THEN 'We could not make this short, although we tried several times. Please create a new export.'
    WHEN 'GAVE_UP_TIME' THEN 'We were too busy to make this short in time. Please create a new export.'
    WHEN 'NO_SOURCE' THEN 'The video of this scene is not there. Please upload it again.'
    WHEN 'NO_LENGTH' THEN 'The scene has no length. Please correct it and create a new export.'
    WHEN 'NOT_OFFERED' THEN 'smart_crop is not available yet. Please use center_crop or letterbox.' END;

-- What becomes of an export that could be neither claimed nor queued again: 'failed' by this call;
-- 'held', which is also what one is that was let go in this very moment: ask again; or 'nothing_to_do'.
CREATE FUNCTION give_up_scene_export(
    seen_id UUID, max_attempts INT, OUT outcome TEXT, OUT reason TEXT, OUT attempt INT)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  seen scene_exports;
BEGIN
  SELECT * INTO seen FROM scene_exports WHERE id = seen_id AND expires_at > now() FOR UPDATE;
  attempt := seen.attempts;
  reason := reason_to_give_up(seen, max_attempts);
  outcome := CASE
      WHEN reason IS NOT NULL THEN 'failed'
      WHEN seen.status IN ('pending', 'processing') THEN 'held'
      ELSE 'nothing_to_do' END;
  IF outcome = 'failed' THEN
    UPDATE scene_exports
       SET status = 'failed', error_message = sentence_for_reason(reason),
           completed_at = date_trunc('second', now()), lease_until = NULL
     WHERE id = seen_id;
  END IF;
END
$$;

REVOKE EXECUTE ON FUNCTION reason_to_give_up, sentence_for_reason, give_up_scene_export FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reason_to_give_up, sentence_for_reason, give_up_scene_export
   TO "${worker_role}";
