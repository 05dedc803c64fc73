ALTER TABLE videos
    ADD owner_id uuid GENERATED ALWAYS AS (user_id) STORED,
    ADD storage_path text GENERATED ALWAYS AS (file_path) STORED;
ALTER TABLE scenes
    ADD start_s numeric GENERATED ALWAYS AS (start_time) STORED,
    ADD end_s numeric GENERATED ALWAYS AS (end_time) STORED;
