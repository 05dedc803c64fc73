-- A platform with numbers for ids, as Rails, Laravel and Django make them, in the schema public.
CREATE TABLE users (id bigserial PRIMARY KEY, email text NOT NULL UNIQUE, encrypted_password text);
CREATE TABLE organizations (id bigserial PRIMARY KEY, name text);
CREATE TABLE memberships (
    id bigserial PRIMARY KEY, organization_id bigint REFERENCES organizations, user_id bigint REFERENCES users, role int);
CREATE TABLE videos (
    id bigserial PRIMARY KEY, user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE,
    organization_id bigint REFERENCES organizations, title varchar(255), s3_key varchar(255), duration_ms int,
    state int NOT NULL DEFAULT 0, created_at timestamp NOT NULL DEFAULT now());
CREATE TABLE scenes (
    id bigserial PRIMARY KEY, video_id bigint NOT NULL REFERENCES videos ON DELETE CASCADE,
    start_ms int NOT NULL, end_ms int NOT NULL, thumbnail_key varchar(255));
CREATE TABLE schema_migrations (version varchar(255) PRIMARY KEY);
INSERT INTO users VALUES (41, 'a@example.com');
INSERT INTO videos (id, user_id, s3_key) VALUES (7, 41, 'uploads/holiday.mp4');
INSERT INTO scenes VALUES (9, 7, 12500, 57000);
