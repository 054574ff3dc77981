import { XmlWriter } from '@rollbook/parser-kit';
import type { SyntheticSchool } from '../../school.js';
import {
  pupilColumns,
  pupilValues,
  type SimsColumn,
  type SimsReport,
  type SimsValue,
} from './sims-reports.js';

/** Characters in a piece, about. */
const PIECE = 64 * 1024;
/** SIMS's person ids are the database's own and not the school's numbers. */
const FIRST_PERSON = 4_000;

/** A caption as an element's name, in the encoding of .NET: `Legal_x0020_Surname`. */
function elementName(caption: string): string {
  return caption.replace(
    /[^A-Za-z0-9.-]|^[0-9.-]/g,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

function textOf(value: SimsValue, { type }: SimsColumn): string {
  return type === 'dateTime' ? `${String(value)}T00:00:00` : String(value);
}

function writeSchema(writer: XmlWriter, columns: readonly (readonly [name: string, type: string])[]): void {
  writer.start('xs:schema', {
    id: 'SuperStarReport',
    xmlns: '',
    'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
    'xmlns:msdata': 'urn:schemas-microsoft-com:xml-msdata',
  });
  writer.start('xs:element', {
    name: 'SuperStarReport',
    'msdata:IsDataSet': 'true',
    'msdata:UseCurrentLocale': 'true',
  });
  writer.start('xs:complexType');
  writer.start('xs:choice', { minOccurs: '0', maxOccurs: 'unbounded' });
  writer.start('xs:element', { name: 'Record' });
  writer.start('xs:complexType');
  writer.start('xs:sequence');
  for (const [name, type] of columns)
    writer.element('xs:element', '', { name, type: `xs:${type}`, minOccurs: '0' });
  for (let i = 0; i < 7; i++) writer.end();
}

/** A report as CommandReporter writes it: a schema, then a record a row; what has no value has no element. */
export function* simsReportXml(
  report: SimsReport,
  school: SyntheticSchool,
): Generator<string, void, undefined> {
  const columns = [...pupilColumns, ...report.columns];
  const names = columns.map(({ caption }) => elementName(caption));
  const writer = new XmlWriter({ forbidden: 'replace' });
  writer.start('SuperStarReport');
  writeSchema(writer, [
    ['primary_id', 'int'],
    ...columns.map(({ type }, i) => [names[i] as string, type] as const),
  ]);
  for (const pupil of school.pupils()) {
    for (const row of report.rows(pupil)) {
      writer.start('Record');
      writer.element('primary_id', String(FIRST_PERSON + pupil.index));
      [...pupilValues(pupil), ...row].forEach((value, i) => {
        if (value !== undefined) writer.element(names[i] as string, textOf(value, columns[i] as SimsColumn));
      });
      writer.end();
      if (writer.length >= PIECE) yield writer.take();
    }
  }
  writer.end();
  yield writer.finish();
}
