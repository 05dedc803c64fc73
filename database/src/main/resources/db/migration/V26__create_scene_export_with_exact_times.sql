-- As before, but the times of type real keep all their digits, and a path that is empty or blank is
-- none: claim_scene_export looks once more whether the video is there by then.
CREATE OR REPLACE FUNCTION create_scene_export(
    new_id UUID, caller_id UUID, wanted_scene_id UUID, strategy TEXT, quality TEXT, request_key TEXT,
    max_exports INT, window_s INT, max_scene_s NUMERIC)
RETURNS TABLE (
    outcome TEXT,
    export_id UUID, scene_id UUID, user_id UUID, status TEXT, aspect_ratio_strategy TEXT,
    output_quality TEXT, storage_path TEXT, file_size_bytes BIGINT, duration_s FLOAT, resolution TEXT,
    error_message TEXT, notice TEXT, progress INT,
    created_at TIMESTAMPTZ, completed_at TIMESTAMPTZ, expires_at TIMESTAMPTZ,
    claimed BOOLEAN,
    start_s TEXT, end_s TEXT, scene_duration_s NUMERIC,
    current_count INT, limit_resets_in_s INT, next_allowed_in_s INT)
LANGUAGE plpgsql
SET search_path = public, pg_temp
SET lock_timeout = '3s' -- one user's flood must not park everybody's connections
SET extra_float_digits = 1 -- real is read as text: below
AS $$
#variable_conflict use_column
DECLARE
  quota_window interval := make_interval(secs => window_s);
  used record;
  starts numeric;
  ends numeric;
  source text;
  export scene_exports;
  under_lock boolean;
BEGIN
  -- Under any other isolation the count after the lock would still see the world before it.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'create_scene_export needs READ COMMITTED'
        USING ERRCODE = 'invalid_transaction_state';
  END IF;
  PERFORM act_for_caller(caller_id);

  -- Everything is looked at twice: first without the lock, so that a clear refusal costs none, then
  -- under it, which is what decides. The lock is a statement of its own: the next one sees what
  -- whoever held it before has committed.
  FOREACH under_lock IN ARRAY ARRAY[false, true] LOOP
    IF under_lock THEN
      PERFORM pg_advisory_xact_lock(hashtextextended('create_scene_export ' || caller_id, 0));
    END IF;

    -- One statement, so one moment: whoever counts a request with the same key also finds it.
    SELECT count(*)::int AS exports,
           ceil(extract(epoch FROM min(created_at) + quota_window - now()))::int AS resets_in_s,
           ceil(extract(epoch FROM (array_agg(created_at ORDER BY created_at DESC))[max_exports]
                                   + quota_window - now()))::int AS next_in_s,
           (SELECT e FROM scene_exports e
             WHERE user_id = caller_id
               AND (id = new_id OR (idempotency_key = request_key AND expires_at > now()))) AS earlier
      INTO used
      FROM scene_exports
     WHERE user_id = caller_id AND created_at > now() - quota_window;

    export := used.earlier;
    IF export.id IS NOT NULL THEN
      outcome := CASE
          WHEN export.id = new_id THEN 'created'
          WHEN (export.scene_id, export.aspect_ratio_strategy, export.output_quality)
             = (wanted_scene_id, strategy, quality) THEN 'replayed'
          ELSE 'key_reused' END;
      EXIT;
    END IF;

    -- As decimals: as floats, 3 % of exact 180 s scenes are longer than 180. A real goes by its text,
    -- the shortest that is exact: its cast to numeric keeps six digits, tens of milliseconds far into
    -- a video. The cast of a double keeps 15, which takes away what adding 180 to it has left behind.
    SELECT CASE WHEN pg_typeof(s.start_s) = 'real'::regtype THEN s.start_s::text::numeric ELSE s.start_s::numeric END,
           CASE WHEN pg_typeof(s.end_s) = 'real'::regtype THEN s.end_s::text::numeric ELSE s.end_s::numeric END,
           CASE WHEN v.storage_path ~ '\S' THEN v.storage_path END
      INTO starts, ends, source
      FROM scenes s JOIN videos v ON v.id = s.video_id
     WHERE s.id = wanted_scene_id AND v.owner_id = auth.uid();
    outcome := CASE
        WHEN NOT FOUND THEN 'scene_not_found'
        -- NaN is greater than everything, Infinity included.
        WHEN (ends > starts AND ends < 'Infinity' AND starts > '-Infinity') IS NOT TRUE THEN 'scene_empty'
        WHEN ends - starts > max_scene_s THEN 'scene_too_long'
        WHEN used.exports >= max_exports THEN 'limit_exceeded' END;
    EXIT WHEN outcome IS NOT NULL;
  END LOOP;

  IF outcome IS NULL THEN
    -- A key is remembered until its export expires: if an export still has it, that one has expired.
    UPDATE scene_exports SET idempotency_key = NULL
     WHERE user_id = caller_id AND idempotency_key = request_key;
    BEGIN
      INSERT INTO scene_exports (
          id, scene_id, user_id, aspect_ratio_strategy, output_quality, idempotency_key,
          scene_start_s, scene_end_s, source_path)
      VALUES (
          new_id, wanted_scene_id, caller_id, strategy, quality, request_key,
          starts, ends, source)
      RETURNING * INTO export;
      outcome := 'created';
      used.exports := used.exports + 1;
      used.resets_in_s := coalesce(used.resets_in_s, window_s);
    EXCEPTION WHEN foreign_key_violation THEN -- no such user, or the scene just went
      outcome := 'scene_not_found';
    END;
  END IF;

  IF outcome = 'key_reused' THEN
    export := NULL; -- it answers another request
  END IF;
  RETURN QUERY SELECT
      outcome,
      export.id, export.scene_id, export.user_id, export.status, export.aspect_ratio_strategy,
      export.output_quality, export.storage_path, export.file_size_bytes, export.duration_s,
      export.resolution, export.error_message, export.notice, export.progress,
      export.created_at, export.completed_at, export.expires_at,
      export.attempts > 0,
      starts::text, ends::text, ends - starts,
      used.exports, used.resets_in_s,
      CASE WHEN outcome = 'limit_exceeded' THEN used.next_in_s END;
END
$$;
