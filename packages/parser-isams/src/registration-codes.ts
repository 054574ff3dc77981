import { attendanceCodes } from '@rollbook/model';
import type { IsamsIssueCode } from './issue-catalogue.js';
import type { Lookups, RegistrationCode } from './lookups.js';
import type { IsamsMapOptions } from './options.js';

/** Day on which the regulations of 2024 came into force, and `J` became `J1`. */
const REFORM = '2024-08-19';

export type Session = 'AM' | 'PM';

export function presentCode(session: Session): string {
  return session === 'AM' ? '/' : '\\';
}

/** The DfE's code for a character on a day, or undefined when it is none of that day's. */
function codeOfDay(character: string, date: string, session: Session): string | undefined {
  if (character === '/' || character === '\\' || character === '/\\') return presentCode(session);
  if (attendanceCodes.has(character, date)) return character;
  // One character can't hold the two of the code that took its place.
  return character === 'J' && date >= REFORM ? 'J1' : undefined;
}

export interface DfeCode {
  readonly code: string;
  /** Why the code is not one of the DfE's of that day. */
  readonly problem?: IsamsIssueCode;
}

/** What the school's override says of a code, by its character or its name. */
export function overriddenCode(
  { registrationCodes }: IsamsMapOptions,
  code: RegistrationCode | undefined,
  sent: string,
  session: Session,
): string | undefined {
  if (registrationCodes === undefined) return undefined;
  for (const name of [code?.code, code?.name, sent]) {
    if (name === undefined || !Object.hasOwn(registrationCodes, name)) continue;
    const dfe = registrationCodes[name];
    if (dfe !== undefined && dfe !== '') return dfe === '/' || dfe === '\\' ? presentCode(session) : dfe;
  }
  return undefined;
}

/**
 * The DfE's code for the `Code` of a status: the school's override, else the government code that the file ties to
 * it, else the character itself where it is one of the DfE's of that day; else it is kept as sent.
 *
 * @param sent id of a registration code; a value that is no known id and no number is the character itself
 */
export function dfeCode(
  sent: string,
  day: { readonly date: string; readonly session: Session },
  lookups: Lookups,
  options: IsamsMapOptions,
): DfeCode {
  const { date, session } = day;
  const known = lookups.codes.get(sent);
  const overridden = overriddenCode(options, known, sent, session);
  if (overridden !== undefined) return { code: overridden };
  if (known === undefined && /^\d{2,}$/.test(sent))
    return { code: sent, problem: 'isams-registration-code-unknown' };
  const government = known?.governmentCode;
  if (government !== undefined) {
    const code = codeOfDay(government, date, session);
    if (code !== undefined) return { code };
  }
  const character = known?.code ?? sent;
  const code = codeOfDay(character, date, session);
  if (code !== undefined) return { code };
  return {
    code: government ?? character,
    problem: known === undefined ? 'isams-registration-code-unknown' : 'isams-registration-code-unmapped',
  };
}
