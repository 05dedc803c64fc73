CREATE FUNCTION public.copy_video() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO auth.users (id) VALUES (md5('user ' || NEW.user_id)::uuid) ON CONFLICT DO NOTHING;
  INSERT INTO videos (id, owner_id, storage_path)
  VALUES (md5('video ' || NEW.id)::uuid, md5('user ' || NEW.user_id)::uuid, coalesce(NEW.s3_key, ''))
  ON CONFLICT (id) DO UPDATE SET owner_id = excluded.owner_id, storage_path = excluded.storage_path;
  RETURN NULL;
END $$;

CREATE FUNCTION public.copy_scene() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO scenes (id, video_id, start_s, end_s)
  VALUES (md5('scene ' || NEW.id)::uuid, md5('video ' || NEW.video_id)::uuid, NEW.start_ms / 1000.0, NEW.end_ms / 1000.0)
  ON CONFLICT (id) DO UPDATE
     SET video_id = excluded.video_id, start_s = excluded.start_s, end_s = excluded.end_s;
  RETURN NULL;
END $$;
