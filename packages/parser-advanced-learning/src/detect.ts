import type { TableHead } from '@rollbook/parser-kit';

export interface Found {
  readonly confidence: number;
  readonly reason: string;
}

const all = (table: TableHead, ...keys: readonly string[]): boolean =>
  keys.every((key) => table.keys.has(key));
const some = (table: TableHead, keys: readonly string[]): string | undefined =>
  keys.find((key) => table.keys.has(key));

/** Signs of other systems' exports, beside which weak signs count for nothing. */
const SIMS = ['adno', 'yeartaughtincode', 'primaryid', 'yeartaughtin'];

function writtenAs(table: TableHead, key: string): string {
  const fold = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, '');
  return table.headings.find((heading) => fold(heading) === key)?.trim() ?? key;
}

/** Names of a product in title rows, sheets and the file's name. */
function named(table: TableHead, words: RegExp): 'title' | 'file' | undefined {
  if (words.test(table.text)) return 'title';
  return table.name !== undefined && words.test(table.name.replaceAll('_', ' ')) ? 'file' : undefined;
}

function byName(table: TableHead, words: RegExp, product: string): Found | undefined {
  switch (named(table, words)) {
    case 'title':
      return { confidence: 0.8, reason: `a title row or sheet names ${product}` };
    case 'file':
      return { confidence: 0.4, reason: `common headings in a file whose name holds ${product}` };
    default:
      return undefined;
  }
}

const CMIS_ALONE = ['stusex', 'calledname', 'conpriority', 'criteriadata', 'dattr'];

function cmisSign(table: TableHead): Found | undefined {
  const pupil = some(table, ['studentid', 'stuid']);
  const set = some(table, ['setid', 'classgroupid']);
  if (pupil !== undefined && set !== undefined) {
    const reason = `headings ${writtenAs(table, set)} and ${writtenAs(table, pupil)}, columns of CMIS`;
    return { confidence: 0.95, reason };
  }
  const beside = some(table, ['uniquenum', 'stagecode']);
  if (pupil !== undefined && beside !== undefined) {
    const reason = `headings ${writtenAs(table, pupil)} and ${writtenAs(table, beside)}, columns of CMIS`;
    return { confidence: 0.9, reason };
  }
  if (all(table, 'uniquenum', 'courseyear'))
    return { confidence: 0.95, reason: 'headings UniqueNum and CourseYear, columns of CMIS' };
  const alone = some(table, CMIS_ALONE);
  return alone === undefined
    ? undefined
    : { confidence: 0.9, reason: `heading ${writtenAs(table, alone)}, a column of CMIS` };
}

export function detectCmis(table: TableHead): Found | undefined {
  const sign = cmisSign(table);
  if (sign !== undefined) return sign;
  if (some(table, SIMS) !== undefined || progressoSign(table) !== undefined) return undefined;
  return byName(table, /\b(?:CMIS|Serco|ePortal|Facility)\b/i, 'CMIS, Facility, ePortal or Serco');
}

/** Headings that no other system is known to have, most of them misspelt. */
const PROGRESSO_ALONE = [
  'enrolementstatus',
  'presentincludinglate',
  'rollcallsessionstart',
  'rollcallsession',
  'provisiontypecode',
  'coutnryofuk',
  'vaulepoints',
  'majorneedcode',
  'governorreviewresultcode',
];
const PROGRESSO_WITH_LEARNER = [
  'reggroup',
  'reggroupcode',
  'academichouse',
  'ncyear',
  'legalsurname',
  'contactid',
];

function progressoSign(table: TableHead): Found | undefined {
  const learner = some(table, ['learnercode', 'learnerid']);
  const alone = some(table, PROGRESSO_ALONE);
  if (alone !== undefined) {
    const reason = `heading ${writtenAs(table, alone)}, a name of Progresso’s API`;
    return { confidence: learner === undefined ? 0.85 : 0.95, reason };
  }
  if (learner === undefined) return undefined;
  const beside = some(table, PROGRESSO_WITH_LEARNER);
  const name = writtenAs(table, learner);
  if (beside !== undefined)
    return { confidence: 0.9, reason: `headings ${name} and ${writtenAs(table, beside)}` };
  return table.keys.has('upn')
    ? { confidence: 0.7, reason: `headings ${name} and UPN` }
    : { confidence: 0.6, reason: `heading ${name}` };
}

export function detectProgresso(table: TableHead): Found | undefined {
  if (cmisSign(table) !== undefined) return undefined;
  const sign = progressoSign(table);
  if (sign !== undefined) return sign;
  if (some(table, SIMS) !== undefined) return undefined;
  return byName(table, /\b(?:Progresso|Cloud ?School|Advanced ?Learning)\b/i, 'Progresso or Cloud School');
}
