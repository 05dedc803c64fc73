-- Run as the role that migrates, which owns the copies. The writers of the platform need no right on
-- them: each function runs as its owner.
CREATE FUNCTION public.copy_clip() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO auth.users (id) VALUES (md5('user ' || NEW.account_id)::uuid) ON CONFLICT DO NOTHING;
  INSERT INTO videos (id, owner_id, storage_path)
  VALUES (md5('video ' || NEW.id)::uuid, md5('user ' || NEW.account_id)::uuid, coalesce(NEW.file, ''))
  ON CONFLICT (id) DO UPDATE SET owner_id = excluded.owner_id, storage_path = excluded.storage_path;
  RETURN NULL;
END $$;

CREATE FUNCTION public.copy_moment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO scenes (id, video_id, start_s, end_s)
  VALUES (md5('scene ' || NEW.id)::uuid, md5('video ' || NEW.clip_id)::uuid,
          NEW.from_ms / 1000.0, NEW.to_ms / 1000.0)
  ON CONFLICT (id) DO UPDATE
     SET video_id = excluded.video_id, start_s = excluded.start_s, end_s = excluded.end_s;
  RETURN NULL;
END $$;

-- One for all three: the trigger says which copy goes.
CREATE FUNCTION public.drop_copy() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('DELETE FROM %s WHERE id = $1', TG_ARGV[0]) USING md5(TG_ARGV[1] || ' ' || OLD.id)::uuid;
  RETURN NULL;
END $$;

REVOKE EXECUTE ON FUNCTION public.copy_clip, public.copy_moment, public.drop_copy FROM PUBLIC;
