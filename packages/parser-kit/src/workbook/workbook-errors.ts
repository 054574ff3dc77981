import { UnreadableInputError } from '../errors.js';

/** Every code of an error that only workbooks have, with what a person can do about it. */
export const workbookHelp = {
  'workbook-damaged':
    'The file is damaged or incomplete. Send it again, or open it in Excel or LibreOffice and save it under a new name.',
  'workbook-too-large':
    'Check where the file comes from, or raise the limit if it is right. Empty formatted rows below the data can be deleted.',
  'workbook-encrypted': 'Open it with its password, take the password off, and save it again.',
  'xls-file': 'Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) or as CSV.',
  'xlsb-file': 'Open it in Excel and save it as an Excel workbook (.xlsx), not as a binary one (.xlsb).',
  'numbers-file': 'Open it in Numbers and export it to Excel (.xlsx) or CSV.',
  'office-file': 'Send the workbook itself (.xlsx or .ods), not a document of another kind.',
  'zip-file': 'Unpack it and give the workbook inside.',
  'not-a-workbook':
    'Check that the right file was chosen. A CSV or text file is read as such, not as a workbook.',
} as const satisfies Record<string, string>;

export type WorkbookErrorCode = keyof typeof workbookHelp;

/** `message` is a whole sentence and holds nothing of the file. */
export function workbookError(
  code: WorkbookErrorCode,
  message: string,
  cause?: unknown,
): UnreadableInputError {
  return new UnreadableInputError(code, message, { help: workbookHelp[code], cause });
}

export function damaged(what: string, cause?: unknown): UnreadableInputError {
  return workbookError('workbook-damaged', `The workbook is damaged: ${what}.`, cause);
}

export function tooLarge(what: string): UnreadableInputError {
  return workbookError('workbook-too-large', `The workbook is too large: ${what}.`);
}

/** An error of the XML reader with the part that it speaks of, since lines and columns count in that part alone. */
export function inPart(label: string, error: unknown): unknown {
  if (!(error instanceof UnreadableInputError) || !/^(xml|encoding)-/.test(error.code)) return error;
  return new UnreadableInputError(error.code, `In ${label} of the workbook: ${error.message}`, {
    help: error.code === 'xml-doctype' ? error.help : workbookHelp['workbook-damaged'],
    cause: error,
  });
}
