-- What our functions keep beside the contract's columns, and times in whole seconds, since clients
-- see whole seconds and what they see is what we compare. Rows that stood before are brought along.

-- Forced row level security, where it is on already, would hide those rows from us; V6 forces it.
ALTER TABLE scene_exports NO FORCE ROW LEVEL SECURITY;

ALTER TABLE scene_exports
    -- What was asked for, so that the same key brings the same export, and the scene as it was then.
    ADD COLUMN idempotency_key TEXT,
    ADD COLUMN scene_start_s NUMERIC,
    ADD COLUMN scene_end_s NUMERIC,
    ADD COLUMN source_path TEXT,
    -- Who works on it: claim_token's worker, until it ends or releases it (lease_until is null) or,
    -- once lease_until has passed, another claims it.
    ADD COLUMN claim_token UUID,
    ADD COLUMN lease_until TIMESTAMPTZ,
    ADD COLUMN attempts INT NOT NULL DEFAULT 0,
    ADD COLUMN progress INT NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    ADD COLUMN notice TEXT,
    ADD COLUMN deadline_at TIMESTAMPTZ NOT NULL DEFAULT (date_trunc('second', now()) + INTERVAL '2 hours'),
    -- What sweep and cleanup have done: the last time it was queued again, and its file's end.
    ADD COLUMN swept_at TIMESTAMPTZ,
    ADD COLUMN file_deleted_at TIMESTAMPTZ,
    ALTER COLUMN created_at SET DEFAULT date_trunc('second', now()),
    ALTER COLUMN expires_at SET DEFAULT (date_trunc('second', now()) + INTERVAL '24 hours');

UPDATE scene_exports
   SET created_at = date_trunc('second', created_at),
       completed_at = date_trunc(
           'second', coalesce(completed_at, CASE WHEN status IN ('completed', 'failed') THEN created_at END)),
       error_message = coalesce(
           error_message,
           CASE WHEN status = 'failed' THEN 'We could not make this short. Please create a new export.' END),
       storage_path = coalesce(
           storage_path,
           CASE WHEN status = 'completed' THEN 'exports/' || user_id || '/' || id || '.mp4' END),
       expires_at = date_trunc('second', expires_at),
       deadline_at = date_trunc('second', created_at) + INTERVAL '2 hours';

CREATE UNIQUE INDEX idx_scene_exports_idempotency_key
    ON scene_exports (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
