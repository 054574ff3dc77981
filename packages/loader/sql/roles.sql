-- Least-privilege roles for a Rollbook store on a PostgreSQL server (14 or later).
--
-- Run it once in the store's database, as its owner or a superuser:
--
--   psql --set ON_ERROR_STOP=1 --dbname rollbook --file roles.sql
--
-- and give each service a login that is a member of one of the roles:
--
--   CREATE ROLE school_loads LOGIN PASSWORD '...' IN ROLE rollbook_loader;
--
-- rollbook_owner    owns the tables and brings them up to date. For the first opening and for upgrades alone, by a
--                   login that acts as the role, so that what it makes belongs to the role:
--
--                     CREATE ROLE store_admin LOGIN PASSWORD '...' IN ROLE rollbook_owner;
--                     ALTER ROLE store_admin SET role TO 'rollbook_owner';
--
-- rollbook_loader   loads files: reads and writes rows, makes temporary tables, and in the schema rollbook_stage the
--                   tables that a file waits in until it is merged. It can't change or drop any other table. Where
--                   several logins load into one store, each must act as the role too, so that one can go on with
--                   what another began:
--
--                     ALTER ROLE school_loads SET role TO 'rollbook_loader';
--
-- rollbook_reader   reads what is there: reports, other systems of the council. It sees data of pupils.
--
-- Running it again does no harm; run it once more after the first opening and after an upgrade, so that it finds the
-- tables.

DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['rollbook_owner', 'rollbook_loader', 'rollbook_reader'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', role_name);
    END IF;
  END LOOP;
  -- The database is the one that this runs in, whatever it is called.
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO rollbook_owner', current_database());
  EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO rollbook_loader', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO rollbook_reader', current_database());
END $$;

CREATE SCHEMA IF NOT EXISTS rollbook;
ALTER SCHEMA rollbook OWNER TO rollbook_owner;
REVOKE ALL ON SCHEMA rollbook FROM PUBLIC;
GRANT USAGE ON SCHEMA rollbook TO rollbook_loader, rollbook_reader;

-- Where files wait: tables come and go with each load, and belong to whoever loads. A reader has no business there.
CREATE SCHEMA IF NOT EXISTS rollbook_stage;
ALTER SCHEMA rollbook_stage OWNER TO rollbook_owner;
REVOKE ALL ON SCHEMA rollbook_stage FROM PUBLIC, rollbook_reader;
GRANT CREATE, USAGE ON SCHEMA rollbook_stage TO rollbook_loader;

-- Tables that are there already, made by whoever ran Rollbook first.
DO $$
DECLARE item record;
BEGIN
  FOR item IN
    SELECT c.oid::regclass AS name, c.relkind FROM pg_class c
    WHERE c.relnamespace = 'rollbook'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'S')
      -- The sequence of an identity column goes with its table.
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i') AND c.relkind = 'S')
  LOOP
    EXECUTE format('ALTER TABLE %s OWNER TO rollbook_owner', item.name);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA rollbook TO rollbook_loader;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA rollbook TO rollbook_loader;
GRANT SELECT ON ALL TABLES IN SCHEMA rollbook TO rollbook_reader;

-- Tables that are still to come, made by rollbook_owner in an upgrade.
ALTER DEFAULT PRIVILEGES FOR ROLE rollbook_owner IN SCHEMA rollbook
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO rollbook_loader;
ALTER DEFAULT PRIVILEGES FOR ROLE rollbook_owner IN SCHEMA rollbook GRANT USAGE ON SEQUENCES TO rollbook_loader;
ALTER DEFAULT PRIVILEGES FOR ROLE rollbook_owner IN SCHEMA rollbook GRANT SELECT ON TABLES TO rollbook_reader;

-- Which migrations a store has had is for its owner to write.
DO $$
BEGIN
  IF to_regclass('rollbook.schema_migration') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON rollbook.schema_migration FROM rollbook_loader;
  END IF;
END $$;

-- The audit trail is only added to; whose its pseudonyms are isn't for readers.
DO $$
BEGIN
  IF to_regclass('rollbook.audit') IS NOT NULL THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON rollbook.audit FROM rollbook_loader;
    REVOKE ALL ON rollbook.audit_subject, rollbook.audit_pending FROM rollbook_reader;
  END IF;
END $$;
