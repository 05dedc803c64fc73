-- One row per requested export, as the contract has it. It may stand already. The quota counts its
-- rows: who deletes a user, a video or a scene gives the quota back with the exports.
CREATE TABLE IF NOT EXISTS scene_exports (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    scene_id UUID NOT NULL REFERENCES scenes(id) ON DELETE CASCADE,
    user_id UUID NOT NULL REFERENCES auth.users(id) ON DELETE CASCADE,
    aspect_ratio_strategy TEXT NOT NULL CHECK (aspect_ratio_strategy IN ('center_crop', 'letterbox', 'smart_crop')),
    output_quality TEXT NOT NULL CHECK (output_quality IN ('high', 'medium')),
    status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
    error_message TEXT,
    storage_path TEXT,
    file_size_bytes BIGINT,
    duration_s FLOAT,
    resolution TEXT,
    created_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),
    completed_at TIMESTAMPTZ,
    expires_at TIMESTAMPTZ NOT NULL DEFAULT (NOW() + INTERVAL '24 hours')
);

CREATE INDEX IF NOT EXISTS idx_scene_exports_scene_id ON scene_exports (scene_id);
CREATE INDEX IF NOT EXISTS idx_scene_exports_user_id ON scene_exports (user_id);
CREATE INDEX IF NOT EXISTS idx_scene_exports_status ON scene_exports (status);
CREATE INDEX IF NOT EXISTS idx_scene_exports_expires_at ON scene_exports (expires_at);
CREATE INDEX IF NOT EXISTS idx_scene_exports_created_at ON scene_exports (created_at);
CREATE INDEX IF NOT EXISTS idx_scene_exports_user_created ON scene_exports (user_id, created_at);
