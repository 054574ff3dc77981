/** Subjects remembered for one code. */
const mostSubjects = 10_000;

/**
 * For issues that are worth saying once a file: `once(code, subject)` is true the first time that a code meets a
 * subject (a column, an element), and false after that. Make one per parse. Beyond 10,000 subjects of a code it
 * stays silent, so that a hostile file can't fill the memory.
 */
export function createIssueOnce(): (code: string, subject?: string) => boolean {
  const seen = new Map<string, Set<string>>();
  return (code, subject = '') => {
    let subjects = seen.get(code);
    if (subjects === undefined) seen.set(code, (subjects = new Set()));
    if (subjects.has(subject) || subjects.size >= mostSubjects) return false;
    subjects.add(subject);
    return true;
  };
}
