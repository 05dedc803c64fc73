-- A platform on Supabase's shapes whose rows belong to a user_id, and whose times are floats of other
-- names; profiles and clips stand beside.
CREATE SCHEMA auth;
CREATE TABLE auth.users (id uuid PRIMARY KEY, email text UNIQUE, created_at timestamptz DEFAULT now());
CREATE TABLE profiles (id uuid PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE, username text UNIQUE, plan text);
CREATE TABLE videos (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    title text, file_path text, duration_seconds double precision, status text DEFAULT 'uploaded',
    created_at timestamptz DEFAULT now());
CREATE TABLE scenes (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), video_id uuid NOT NULL REFERENCES videos ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE, start_time double precision, end_time double precision,
    summary text, score real);
CREATE TABLE clips (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), scene_id uuid REFERENCES scenes, user_id uuid, file_url text);
INSERT INTO auth.users VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.com');
INSERT INTO videos (id, user_id, file_path)
VALUES ('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001', 'uploads/holiday.mp4');
INSERT INTO scenes (id, video_id, user_id, start_time, end_time)
VALUES ('00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000003',
        '00000000-0000-4000-8000-000000000001', 12.5, 57);
