import { type Detection, type Head, headingKey, sniffJson, tableHeadOf } from '@rollbook/parser-kit';
import { arborHeadings } from './arbor-headings.js';
import { restHeadings } from './rest-headings.js';

const OWN = new Map([
  ['arborstudentid', 'Arbor Student ID'],
  ['arborid', 'Arbor ID'],
  ['globallyuniquestudentid', 'Globally Unique Student ID'],
  ['ncyearsfortoday', 'NC Year(s) for today'],
]);

/** What headings, as keys, say of Arbor. */
export function arborColumns(keys: ReadonlySet<string>): Detection | undefined {
  if (keys.has('applicationid') && keys.has('studentuniqueid')) {
    const marks = keys.has('rawmark') && keys.has('period') ? ', attendance' : '';
    const exclusions = keys.has('suspensionid') || keys.has('permanentexclusionid') ? ', exclusions' : '';
    return {
      confidence: 0.98,
      reason: `columns APPLICATION_ID and STUDENT_UNIQUE_ID of the BI Connector${marks}${exclusions}`,
    };
  }
  if (keys.has('studentuniqueid'))
    return { confidence: 0.8, reason: 'column STUDENT_UNIQUE_ID of the BI Connector' };
  for (const [key, name] of OWN) {
    if (keys.has(key)) return { confidence: 0.9, reason: `heading ${name} of Arbor’s reports` };
  }
  for (const key of keys) {
    if (key.endsWith('thisacademicyear'))
      return {
        confidence: 0.9,
        reason: 'a heading that ends in “this academic year”, as Arbor’s reports have',
      };
  }
  return undefined;
}

function detectJson(text: string): Detection | undefined {
  const json = sniffJson(text);
  if (json === undefined) return undefined;
  if (text.includes('"entityType"') && /"href"\s*:\s*"\/rest-v2\//.test(text.replaceAll('\\/', '/')))
    return { confidence: 0.98, reason: 'objects with entityType and an href of Arbor’s REST API' };
  const lists = [json.firstItemKeys, ...(json.lines ? [json.keys] : []), ...json.keysWithin.values()];
  for (const keys of lists) {
    const found = arborColumns(new Set(keys.map(headingKey)));
    if (found !== undefined) return { ...found, reason: `JSON: ${found.reason}` };
  }
  const entity = json.keysWithin.get('data')?.find((key) => Object.hasOwn(restHeadings, key));
  const names = /"(?:legalFirstName|displayAcademicLevel|fromDatetime)"\s*:/.exec(text);
  return entity !== undefined && names !== null
    ? { confidence: 0.7, reason: `answer of GraphQL with a list of ${entity}` }
    : undefined;
}

export function detect(head: Head): Detection | undefined {
  const json = detectJson(head.text);
  if (json !== undefined) return json;
  const table = tableHeadOf(head, arborHeadings);
  if (table === undefined) return undefined;
  const columns = arborColumns(table.keys);
  if (columns !== undefined) return columns;
  return /\barbor\b/i.test(table.text)
    ? { confidence: 0.6, reason: 'the name Arbor above the table or on a sheet' }
    : undefined;
}
