-- A platform with UUIDs, but columns of other names, forms and types.
CREATE SCHEMA auth;
CREATE TABLE auth.users (id uuid PRIMARY KEY);
CREATE TABLE videos (
    id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE, video_url text);
CREATE TABLE scenes (
    id uuid PRIMARY KEY, video_id uuid NOT NULL REFERENCES videos ON DELETE CASCADE,
    start_time interval, end_time interval);
