-- A platform with numbers for ids, in a schema of its own.
CREATE SCHEMA app;
CREATE TABLE app.accounts (id bigint PRIMARY KEY, name text);
CREATE TABLE app.clips (
    id bigint PRIMARY KEY, account_id bigint NOT NULL REFERENCES app.accounts ON DELETE CASCADE, file text);
CREATE TABLE app.moments (
    id bigint PRIMARY KEY, clip_id bigint NOT NULL REFERENCES app.clips ON DELETE CASCADE,
    from_ms int NOT NULL, to_ms int NOT NULL);
INSERT INTO app.accounts VALUES (1, 'before');
INSERT INTO app.clips VALUES (1, 1, 'before.mp4');
INSERT INTO app.moments VALUES (1, 1, 0, 5000);
