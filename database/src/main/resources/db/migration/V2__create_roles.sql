-- The two roles that the functions log in as. Roles belong to the whole cluster, so they may be
-- there already. They have no password yet: the migrate function sets it, and never in plain text.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['${api_role}', '${worker_role}'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', name);
    ELSIF EXISTS (
        SELECT FROM pg_roles
         WHERE rolname = name
           AND (rolsuper OR rolbypassrls OR rolcreaterole OR pg_has_role(oid, current_user, 'MEMBER'))) THEN
      RAISE EXCEPTION 'The role % may do too much: row level security would not hold it.', name;
    END IF;
  END LOOP;
END
$$;
