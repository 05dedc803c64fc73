-- What our roles need whatever the database is set to, for all: our functions are in public, and
-- create_scene_export counts under READ COMMITTED. Set after every run, since these settings are no
-- part of the database: a copy of it that was restored has lost them.
DO $$
DECLARE
  setting text;
BEGIN
  FOR setting IN
    SELECT format('ALTER ROLE %I IN DATABASE %I SET %s', rolname, current_database(), assignment)
      FROM pg_roles role,
           unnest(ARRAY['search_path=public', 'default_transaction_isolation=read committed',
                        'default_transaction_read_only=off']) wanted,
           replace(wanted, 'isolation=read committed', 'isolation=''read committed''') assignment
     WHERE rolname IN ('${api_role}', '${worker_role}')
       AND NOT EXISTS (
           SELECT FROM pg_db_role_setting
            WHERE setrole = role.oid AND wanted = ANY (setconfig)
              AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()))
  LOOP
    EXECUTE setting;
  END LOOP;
END
$$;
