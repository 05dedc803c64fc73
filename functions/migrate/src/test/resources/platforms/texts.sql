-- A platform with text for ids, as Prisma (cuid) makes them, and users of Clerk or Auth0.
CREATE TABLE "User" (id text PRIMARY KEY, email text UNIQUE, "emailVerified" timestamp);
CREATE TABLE "Account" (id text PRIMARY KEY, "userId" text NOT NULL REFERENCES "User", provider text);
CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, migration_name varchar(255));
CREATE TABLE videos (
    id text PRIMARY KEY, owner_id text NOT NULL REFERENCES "User" ON DELETE CASCADE, title text,
    storage_path text, "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE scenes (
    id text PRIMARY KEY, video_id text NOT NULL REFERENCES videos ON DELETE CASCADE, start_s double precision,
    end_s double precision, transcript jsonb);
INSERT INTO "User" VALUES ('user_2NNEqL2nrIRdJ194ndJqAHwEfxC', 'a@example.com');
INSERT INTO videos VALUES ('clh3am8ji0000v8l3vmx2t8zr', 'user_2NNEqL2nrIRdJ194ndJqAHwEfxC', 'Holiday', 'uploads/holiday.mp4');
INSERT INTO scenes VALUES ('clh3am8jj0002v8l3d0jz5n4k', 'clh3am8ji0000v8l3vmx2t8zr', 12.5, 57);
