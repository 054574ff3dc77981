import {
  type AdmissionApplication,
  isIsoDate,
  type JsonValue,
  type Place,
  type Pupil,
} from '@rollbook/model';
import {
  elementToJson,
  type Issue,
  readXmlRecords,
  type Severity,
  type Source,
  UnreadableInputError,
  type XmlElement,
  type XmlRecord,
} from '@rollbook/parser-kit';
import { childNames, exchangeNames, exchangeRoots } from './exchange-names.js';
import { isPreferenceOrder, preferenceName } from './preference-order.js';
import { intakeOfVersion } from './series.js';

/** One application of an ADT or ASL. */
export interface ExchangeApplication {
  readonly pupil: Partial<Pick<Pupil, 'upn' | 'surname' | 'forename' | 'middleNames' | 'birthDate' | 'sex'>>;
  readonly application: Partial<
    Pick<
      AdmissionApplication,
      | 'applicationReference'
      | 'yearGroup'
      | 'receivedDate'
      | 'reason'
      | 'status'
      | 'outcome'
      | 'offerDate'
      | 'intakeYear'
    >
  >;
  /** Of an ASL: where the school ranks the child, by which criterion, and whether it is eligible. */
  readonly rank?: number;
  readonly criterion?: string;
  readonly eligibility?: string;
  /** What isn't known here, under its own name. */
  readonly extensions?: Readonly<Record<string, JsonValue>>;
}

export interface ExchangeHeader {
  readonly kind: 'ADT' | 'ASL';
  readonly version?: string;
  readonly intakeYear?: number;
  /** All of the header, as it stands. */
  readonly content: JsonValue;
}

export type ExchangeItem =
  | { readonly type: 'header'; readonly header: ExchangeHeader }
  | { readonly type: 'application'; readonly application: ExchangeApplication; readonly place: Place }
  | { readonly type: 'issue'; readonly issue: Issue };

const ISSUES = {
  'exchange-unconfirmed': {
    severity: 'info',
    message: 'The file was read by names that nobody here could check against the year’s schema.',
    help: 'Compare what was read with the file; the DfE’s schema of the year on GOV.UK settles it.',
  },
  'exchange-reference-missing': {
    severity: 'error',
    message: 'An application has no reference.',
    help: 'Ask who sent the file for one with references: nobody can say which application it is.',
  },
  'exchange-element-unknown': {
    severity: 'query',
    message: 'An element isn’t known here; it was kept under its own name.',
    help: 'Look at it in the file, and report the name.',
  },
  'exchange-preference-left-out': {
    severity: 'info',
    message: 'The order of preference was left out.',
    help: 'Nothing to do: it belongs to the home authority, and may not influence a ranking.',
  },
  'exchange-value-unreadable': {
    severity: 'query',
    message: 'A date or a rank is none; it was kept as it was sent.',
    help: 'Correct it in the system that made the file.',
  },
} as const satisfies Record<string, { severity: Severity; message: string; help: string }>;
export const exchangeIssues: Readonly<
  Record<ExchangeIssueCode, { severity: Severity; message: string; help: string }>
> = ISSUES;
export type ExchangeIssueCode = keyof typeof ISSUES;

/**
 * Reads an ADT (an authority's applicants for a school) or an ASL (the school's ranked list) tolerantly, in batches. Their element
 * tree is not public: what is an application is an element with an `ApplicationReference`, and names are those of
 * `exchangeNames`, unconfirmed. There are no writers for them: those wait for the year's XSD.
 *
 * @throws UnreadableInputError for what is no XML with such a root, has a DOCTYPE, or is damaged or cut short.
 */
export async function* readAdmissionsExchange(
  source: Source,
): AsyncGenerator<ExchangeItem[], void, undefined> {
  let kind: 'ADT' | 'ASL' = 'ADT';
  let intakeYear: number | undefined;
  const told = new Set<string>();
  let out: ExchangeItem[] = [];
  const tell = (code: ExchangeIssueCode, place: Place, field?: string, value?: string): void => {
    const key = `${code} ${field ?? ''}`;
    const isOnce = code !== 'exchange-reference-missing' && code !== 'exchange-value-unreadable';
    if (isOnce && (told.has(key) || told.size > 200)) return;
    told.add(key);
    out.push({
      type: 'issue',
      issue: { code, ...ISSUES[code], place, ...(field ? { field } : {}), ...(value ? { value } : {}) },
    });
  };
  const records = readXmlRecords(source, {
    // The header, and whatever stands in the lists beside it.
    records: (names) => (names.length === 2 ? names[1]?.toLowerCase() === 'header' : names.length === 3),
    onRoot: ({ name, line, column }) => {
      const found = exchangeRoots[name.toLowerCase()];
      if (found === undefined)
        throw new UnreadableInputError('exchange-root', 'The root element is that of no ADT or ASL.', {
          place: { line, column },
          help: 'Check that it is a file of co-ordinated admissions; an ATF is read by its own parser.',
        });
      kind = found;
      tell('exchange-unconfirmed', { line, column });
    },
  });
  for await (const completed of records) {
    for (const record of completed) {
      if (record.element.name.toLowerCase() === 'header') {
        const header = headerOf(kind, record.element);
        intakeYear = header.intakeYear;
        out.push({ type: 'header', header });
      } else out.push(applicationOf(record, intakeYear, tell));
    }
    yield out;
    out = [];
  }
  if (out.length > 0) yield out;
}

