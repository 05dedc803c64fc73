-- ${users} users who were at their limit of 10 a day for two days, evenly over the day, and ${free}
-- who have made nothing. Rows come in the order of time, as they do in life. The cleanup last ran
-- an hour ago: it is behind by an hour's files and, an hour before they are due, an hour's rows.
SET session_replication_role = replica;

INSERT INTO auth.users (id)
SELECT md5('user ' || n)::uuid FROM generate_series(1, ${users} + ${free}) n;

INSERT INTO videos (id, owner_id, storage_path)
SELECT md5('video ' || n)::uuid, md5('user ' || n)::uuid, 'videos/' || n || '.mp4'
  FROM generate_series(1, ${users} + ${free}) n;

INSERT INTO scenes (id, video_id, start_s, end_s)
SELECT md5('scene ' || n)::uuid, md5('video ' || n)::uuid, 12.5, 57
  FROM generate_series(1, ${users} + ${free}) n;

INSERT INTO scene_exports (
    id, scene_id, user_id, aspect_ratio_strategy, output_quality, idempotency_key, status,
    error_message, storage_path, file_size_bytes, duration_s, resolution,
    created_at, completed_at, expires_at, deadline_at,
    scene_start_s, scene_end_s, source_path, claim_token, lease_until, attempts, progress,
    file_deleted_at)
SELECT id, md5('scene ' || n)::uuid, user_id, 'center_crop', 'high', 'key ' || n || ' ' || k, status,
       CASE status WHEN 'failed' THEN 'This video can''t be read. Please upload it again.' END,
       CASE status WHEN 'completed' THEN 'exports/' || user_id || '/' || id || '.mp4' END,
       CASE status WHEN 'completed' THEN 30000000 END,
       CASE status WHEN 'completed' THEN 44.5 END,
       CASE status WHEN 'completed' THEN '1080x1920' END,
       created_at,
       CASE WHEN status IN ('completed', 'failed') THEN created_at + interval '90 seconds' END,
       created_at + interval '24 hours',
       created_at + interval '2 hours',
       12.5, 57, 'videos/' || n || '.mp4',
       CASE WHEN status <> 'pending' THEN gen_random_uuid() END,
       CASE WHEN status = 'processing' THEN CASE WHEN age < 90 THEN now() + interval '1 hour' ELSE now() END END,
       CASE status WHEN 'pending' THEN 0 ELSE 1 END,
       CASE status WHEN 'completed' THEN 100 ELSE 0 END,
       CASE WHEN age >= 25 * 3600 THEN created_at + interval '25 hours' END
  FROM (SELECT n, k, age, gen_random_uuid() AS id, md5('user ' || n)::uuid AS user_id,
               date_trunc('second', now()) - make_interval(secs => age) AS created_at,
               CASE WHEN age < 30 THEN 'pending'
                    WHEN age < 90 THEN 'processing'
                    -- Their workers are gone.
                    WHEN age < 3600 AND mod(n, 40) = 0 THEN 'processing'
                    WHEN mod(n + 31 * k, 70) = 0 THEN 'failed'
                    ELSE 'completed' END AS status
          FROM generate_series(1, ${users}) n, generate_series(0, 19) k,
               LATERAL (SELECT k * 8640 + mod(n * 7919, 8640) AS age)) made
 ORDER BY created_at;

-- The floor of an insert: a table with a key and nothing else.
CREATE TABLE bare (id uuid PRIMARY KEY);
GRANT INSERT ON bare TO PUBLIC;

RESET session_replication_role;
