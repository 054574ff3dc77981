/**
 * A load as a package with states, its tables of its own while it is staged, and the order in which packages
 * were merged. Until now loads ran one at a time, so that their numbers are their order.
 */
export const loadPackages = `
ALTER TABLE rollbook.file_load DROP CONSTRAINT file_load_state_check;
UPDATE rollbook.file_load SET state = 'merged' WHERE state = 'loaded';
ALTER TABLE rollbook.file_load
    ADD CONSTRAINT file_load_state_check CHECK (state IN ('received', 'staged', 'matched', 'merged', 'failed')),
    -- as of when the file is; a file that doesn't say is as of when it came
    ADD COLUMN as_of timestamptz,
    ADD COLUMN scope text NOT NULL DEFAULT 'partial' CHECK (scope IN ('full', 'partial')),
    -- for one school, the order of commits: taken under its lock
    ADD COLUMN merged_order bigint UNIQUE,
    -- records that the store knew newer of, and records of the store that a full file left out
    ADD COLUMN outdated bigint NOT NULL DEFAULT 0 CHECK (outdated >= 0),
    ADD COLUMN closed bigint NOT NULL DEFAULT 0 CHECK (closed >= 0),
    -- staged records by kind; kept while they wait to be merged
    ADD COLUMN staged jsonb;
UPDATE rollbook.file_load SET as_of = started_at, merged_order = CASE WHEN state = 'merged' THEN load_id END;
ALTER TABLE rollbook.file_load
    ALTER COLUMN as_of SET NOT NULL,
    ADD CONSTRAINT file_load_merged_in_order CHECK ((state = 'merged') = (merged_order IS NOT NULL)),
    ADD CONSTRAINT file_load_staged_is_kept CHECK ((state IN ('staged', 'matched')) = (staged IS NOT NULL)),
    -- what isn't merged is in no count of what became of it
    ADD CONSTRAINT file_load_unmerged_is_empty CHECK (state = 'merged' OR received = 0);
CREATE INDEX file_load_unfinished ON rollbook.file_load (load_id) WHERE state IN ('received', 'staged', 'matched');
CREATE SEQUENCE rollbook.merged_order;
SELECT setval('rollbook.merged_order', (SELECT coalesce(max(load_id), 0) + 1 FROM rollbook.file_load), false);

CREATE SCHEMA IF NOT EXISTS rollbook_stage;
DO $$
BEGIN
  -- On a server whose roles were made before this migration; see sql/roles.sql.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'rollbook_loader')
    AND pg_has_role((SELECT nspowner FROM pg_namespace WHERE nspname = 'rollbook_stage'), 'USAGE')
  THEN
    REVOKE ALL ON SCHEMA rollbook_stage FROM PUBLIC;
    GRANT CREATE, USAGE ON SCHEMA rollbook_stage TO rollbook_loader;
  END IF;
END $$;
`;
