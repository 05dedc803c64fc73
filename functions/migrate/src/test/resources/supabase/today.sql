-- What became of such a project until 2026, written anew after github.com/supabase/auth v2.196.0
-- (migrations) and the later ones of supabase/postgres. Run as supabase_admin after early.sql.
SET ROLE supabase_auth_admin;
ALTER TABLE auth.users RENAME confirmed_at TO email_confirmed_at;
ALTER TABLE auth.users
    ADD phone text UNIQUE, ADD phone_confirmed_at timestamptz, ADD banned_until timestamptz,
    ADD confirmed_at timestamptz GENERATED ALWAYS AS (LEAST(email_confirmed_at, phone_confirmed_at)) STORED,
    ADD is_sso_user bool NOT NULL DEFAULT false, ADD deleted_at timestamptz,
    ADD is_anonymous bool NOT NULL DEFAULT false,
    DROP CONSTRAINT users_email_key;
CREATE UNIQUE INDEX users_email_partial_key ON auth.users (email) WHERE is_sso_user = false;
CREATE TABLE auth.identities (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), provider text NOT NULL, provider_id text NOT NULL,
    user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE, identity_data jsonb NOT NULL,
    UNIQUE (provider_id, provider));

CREATE OR REPLACE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''),
                  nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
CREATE OR REPLACE FUNCTION auth.role() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('request.jwt.claim.role', true), ''),
                  nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
$$;
CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('request.jwt.claim', true), ''),
                  nullif(current_setting('request.jwt.claims', true), ''))::jsonb
$$;

ALTER TABLE auth.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth.identities ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth.refresh_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth.audit_log_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth.schema_migrations ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON auth.users, auth.identities, auth.refresh_tokens TO postgres WITH GRANT OPTION;
RESET ROLE;

REVOKE CREATE ON SCHEMA auth FROM postgres;
REVOKE ALL ON auth.schema_migrations FROM postgres, dashboard_user;
