package dev.shorts.database.driver;

import java.sql.SQLException;
import java.util.List;

/** Reads all that a migration may change in a database, with rights as they are in effect. */
public final class Catalog {

  private Catalog() {}

  /** Rows that differ if a migration or its removal left anything behind. */
  public static List<Row> of(Database database) throws SQLException {
    return database
        .superuser()
        .rows(
            """
            WITH place AS (
                SELECT oid, nspname, nspowner, nspacl FROM pg_namespace
                 WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'),
            held (what, acl) AS (
                SELECT 'schema ' || nspname, coalesce(nspacl, acldefault('n', nspowner)) FROM place
                UNION ALL
                SELECT 'database', coalesce(datacl, acldefault('d', datdba))
                  FROM pg_database WHERE datname = current_database()
                UNION ALL
                SELECT 'table ' || c.oid::regclass, coalesce(relacl, acldefault('r', relowner))
                  FROM pg_class c JOIN place ON place.oid = relnamespace WHERE relkind = 'r'
                UNION ALL
                SELECT 'function ' || p.oid::regprocedure, coalesce(proacl, acldefault('f', proowner))
                  FROM pg_proc p JOIN place ON place.oid = pronamespace
                UNION ALL
                SELECT 'column ' || attrelid::regclass || attname, attacl
                  FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN place ON place.oid = relnamespace)
            SELECT what AS name, a::text AS is FROM held, unnest(acl) a
            UNION ALL
            SELECT c.oid::regclass::text, concat(relkind, relowner::regrole, relrowsecurity, relforcerowsecurity)
              FROM pg_class c JOIN place ON place.oid = relnamespace
            UNION ALL
            SELECT attrelid::regclass || '.' || attname,
                   concat(format_type(atttypid, atttypmod), attnotnull,
                          (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef d
                            WHERE d.adrelid = attrelid AND adnum = attnum))
              FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN place ON place.oid = relnamespace
             WHERE NOT attisdropped
            UNION ALL
            SELECT p.oid::regprocedure::text, pg_get_functiondef(p.oid) || proowner::regrole
              FROM pg_proc p JOIN place ON place.oid = pronamespace
            UNION ALL
            SELECT tablename || ' ' || policyname, concat(roles, cmd, permissive, qual, with_check) FROM pg_policies
            UNION ALL
            SELECT conrelid::regclass || ' ' || conname, pg_get_constraintdef(k.oid)
              FROM pg_constraint k JOIN place ON place.oid = connamespace
            UNION ALL
            SELECT 'triggers of ' || tgrelid::regclass, count(*)::text FROM pg_trigger GROUP BY tgrelid
            UNION ALL
            SELECT 'type ' || t.oid::regtype, typowner::regrole::text
              FROM pg_type t JOIN place ON place.oid = typnamespace
            UNION ALL
            SELECT 'role ' || rolname, '' FROM pg_roles WHERE rolname LIKE 'gone-%'
            UNION ALL
            SELECT 'setting of ' || setrole, setconfig::text FROM pg_db_role_setting
             WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
            ORDER BY 1, 2
            """);
  }
}
