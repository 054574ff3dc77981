import { XmlWriter } from '@rollbook/parser-kit';
import { type NccisFileVersion, nccisFileVersion, nccisFileVersionOn } from './file-versions.js';
import { activityElements, levelOfNeed, personalDetails } from './nccis-elements.js';
import type { NccisGuarantee, NccisHeader, NccisYoungPerson } from './young-person.js';

export interface WriteNccisXmlOptions {
  /** Id of a file version; that of the period's end, or of the day of sending, when not given. */
  readonly version?: string | undefined;
}

/** Characters in one piece of output, about. */
const PIECE = 65_536;

/**
 * Writes the monthly return as pieces of XML text (to be encoded in UTF-8), with a DOCTYPE nowhere, elements in the order of the
 * schema, and nothing for what isn't there. Memory grows with one person.
 *
 * @throws RangeError for an unknown version, or a text with a character that XML forbids.
 */
export async function* writeNccisXml(
  header: NccisHeader,
  people: Iterable<NccisYoungPerson> | AsyncIterable<NccisYoungPerson>,
  options: WriteNccisXmlOptions = {},
): AsyncGenerator<string, void, undefined> {
  const version = versionOf(header, options);
  const xml = new XmlWriter();
  xml.start('NCCIS');
  writeHeader(xml, header, version);
  for await (const person of people) {
    writePerson(xml, person, version);
    if (xml.length >= PIECE) yield xml.take();
  }
  xml.end();
  yield xml.finish();
}

function versionOf(header: NccisHeader, { version }: WriteNccisXmlOptions): NccisFileVersion {
  if (version !== undefined) return nccisFileVersion(version);
  const day = [header.periodEnd, header.dateOfSend].find(
    (one) => one !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(one),
  );
  return day === undefined ? nccisFileVersion('2018-19') : nccisFileVersionOn(day);
}

function writeHeader(xml: XmlWriter, header: NccisHeader, { databaseElement }: NccisFileVersion): void {
  xml.start('FileHeader').start('Databases');
  for (const id of header.databaseIds) xml.element(databaseElement, id);
  xml.end().start('SourceLEAs');
  for (const la of header.sourceLeas) xml.element('LEACode', la);
  xml
    .end()
    .element('DateOfSend', header.dateOfSend)
    .element('PeriodEnd', header.periodEnd)
    .element('SupplierName', header.supplierName)
    .element('SupplierXMLVersion', header.supplierXmlVersion)
    .element('XMLSchemaVersion', header.xmlSchemaVersion)
    .end();
}

function writePerson(xml: XmlWriter, person: NccisYoungPerson, version: NccisFileVersion): void {
  xml.start('YoungPersonsRecord').start('PersonalDetails');
  for (const [element, field] of personalDetails) xml.element(element, person[field]);
  xml.end();
  const { guaranteeYear11, guaranteeYear12, characteristics, activity, intendedDestinationYr11 } = person;
  if (guaranteeYear11 ?? guaranteeYear12) {
    xml.start('SeptemberGuarantee');
    writeGuarantee(xml, 'Year11', guaranteeYear11);
    writeGuarantee(xml, 'Year12', guaranteeYear12);
    xml.end();
  }
  xml.start('LevelOfNeed');
  for (const [element, field] of levelOfNeed) {
    if (element !== 'SENSupportFlag' || version.senSupportFlag) xml.element(element, person[field]);
  }
  if (characteristics !== undefined && characteristics.length > 0) {
    xml.start('Characteristics');
    for (const code of characteristics) xml.element('CharacteristicCode', code);
    xml.end();
  }
  xml.end();
  if (activity) {
    xml.start('Activities').start('Cohort');
    for (const [element, field] of activityElements) xml.element(element, activity[field]);
    xml.end().end();
  }
  if (intendedDestinationYr11 !== undefined)
    xml.start('IntendedDestination').element('IntendedDestinationYr11', intendedDestinationYr11).end();
  xml.end();
}

function writeGuarantee(xml: XmlWriter, year: string, guarantee: NccisGuarantee | undefined): void {
  if (!guarantee) return;
  xml
    .start(year)
    .element('GuaranteeStatus', guarantee.guaranteeStatus)
    .element('LEACode', guarantee.leaCode)
    .end();
}
