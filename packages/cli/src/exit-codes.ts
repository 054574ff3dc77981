/** What the command says by its exit code. */
export const ExitCode = {
  /** Everything was read, and no issue is an error. */
  clean: 0,
  /** The data has issues of severity error, or records went to quarantine. */
  dataErrors: 1,
  /** The command was given wrongly: an unknown command or option, no FILE, a `--db` that can't be used. */
  usage: 2,
  /** A file is missing, damaged, cut short, or of no format that is known. */
  unreadable: 3,
  /** Rollbook itself, the disk or the database failed. 1 would say something of the data. */
  failure: 70,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
  /** Stopped by SIGTERM. */
  terminated: 143,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const worstFirst: readonly ExitCode[] = [
  ExitCode.failure,
  ExitCode.usage,
  ExitCode.unreadable,
  ExitCode.dataErrors,
];

/** The code of a command that did several files: that of the worst, where a file unread is worse than one with errors. */
export function worstOf(codes: readonly ExitCode[]): ExitCode {
  return worstFirst.find((code) => codes.includes(code)) ?? ExitCode.clean;
}
