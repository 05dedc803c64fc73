-- Who may touch which rows and which columns. Forced, so that not even the owner sees a row by
-- mistake: a data migration has to say so (row_security is off in Flyway's session: it fails loudly).
ALTER TABLE scene_exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE scene_exports FORCE ROW LEVEL SECURITY;

CREATE POLICY shorts_export_user_selects ON scene_exports FOR SELECT TO "${api_role}"
    USING (auth.uid() = user_id);
CREATE POLICY shorts_export_user_inserts ON scene_exports FOR INSERT TO "${api_role}"
    WITH CHECK (auth.uid() = user_id);
CREATE POLICY shorts_export_user_updates ON scene_exports FOR UPDATE TO "${api_role}"
    USING (auth.uid() = user_id) WITH CHECK (auth.uid() = user_id);
CREATE POLICY shorts_export_user_deletes ON scene_exports FOR DELETE TO "${api_role}"
    USING (auth.uid() = user_id);
CREATE POLICY shorts_export_worker_works ON scene_exports FOR ALL TO "${worker_role}"
    USING (true) WITH CHECK (true);

-- The API's role sets neither state nor times (the quota counts them): those come from the defaults.
GRANT SELECT, DELETE,
      INSERT (id, scene_id, user_id, aspect_ratio_strategy, output_quality, idempotency_key,
              scene_start_s, scene_end_s, source_path),
      UPDATE (idempotency_key)
   ON scene_exports TO "${api_role}";

-- The worker's role makes no rows and gives none to another user.
GRANT SELECT, DELETE,
      UPDATE (status, error_message, storage_path, file_size_bytes, duration_s, resolution,
              completed_at, scene_start_s, scene_end_s, source_path, claim_token, lease_until,
              attempts, progress, notice, swept_at, file_deleted_at)
   ON scene_exports TO "${worker_role}";
