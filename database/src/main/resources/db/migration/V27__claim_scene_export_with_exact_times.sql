-- As before, but the times of type real keep all their digits (V26), and a path that is empty or blank
-- is no source: reading it would fail three times.
CREATE OR REPLACE FUNCTION claim_scene_export(
    wanted_id UUID, new_token UUID, lease_s INT, max_attempts INT,
    OUT outcome TEXT,
    OUT user_id UUID, OUT start_s NUMERIC, OUT end_s NUMERIC, OUT source_path TEXT,
    OUT aspect_ratio_strategy TEXT, OUT output_quality TEXT, OUT attempt INT,
    OUT created_at TIMESTAMPTZ, OUT expires_at TIMESTAMPTZ, OUT deadline_at TIMESTAMPTZ,
    OUT queued_for_s NUMERIC, OUT reason TEXT)
LANGUAGE plpgsql
SET search_path = public, pg_temp
SET extra_float_digits = 1 -- real is read as text: V26
AS $$
#variable_conflict use_column
BEGIN
  UPDATE scene_exports e
     SET status = 'processing',
         claim_token = new_token,
         lease_until = now() + make_interval(secs => lease_s),
         attempts = attempts + (claim_token IS DISTINCT FROM new_token)::int,
         progress = 0,
         swept_at = NULL,
         -- Only a row from before these columns has them empty; it gets the scene as it is now.
         scene_start_s = coalesce(
             scene_start_s, (
                 SELECT CASE WHEN pg_typeof(s.start_s) = 'real'::regtype
                             THEN s.start_s::text::numeric ELSE s.start_s::numeric END
                   FROM scenes s WHERE s.id = e.scene_id)),
         scene_end_s = coalesce(
             scene_end_s, (
                 SELECT CASE WHEN pg_typeof(s.end_s) = 'real'::regtype
                             THEN s.end_s::text::numeric ELSE s.end_s::numeric END
                   FROM scenes s WHERE s.id = e.scene_id)),
         source_path = coalesce(
             source_path, (SELECT v.storage_path FROM scenes s JOIN videos v ON v.id = s.video_id
                            WHERE s.id = e.scene_id))
   WHERE id = wanted_id
     AND status IN ('pending', 'processing')
     AND expires_at > now()
     AND (claim_token = new_token
          OR ((lease_until > now()) IS NOT TRUE AND reason_to_give_up(e, max_attempts) IS NULL))
  RETURNING 'claimed', user_id, scene_start_s, scene_end_s, source_path,
            aspect_ratio_strategy, output_quality, attempts, created_at, expires_at, deadline_at,
            round(extract(epoch FROM now() - created_at), 3)
       INTO outcome, user_id, start_s, end_s, source_path,
            aspect_ratio_strategy, output_quality, attempt, created_at, expires_at, deadline_at,
            queued_for_s;
  IF NOT FOUND THEN
    SELECT g.outcome, g.reason, g.attempt INTO outcome, reason, attempt
      FROM give_up_scene_export(wanted_id, max_attempts) g;
    RETURN;
  END IF;
  -- A video that was never uploaded, or a row from before this service: no try would make it.
  reason := CASE
      WHEN (source_path ~ '\S') IS NOT TRUE THEN 'NO_SOURCE'
      WHEN (end_s > start_s AND end_s < 'Infinity' AND start_s > '-Infinity') IS NOT TRUE THEN 'NO_LENGTH'
      WHEN aspect_ratio_strategy = 'smart_crop' THEN 'NOT_OFFERED' END;
  IF reason IS NOT NULL THEN
    PERFORM fail_scene_export(wanted_id, new_token, sentence_for_reason(reason));
    outcome := 'failed';
  END IF;
END
$$;
