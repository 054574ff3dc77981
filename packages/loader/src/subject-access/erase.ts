import { forgetPseudonyms, identitiesOf, makePseudonyms } from '../audit/pseudonyms.js';
import { writeAudit } from '../audit/write-audit.js';
import { LoaderError } from '../errors.js';
import { lockMatching, lockSchools } from '../locks.js';
import type { Store, StoreSession } from '../store.js';
import { decodeText } from '../store-text.js';
import { erasePlaces } from './erase-places.js';
import { findSubject, type Subject, type SubjectSelector } from './find-subject.js';

export interface EraseOptions {
  /** Who erases. */
  readonly by: string;
  /** Why, for the audit trail: never a name or another datum of the child. */
  readonly reason: string;
  /** Says what would go, and changes nothing. */
  readonly dryRun?: boolean;
}

export interface Erasure {
  readonly dryRun: boolean;
  readonly pupils: readonly { readonly school: string | null; readonly key: string }[];
  /** Pupils that share a UPN with the child and not its date of birth: left alone. */
  readonly alike: readonly { readonly school: string | null; readonly key: string }[];
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /**
   * What the audit trail called the child, and the secrets that were erased with it. Whoever keeps them can show that
   * the entry of the erasure was about this child: the pseudonym is the HMAC-SHA-256 of `pupil`, school and key, or
   * `person` and id, each on a line of its own. Empty for a dry run.
   */
  readonly receipt: readonly { readonly pseudonym: string; readonly secret: string }[];
}

/**
 * Erases one child: its pupils at all schools with every record, version, held value, conflict, quarantined record,
 * issue and link, in one transaction. The ledger's counts stay, and the audit trail, in which nobody can tell any more
 * who it was. Its schools may send the child again: that is a new processing, which Rollbook doesn't stop.
 *
 * @throws LoaderError `invalid-decision` without a name or a reason, `unknown-subject`, `ambiguous-subject`,
 *   `loads-unfinished` when files of its schools wait to be merged, which may bring it again: `resume` first.
 */
export async function erase(
  store: Store,
  selector: SubjectSelector,
  { by, reason, dryRun = false }: EraseOptions,
): Promise<Erasure> {
  if (by.trim() === '' || reason.trim() === '')
    throw new LoaderError('invalid-decision', 'An erasure needs the name of who orders it, and a reason.');
  const undone = new Undone();
  try {
    return await store.transaction(async (session) => {
      await lockMatching(session);
      const subject = await findSubject(session, selector);
      const schools = [...new Set(subject.places.map(({ school }) => school))];
      await lockSchools(session, schools);
      await refuseUnfinished(session, schools);
      const { rows } = await erasePlaces(session, subject);
      const outcome = { dryRun, pupils: subject.places.map(given), alike: subject.alike.map(given), rows };
      if (dryRun) {
        undone.outcome = { ...outcome, receipt: [] };
        throw undone;
      }
      return { ...outcome, receipt: await auditErasure(session, subject, { by, reason, rows }) };
    });
  } catch (error) {
    if (error === undone && undone.outcome) return undone.outcome;
    throw error;
  }
}

/** What rolls a dry run back, so that it counts just what would go. */
class Undone extends Error {
  outcome: Erasure | undefined;
}

const given = ({ school, key }: { school: string; key: string }): { school: string | null; key: string } => ({
  school: school === '' ? null : decodeText(school),
  key: decodeText(key),
});

/** The entry bears pseudonyms whose secrets go in the same transaction. */
async function auditErasure(
  session: StoreSession,
  { places, persons }: Subject,
  { by, reason, rows }: { by: string; reason: string; rows: Readonly<Record<string, number>> },
): Promise<Erasure['receipt']> {
  const subjects = [...places, ...persons.map((personId) => ({ personId }))];
  const identities = subjects.flatMap(identitiesOf);
  await makePseudonyms(session, identities);
  await writeAudit(session, {
    action: 'erased',
    actor: by,
    subjects,
    details: { reason, pupils: places.length, rows: { ...rows } },
  });
  return forgetPseudonyms(session, identities);
}

async function refuseUnfinished(session: StoreSession, schools: readonly string[]): Promise<void> {
  const { rows } = await session.query(
    `SELECT 1 AS one FROM rollbook.file_load f JOIN rollbook.file_load_school s USING (load_id)
     WHERE f.state IN ('staged', 'matched')
       AND s.school IN (SELECT jsonb_array_elements_text($1::text::jsonb)) LIMIT 1`,
    [JSON.stringify(schools)],
  );
  if (rows.length > 0)
    throw new LoaderError(
      'loads-unfinished',
      'Files of a school of this pupil wait to be merged. Let them finish, or resume them, and erase then.',
    );
}
