-- A platform whose times are no numbers: an interval, a time of day, and text as players show it.
CREATE SCHEMA auth;
CREATE TABLE auth.users (id uuid PRIMARY KEY, handle text);
CREATE TABLE channels (id uuid PRIMARY KEY, owner_id uuid REFERENCES auth.users, name text);
CREATE TABLE videos (
    id uuid PRIMARY KEY, channel_id uuid REFERENCES channels, owner_id uuid NOT NULL REFERENCES auth.users,
    storage_path varchar(1024) NOT NULL, length interval, published_at timestamptz);
CREATE TABLE scenes (
    id uuid PRIMARY KEY, video_id uuid NOT NULL REFERENCES videos ON DELETE CASCADE, position int,
    start_s interval NOT NULL, end_s time NOT NULL, start_label text NOT NULL);
INSERT INTO auth.users VALUES ('00000000-0000-4000-8000-000000000001', 'a');
INSERT INTO videos (id, owner_id, storage_path)
VALUES ('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001', 'uploads/holiday.mp4');
INSERT INTO scenes
VALUES ('00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000003', 1,
        '01:00:12.5', '01:00:57', '01:00:12.500');
