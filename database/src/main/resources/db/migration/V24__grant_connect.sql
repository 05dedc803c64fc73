-- As V3 does it now, for a database that our migrations came to before: where everybody has lost the
-- right to connect, our roles need it of their own.
DO $$
DECLARE
  theirs record;
BEGIN
  SELECT datdba AS owner,
         format('GRANT CONNECT ON DATABASE %I TO %s;', current_database(), string_agg(role.oid::regrole::text, ', '))
             AS sql
    INTO theirs
    FROM pg_database d, pg_roles role
   WHERE datname = current_database() AND rolname IN ('${api_role}', '${worker_role}')
     AND NOT has_database_privilege(role.oid, d.oid, 'CONNECT')
   GROUP BY datdba;
  IF NOT pg_has_role(theirs.owner, 'USAGE') THEN
    RAISE EXCEPTION E'% is no member of %, who owns the database. Let it run this, then migrate again:\n%',
        current_user, theirs.owner::regrole, theirs.sql;
  ELSIF theirs.sql IS NOT NULL THEN
    EXECUTE theirs.sql;
  END IF;
END
$$;
