-- Finds what nobody works on: a lease that ran out, a message that never came. It is to be queued
-- again (the caller sends; swept_at keeps the next sweep from sending too) or is given up on. Rows
-- that another sweep is at are skipped.
CREATE FUNCTION sweep_scene_exports(
    pending_for_s INT, queue_is_empty BOOLEAN, max_attempts INT, batch INT)
RETURNS TABLE (export_id UUID, action TEXT, reason TEXT, attempt INT)
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH abandoned AS (
      SELECT id, reason_to_give_up(e, max_attempts) AS why
        FROM scene_exports e
       WHERE status IN ('pending', 'processing')
         AND (lease_until > now()) IS NOT TRUE
         AND (reason_to_give_up(e, max_attempts) IS NOT NULL
              OR (expires_at > now()
                  AND (status = 'processing'
                       -- What still waits in the queue explains why a row is pending.
                       OR queue_is_empty AND created_at <= now() - make_interval(secs => pending_for_s))
                  AND (swept_at > now() - make_interval(secs => pending_for_s)) IS NOT TRUE))
       ORDER BY created_at
       LIMIT batch
         FOR UPDATE SKIP LOCKED),
  requeued AS (
      UPDATE scene_exports e SET swept_at = now()
        FROM abandoned a WHERE e.id = a.id AND a.why IS NULL
   RETURNING e.id, e.attempts),
  failed AS (
      UPDATE scene_exports e
         SET status = 'failed', error_message = sentence_for_reason(a.why),
             completed_at = date_trunc('second', now()), lease_until = NULL
        FROM abandoned a WHERE e.id = a.id AND a.why IS NOT NULL
   RETURNING e.id, a.why, e.attempts)
  SELECT id, 'requeue', NULL, attempts FROM requeued
  UNION ALL
  SELECT id, 'failed', why, attempts FROM failed;
END
$$;

REVOKE EXECUTE ON FUNCTION sweep_scene_exports FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sweep_scene_exports TO "${worker_role}";