function headerOf(kind: 'ADT' | 'ASL', element: XmlElement): ExchangeHeader {
  const version = element.children.find(({ name }) => /version$/i.test(name))?.text.trim();
  const intakeYear = version === undefined ? undefined : intakeOfVersion(version);
  return {
    kind,
    ...(version ? { version } : {}),
    ...(intakeYear === undefined ? {} : { intakeYear }),
    content: elementToJson(element),
  };
}

type Tell = (code: ExchangeIssueCode, place: Place, field?: string, value?: string) => void;

function applicationOf(
  { element, path }: XmlRecord,
  intakeYear: number | undefined,
  tell: Tell,
): ExchangeItem {
  const place = { line: element.line, column: element.column, path };
  const parts: Record<'pupil' | 'application' | 'exchange', Record<string, JsonValue>> = {
    pupil: {},
    application: intakeYear === undefined ? {} : { intakeYear },
    exchange: {},
  };
  const extensions = new Map<string, JsonValue>();
  /** `own`: what stands here is the child's or the application's, and not an applicant's, a sibling's or a school's. */
  const take = (child: XmlElement, above: string, own: boolean): void => {
    const name = child.name.toLowerCase();
    const at = { line: child.line, column: child.column, path: `${path}/${above}${child.name}` };
    if (isPreferenceOrder(child)) {
      tell('exchange-preference-left-out', at, child.name);
      return;
    }
    if (child.children.length > 0) {
      const isOwn = own && childNames.has(name);
      for (const inner of child.children) take(inner, `${above}${child.name}/`, isOwn);
      attributesOf(child, above);
      if (child.text.trim() !== '') put(extensions, `${above}${child.name}/#text`, child.text.trim());
      return;
    }
    const text = child.text.trim();
    attributesOf(child, above);
    const known = own && Object.hasOwn(exchangeNames, name) ? exchangeNames[name] : undefined;
    if (known === undefined) {
      if (text === '') return;
      tell('exchange-element-unknown', at, `${above}${child.name}`);
      put(extensions, `${above}${child.name}`, text);
      return;
    }
    if (text === '') return;
    const target = parts[known.of];
    const isDate =
      known.field === 'birthDate' || known.field === 'receivedDate' || known.field === 'offerDate';
    const isNone = isDate ? !isIsoDate(text) : known.field === 'rank' && !/^[1-9]\d{0,5}$/.test(text);
    if (isNone || target[known.field] !== undefined) {
      if (isNone) tell('exchange-value-unreadable', at, child.name, text);
      put(extensions, `${above}${child.name}`, text);
    } else target[known.field] = known.field === 'rank' ? Number(text) : text;
  };
  const attributesOf = (from: XmlElement, above: string): void => {
    for (const [name, value] of Object.entries(from.attributes ?? {})) {
      if (preferenceName.test(name)) continue;
      put(extensions, `${above}${from === element ? '' : `${from.name}/`}@${name}`, value);
    }
  };
  attributesOf(element, '');
  for (const child of element.children) take(child, '', true);
  if (parts.application.applicationReference === undefined) tell('exchange-reference-missing', place);
  const application: ExchangeApplication = {
    pupil: parts.pupil,
    application: parts.application,
    ...parts.exchange,
    ...(extensions.size === 0 ? {} : { extensions: Object.fromEntries(extensions) }),
  };
  return { type: 'application', application, place };
}

/** What stands twice is kept twice. */
function put(extensions: Map<string, JsonValue>, name: string, text: string): void {
  const there = extensions.get(name);
  if (there === undefined) extensions.set(name, text);
  else extensions.set(name, [...(Array.isArray(there) ? there : [there]), text]);
}
