import { type Detection, type Head, headingKey, sniffXmlRoot, tableHeadOf } from '@rollbook/parser-kit';
import { detectTable, isStaffReport } from './detect-table.js';
import { simsHeadings } from './headings.js';
import { bannerOf } from './xml/banner.js';
import { rootOf } from './xml/roots.js';

/** Names of columns in a head: those of the schema, or of the first records' elements. */
const COLUMN = /<(?:xs:element [^>]*?name="([^"]+)"|([^\s<>/!?"'=]+)>[^<]*<\/)/g;
const MOST_NAMES = 300;

function columnsOf(text: string): Set<string> {
  const keys = new Set<string>();
  COLUMN.lastIndex = 0;
  for (let found = COLUMN.exec(text); found !== null && keys.size < MOST_NAMES; found = COLUMN.exec(text)) {
    keys.add(headingKey(found[1] ?? found[2] ?? ''));
  }
  return keys;
}

/** How sure it is that a file is of SIMS, by its first bytes. */
export function detect(head: Head): Detection | undefined {
  const text = head.text.slice(bannerOf(head.text).length);
  const name = sniffXmlRoot(text)?.name;
  if (name === undefined) {
    const table = tableHeadOf(head, simsHeadings);
    return table === undefined ? undefined : detectTable(table);
  }
  const root = rootOf(name);
  switch (root?.kind) {
    case 'report':
      return isStaffReport(columnsOf(text))
        ? { confidence: 0.2, reason: `root element ${name}, a report of SIMS on staff or timetables` }
        : { confidence: 0.95, reason: `root element ${name}, ${root.what}` };
    case 'error':
      return { confidence: 0.95, reason: `root element ${name}, a report of SIMS that failed` };
    case 'codes':
      return { confidence: 0.2, reason: `root element ${name}, a list of attendance codes without pupils` };
    default:
      return undefined;
  }
}
