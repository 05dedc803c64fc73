-- Tables as other people may have made them: more columns, floating point times, forced row security.
CREATE SCHEMA auth;
CREATE TABLE auth.users (id uuid PRIMARY KEY, email text);
CREATE TABLE public.videos (
    id uuid PRIMARY KEY, owner_id uuid NOT NULL, storage_path text NOT NULL, title text);
CREATE TABLE public.scenes (
    id uuid PRIMARY KEY, video_id uuid NOT NULL REFERENCES public.videos ON DELETE CASCADE,
    start_s double precision, end_s double precision, label text);
ALTER TABLE public.videos ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.videos FORCE ROW LEVEL SECURITY;
ALTER TABLE public.scenes ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.scenes FORCE ROW LEVEL SECURITY;
REVOKE ALL ON SCHEMA auth FROM PUBLIC;
