ALTER TABLE videos
    ADD COLUMN owner_id uuid GENERATED ALWAYS AS (user_id) STORED,
    ADD COLUMN storage_path text GENERATED ALWAYS AS (regexp_replace(video_url, '^s3://[^/]+/', '')) STORED;
ALTER TABLE scenes
    ADD COLUMN start_s numeric GENERATED ALWAYS AS (extract(epoch FROM start_time)) STORED,
    ADD COLUMN end_s numeric GENERATED ALWAYS AS (extract(epoch FROM end_time)) STORED;
