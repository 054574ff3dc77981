import { openSource } from '../source-open.js';
import { openWorkbook, type OpenWorkbookOptions } from './open-workbook.js';
import { makeZip, type ZipFile } from './zip.test-support.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface XlsxSketch {
  /** Content of `sheetData` of each sheet, and what stands behind it. */
  readonly sheets: readonly {
    readonly name?: string;
    readonly state?: string;
    readonly data: string;
    readonly behind?: string;
    /** Whole part, in place of `data`. */
    readonly xml?: string;
    readonly target?: string;
    readonly type?: string;
  }[];
  /** Content of `sst`. */
  readonly strings?: string;
  /** Format codes: the style of number n + 1 has the n-th. */
  readonly formats?: readonly (string | number)[];
  readonly dates1904?: boolean;
  readonly extra?: readonly ZipFile[];
}

export function xlsxParts(sketch: XlsxSketch): ZipFile[] {
  const { sheets, strings, formats = [], dates1904 = false, extra = [] } = sketch;
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const target = (i: number) => sheets[i]?.target ?? `worksheets/sheet${i + 1}.xml`;
  const codes = formats.map((code, i) =>
    typeof code === 'string' ? `<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(code)}"/>` : '',
  );
  const styles = formats.map(
    (code, i) => `<xf numFmtId="${typeof code === 'string' ? 200 + i : code}" applyNumberFormat="1"/>`,
  );
  return [
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${packages}">${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${dates1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name = `Sheet${sheets.length}`, state }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${i}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${packages}">${sheets.map(({ type = 'worksheet' }, i) => relationship(`s${i}`, type, target(i))).join('')}${relationship('y', 'styles', 'styles.xml')}${strings === undefined ? '' : relationship('t', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    },
    // A sheet with a target of its own has its part among the extra ones.
    ...sheets.flatMap(({ data, behind = '', xml, target: own }, i) =>
      own !== undefined
        ? []
        : {
            name: `xl/${target(i)}`,
            data: xml ?? `<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${behind}</worksheet>`,
          },
    ),
    {
      name: 'xl/styles.xml',
      data: `<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    },
    ...(strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', data: `<sst xmlns="${main}">${strings}</sst>` }]),
    ...extra,
  ];
}

export function makeXlsx(sketch: XlsxSketch): Buffer {
  return makeZip(xlsxParts(sketch));
}

export const odsNamespaces = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** `tables` stands in `office:spreadsheet`, `styles` in the automatic styles. */
export function makeOds(tables: string, styles = '', extra: readonly ZipFile[] = []): Buffer {
  const calcext = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"';
  return makeZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    {
      name: 'content.xml',
      data: `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${odsNamespaces} ${calcext}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
    ...extra,
  ]);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

export interface ReadSheet {
  readonly rows: string[][];
  readonly at: number[];
  readonly types: string[];
}

export async function readSheet(
  bytes: Uint8Array,
  index = 0,
  options: OpenWorkbookOptions = {},
): Promise<ReadSheet> {
  const workbook = await openWorkbook(await openSource(bytes), options);
  const all: ReadSheet = { rows: [], at: [], types: [] };
  for await (const batch of workbook.rows(index)) {
    all.rows.push(...batch.rows.map((row) => [...row]));
    all.at.push(...batch.at);
    all.types.push(...(batch.types ?? []));
  }
  workbook.close();
  return all;
}
