/** Entries of each kind that are remembered; a large trust has some hundred thousand users. */
const MOST = 500_000;

/** What `roles.csv` says of a user at an organisation. */
export interface RoleLink {
  readonly role: string;
  readonly org: string | undefined;
  /** First day as a pupil there. */
  readonly entryDate: string | undefined;
}

/**
 * What one file of a set needs from the others: keys of pupils, roles, schools and classes by their `sourcedId`. The
 * parser fills it and looks it up; it is empty when made.
 */
export class OneRosterLinks {
  readonly #pupils = new Map<string, string>();
  readonly #roles = new Map<string, RoleLink>();
  readonly #schools = new Map<string, string>();
  readonly #homerooms = new Map<string, string>();

  /** Key of a pupil record. */
  pupilKey(sourcedId: string): string | undefined {
    return this.#pupils.get(sourcedId);
  }

  addPupil(sourcedId: string, key: string): void {
    if (this.#pupils.size < MOST) this.#pupils.set(sourcedId, key);
  }

  role(userId: string): RoleLink | undefined {
    return this.#roles.get(userId);
  }

  /** The primary role stays, and the role of a pupil before others. */
  addRole(userId: string, link: RoleLink, isPrimary: boolean): void {
    if (this.#roles.size >= MOST || (!isPrimary && this.#roles.has(userId))) return;
    this.#roles.set(userId, link);
  }

  /** LAESTAB of an organisation. */
  school(orgId: string): string | undefined {
    return this.#schools.get(orgId);
  }

  addSchool(orgId: string, laestab: string): void {
    if (this.#schools.size < MOST) this.#schools.set(orgId, laestab);
  }

  /** Title of a class of the type `homeroom`, the nearest to a registration group. */
  homeroom(classId: string): string | undefined {
    return this.#homerooms.get(classId);
  }

  addHomeroom(classId: string, title: string): void {
    if (this.#homerooms.size < MOST) this.#homerooms.set(classId, title);
  }
}
