-- A video platform on Supabase, written for this test: profiles that a trigger on auth.users makes,
-- policies for authenticated, members of a team who see its videos.
CREATE TABLE public.profiles (
    id uuid PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE, username text UNIQUE, avatar_url text,
    updated_at timestamptz);
CREATE TABLE public.members (
    team_id uuid NOT NULL, user_id uuid NOT NULL REFERENCES public.profiles ON DELETE CASCADE,
    PRIMARY KEY (team_id, user_id));
CREATE TABLE public.videos (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), owner_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    team_id uuid, title text NOT NULL DEFAULT '', storage_path text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE public.scenes (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), video_id uuid NOT NULL REFERENCES public.videos ON DELETE CASCADE,
    label text, start_s double precision NOT NULL, end_s double precision NOT NULL);

CREATE FUNCTION public.handle_new_user() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = '' AS $$
BEGIN
  INSERT INTO public.profiles (id) VALUES (NEW.id);
  RETURN NEW;
END
$$;
CREATE TRIGGER on_auth_user_created AFTER INSERT ON auth.users
    FOR EACH ROW EXECUTE FUNCTION public.handle_new_user();

ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.videos ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.scenes ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON public.profiles FOR SELECT USING (true);
CREATE POLICY own_teams ON public.members FOR SELECT TO authenticated USING (user_id = (SELECT auth.uid()));
CREATE POLICY own_or_team ON public.videos TO authenticated
    USING (owner_id = (SELECT auth.uid())
           OR team_id IN (SELECT team_id FROM public.members WHERE user_id = (SELECT auth.uid())));
CREATE POLICY of_own_videos ON public.scenes TO authenticated
    USING (EXISTS (SELECT FROM public.videos v WHERE v.id = video_id));

INSERT INTO auth.users (id) VALUES ('00000000-0000-4000-8000-000000000001'), ('00000000-0000-4000-8000-000000000002');
INSERT INTO public.videos (id, owner_id, storage_path)
VALUES ('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001', 'uploads/holiday.mp4');
INSERT INTO public.scenes (id, video_id, start_s, end_s)
VALUES ('00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000003', 12.5, 57);
