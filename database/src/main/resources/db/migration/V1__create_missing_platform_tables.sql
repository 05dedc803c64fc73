-- What this service expects to find, made only where it is missing: on an empty database all of it,
-- on one that has users, videos and scenes nothing. What we make has row level security on, for V3's
-- policies; its owner is not held by it. Existence is read from the catalog, because
-- "create … if not exists" asks for the right to create even when there is nothing to do. The comment
-- on what we make tells database/uninstall.sql that it is ours to drop.
DO $$
DECLARE
  has_users  boolean := EXISTS (SELECT FROM pg_tables WHERE schemaname = 'auth' AND tablename = 'users');
  has_uid    boolean := EXISTS (
      SELECT FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = 'auth' AND p.proname = 'uid' AND p.pronargs = 0);
  has_videos boolean := EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'videos');
  has_scenes boolean := EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'scenes');
BEGIN
  IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'auth') THEN
    CREATE SCHEMA auth;
    COMMENT ON SCHEMA auth IS 'Made by Shorts Export.';
  ELSIF NOT (has_users AND has_uid) AND NOT has_schema_privilege('auth', 'CREATE') THEN
    RAISE EXCEPTION E'The schema auth is not ours. Let its owner run this, then migrate again:\n%',
        format('GRANT USAGE, CREATE ON SCHEMA auth TO %I;', current_user);
  END IF;

  IF NOT has_users THEN
    CREATE TABLE auth.users (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid()
    );
    COMMENT ON TABLE auth.users IS 'Made by Shorts Export.';
  END IF;

  IF NOT has_videos THEN
    CREATE TABLE public.videos (
        id           UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        owner_id     UUID NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
        storage_path TEXT NOT NULL
    );
    CREATE INDEX idx_videos_owner_id ON public.videos (owner_id);
    ALTER TABLE public.videos ENABLE ROW LEVEL SECURITY;
    COMMENT ON TABLE public.videos IS 'Made by Shorts Export.';
  END IF;

  IF NOT has_scenes THEN
    CREATE TABLE public.scenes (
        id       UUID    PRIMARY KEY DEFAULT gen_random_uuid(),
        video_id UUID    NOT NULL REFERENCES public.videos (id) ON DELETE CASCADE,
        start_s  NUMERIC NOT NULL,
        end_s    NUMERIC NOT NULL
    );
    CREATE INDEX idx_scenes_video_id ON public.scenes (video_id);
    ALTER TABLE public.scenes ENABLE ROW LEVEL SECURITY;
    COMMENT ON TABLE public.scenes IS 'Made by Shorts Export.';
  END IF;

  -- Supabase's way. The nullif matters: a session that once had the setting reads '', not null.
  IF NOT has_uid THEN
    CREATE FUNCTION auth.uid() RETURNS UUID
    LANGUAGE sql STABLE
    RETURN (nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub')::uuid;
    COMMENT ON FUNCTION auth.uid() IS 'Made by Shorts Export.';
  END IF;
END
$$;
