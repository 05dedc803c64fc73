-- The contract's table, as it stood before, with an index and policies of its own.
CREATE TABLE scene_exports (
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
CREATE INDEX idx_scene_exports_status ON scene_exports (status);
ALTER TABLE scene_exports ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_exports ON scene_exports USING (auth.uid() = user_id);
