-- One row per requested export, as the contract has it. It may stand already. The quota counts its
-- rows: who deletes a user, a video or a scene gives the quota back with the exports.
--
-- Its keys to scenes and to auth.users follow in V22 and V23: each locks the table that it points to.
-- The comment says that the table is ours: one that stood before keeps the keys that it has, and V5
-- makes the indexes that it lacks.
DO $$
BEGIN
  IF to_regclass('public.scene_exports') IS NULL THEN
    CREATE TABLE public.scene_exports (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        scene_id UUID NOT NULL,
        user_id UUID NOT NULL,
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

    CREATE INDEX idx_scene_exports_scene_id ON public.scene_exports (scene_id);
    CREATE INDEX idx_scene_exports_user_id ON public.scene_exports (user_id);
    CREATE INDEX idx_scene_exports_status ON public.scene_exports (status);
    CREATE INDEX idx_scene_exports_expires_at ON public.scene_exports (expires_at);
    CREATE INDEX idx_scene_exports_created_at ON public.scene_exports (created_at);
    CREATE INDEX idx_scene_exports_user_created ON public.scene_exports (user_id, created_at);

    COMMENT ON TABLE public.scene_exports IS 'Made by Shorts Export.';
  END IF;
END
$$;
