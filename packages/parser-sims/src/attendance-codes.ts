import { attendanceCodes } from '@rollbook/model';
import {
  child,
  readXmlRecords,
  type Source,
  UnreadableInputError,
  type XmlElement,
} from '@rollbook/parser-kit';
import { rootOf } from './xml/roots.js';

function text(element: XmlElement, ...names: readonly string[]): string {
  for (const name of names) {
    const value = child(element, name)?.text.trim() ?? '';
    if (value !== '') return value;
  }
  return '';
}

/**
 * A school's own attendance codes with the statutory ones, from an answer of SIMS's partner API: root `AttendanceCodes`
 * or the newer `AttendanceCodes_V2_load`. For the option `attendanceCodes` of the parser. The older answer names no
 * statutory code: of it only codes that the DfE's list has are given, each as itself. Source: docs/formats/sims.md.
 *
 * @throws UnreadableInputError `sims-root` for another file, and for what is no well-formed XML
 */
export async function readSimsAttendanceCodes(source: Source): Promise<Readonly<Record<string, string>>> {
  const codes = new Map<string, string>();
  const elements = readXmlRecords(source, {
    records: (names) => names.length === 2,
    onRoot: ({ name, line, column }) => {
      if (rootOf(name)?.kind === 'codes') return;
      throw new UnreadableInputError('sims-root', 'The file is no list of SIMS’s attendance codes.', {
        place: { line, column },
        help: 'Its root element is AttendanceCodes or AttendanceCodes_V2_load.',
      });
    },
  });
  for await (const completed of elements) {
    for (const { element } of completed) {
      const display = text(element, 'SIMS_Display_Code', 'Code');
      const statutory = text(element, 'Statutory_Return_Code');
      if (display === '') continue;
      // A code that is no longer in use may have handed its letter on; one in use comes first
      const active = !/^(?:false|0|n|no|f)$/i.test(text(element, 'Is_Active'));
      if (!active && codes.has(display)) continue;
      if (statutory !== '') codes.set(display, statutory);
      else if (attendanceCodes.has(display)) codes.set(display, display);
    }
  }
  return Object.fromEntries(codes);
}
