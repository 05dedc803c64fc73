ALTER TABLE scene_exports ADD COLUMN mood TEXT;
