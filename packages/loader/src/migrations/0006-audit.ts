/**
 * The audit trail. Entries are gathered in `audit_pending` and chained at the very end of their transaction, by a
 * deferred trigger: the lock that makes writers come one after another is held for the commit alone, and can't be
 * in the way of any other lock. Whoever writes the trail writes no pupil into it, but a pseudonym made with a
 * secret of the subject's own, in `audit_subject`; without the secret nobody can tell whose it was.
 */
export const audit = `
CREATE TABLE rollbook.audit (
    sequence bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    action text NOT NULL,
    actor text,
    school text COLLATE "C",
    -- pseudonyms, sorted
    subjects text[] NOT NULL,
    load_id bigint,
    details jsonb NOT NULL,
    -- the hash of the entry before; 32 zero bytes for the first
    previous bytea NOT NULL,
    hash bytea NOT NULL
);
CREATE INDEX audit_subjects ON rollbook.audit USING gin (subjects);

CREATE TABLE rollbook.audit_pending (
    pending_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    action text NOT NULL,
    actor text,
    school text COLLATE "C",
    subjects text[] NOT NULL,
    load_id bigint,
    details jsonb NOT NULL,
    -- SHA-256 of the canonical JSON of the columns above
    entry_hash bytea NOT NULL
);

CREATE TABLE rollbook.audit_subject (
    -- SHA-256 of the subject
    subject bytea PRIMARY KEY,
    secret bytea NOT NULL
);

-- that records were removed, between which loads: a file from before is then no repeat of what is there
CREATE TABLE rollbook.removal (
    -- in the order of rollbook.merged_order
    removed_order bigint PRIMARY KEY,
    -- null where it may be any
    removed_school text COLLATE "C"
);
CREATE INDEX removal_school ON rollbook.removal (removed_school, removed_order);

CREATE FUNCTION rollbook.audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    head record;
    moment timestamptz;
    number bigint;
BEGIN
    -- "roll" and "audt": see locks.ts
    PERFORM pg_advisory_xact_lock(1919904876, 1635083380);
    SELECT a.sequence, a.at, a.hash INTO head FROM rollbook.audit a ORDER BY a.sequence DESC LIMIT 1;
    number := coalesce(head.sequence, 0) + 1;
    moment := date_trunc('milliseconds', clock_timestamp());
    -- A clock that was put back doesn't make the trail run backwards.
    IF head.at > moment THEN moment := head.at; END IF;
    INSERT INTO rollbook.audit (sequence, at, action, actor, school, subjects, load_id, details, previous, hash)
    VALUES (number, moment, NEW.action, NEW.actor, NEW.school, NEW.subjects, NEW.load_id, NEW.details,
        coalesce(head.hash, decode(repeat('00', 32), 'hex')),
        sha256(coalesce(head.hash, decode(repeat('00', 32), 'hex')) || int8send(number)
            || convert_to(to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'UTF8')
            || NEW.entry_hash));
    DELETE FROM rollbook.audit_pending WHERE pending_id = NEW.pending_id;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_chain AFTER INSERT ON rollbook.audit_pending
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rollbook.audit_chain();

CREATE FUNCTION rollbook.audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is only added to.' USING ERRCODE = '55000';
END $$;
CREATE TRIGGER audit_rows BEFORE UPDATE OR DELETE ON rollbook.audit
    FOR EACH ROW EXECUTE FUNCTION rollbook.audit_refuse();
CREATE TRIGGER audit_whole BEFORE TRUNCATE ON rollbook.audit
    FOR EACH STATEMENT EXECUTE FUNCTION rollbook.audit_refuse();
ALTER TABLE rollbook.audit ENABLE ALWAYS TRIGGER audit_rows;
ALTER TABLE rollbook.audit ENABLE ALWAYS TRIGGER audit_whole;
ALTER TABLE rollbook.audit_pending ENABLE ALWAYS TRIGGER audit_chain;

DO $$
BEGIN
    -- On a server whose roles were made before this migration; see sql/roles.sql.
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'rollbook_loader') THEN
        REVOKE UPDATE, DELETE, TRUNCATE ON rollbook.audit FROM rollbook_loader;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'rollbook_reader') THEN
        REVOKE ALL ON rollbook.audit_subject, rollbook.audit_pending FROM rollbook_reader;
    END IF;
END $$;
`;
