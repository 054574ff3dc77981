/** The history of issues can't be used. Its message names a file of the history's own and holds no pupil's data. */
export class IssueHistoryError extends Error {
  override readonly name = 'IssueHistoryError';
  readonly code: 'history-damaged' | 'history-unusable';
  readonly help: string;

  constructor(
    code: IssueHistoryError['code'],
    message: string,
    details: { readonly help: string; readonly cause?: unknown },
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.help = details.help;
  }
}
