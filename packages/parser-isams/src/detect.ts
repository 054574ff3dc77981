import { type Detection, type Head, sniffXmlRoot, sniffXmlText } from '@rollbook/parser-kit';
import { registrationTable } from './read-table-items.js';
import { tableParser } from './table-parser.js';

/** The opening of a Batch API answer in JSON, with or without the key of the XML declaration. */
const batchJson = /^\s*\{\s*(?:"\?xml"\s*:\s*(?:\{[^{}]*\}|"[^"]*"|null)\s*,\s*)?"iSAMS"\s*:/;
const restArray = /"(students|absenceCodes|presentCodes|registrationPeriods|houses)"\s*:\s*\[/;
/** An error message is short, and looking through all of a head could take long. */
const ERROR_LENGTH = 4_096;
const errorJson = /^\s*\{[^{}[\]]*"MessageId"\s*:[^{}[\]]*"MessageName"\s*:/;

function detectXml(text: string): Detection | undefined {
  const root = sniffXmlRoot(text)?.name;
  if (root === undefined) return undefined;
  if (root.toLowerCase() === 'isams') return { confidence: 1, reason: 'root element iSAMS' };
  // `Message` is the root of the School Census too.
  if (root !== 'Message' || sniffXmlText(text, 'MessageName') === undefined) return undefined;
  return sniffXmlText(text, 'MessageId') === undefined
    ? undefined
    : {
        confidence: 1,
        reason: 'root element Message with MessageId and MessageName: an error message of iSAMS',
      };
}

function detectJson(text: string): Detection | undefined {
  if (batchJson.test(text)) return { confidence: 1, reason: 'JSON with the key iSAMS' };
  if (errorJson.test(text.slice(0, ERROR_LENGTH)))
    return { confidence: 0.9, reason: 'JSON of an error message of iSAMS' };
  if (!text.trimStart().startsWith('{')) return undefined;
  const list = restArray.exec(text)?.[1];
  if (list === undefined) return undefined;
  const pages = text.includes('"totalPages"') && text.includes('"pageSize"');
  const students = list === 'students' && text.includes('"schoolId"');
  if (pages)
    return { confidence: students ? 0.9 : 0.6, reason: `JSON with pages of ${list}, as of iSAMS's REST API` };
  // The counts may stand behind the list.
  return students && text.includes('"uniquePupilNumber"')
    ? { confidence: 0.7, reason: "JSON with students that have a schoolId, as of iSAMS's REST API" }
    : undefined;
}

export function detect(head: Head): Detection | undefined {
  const marked = detectXml(head.text) ?? detectJson(head.text);
  if (marked !== undefined) return marked;
  const registration = registrationTable(head);
  return registration === undefined ? tableParser.detect(head) : { confidence: 0.9, reason: registration };
}
