import { UnreadableInputError } from '@rollbook/parser-kit';

/** What to do, by words in SIMS's text about the failure; the first that fits. The text itself is never repeated. */
const CAUSES: readonly (readonly [words: RegExp, message: string, help: string])[] = [
  [
    /log.?[io]n|password|authenticat|credential|trusted/i,
    'the log-in failed',
    'Check the user that the scheduled job runs with, and its password in SIMS.',
  ],
  [
    /permission|access|rights?\b|denied|not authori[sz]ed/i,
    'the user has no right to what the report asks for',
    'Give the user the right to run the report in SIMS.',
  ],
  [
    /report.{0,80}(?:not|no |exist|find|found|unknown|invalid)|(?:find|found|unknown|invalid).{0,40}report/is,
    'the report was not found',
    'Check the name of the report, letter by letter, and that it has been imported into SIMS.',
  ],
  [
    /server|database|connect|network|sql|time.?out/i,
    'the database was not reached',
    'Check that SIMS runs, and the names of server and database in the scheduled job.',
  ],
  [/param/i, 'a parameter of the report was wrong', 'Check the parameter file of the scheduled job.'],
];

const ELEMENT = /<CommandReporterError(?:\s[^<>]*)?(?:\/>|>([^]*?)(?:<\/CommandReporterError|$))/;

/** Text of the error that stands in place of a report; undefined when a head has none. */
export function failureIn(text: string): { readonly text: string; readonly line: number } | undefined {
  const found = ELEMENT.exec(text);
  if (found === null) return undefined;
  const before = text.slice(0, found.index);
  // Only a banner and a declaration may stand before: a report may hold the words as data
  if (!/^\ufeff?[^<]*(?:<\?xml[^>]*\?>\s*)?$/.test(before)) return undefined;
  return { text: found[1] ?? '', line: before.split(/\r\n|\r|\n/).length };
}

/**
 * The one error for a report that failed. It names the kind of cause and neither server nor user, which SIMS's own
 * text may hold.
 */
export function reportFailed(text: string, line: number): UnreadableInputError {
  const cause = CAUSES.find(([words]) => words.test(text));
  const why = cause === undefined ? '' : `, it seems because ${cause[1]}`;
  const help = cause?.[2] ?? 'Run the job by hand on the school’s machine.';
  return new UnreadableInputError(
    'sims-report-failed',
    `SIMS wrote an error in place of the report${why}. The file holds no pupils.`,
    { place: { line }, help: `${help} SIMS’s own words are in the file.` },
  );
}
