import { type AssessmentResult, assessmentResultKey } from '@rollbook/model';
import type { Item, XmlElement } from '@rollbook/parser-kit';
import { type FileContext, placeOfItem } from './file-context.js';
import { linkFields, mapLinked, pupilIdOf } from './linked-item.js';
import { type Lookups, textsOf } from './lookups.js';
import type { ListItem } from './node.js';
import type { PupilItems } from './pupil-link.js';
import { type Fields, type ReadField, readFields } from './read-fields.js';
import { readDigits } from './read-values.js';
import { RecordDraft } from './record-draft.js';

interface ResultTarget {
  readonly result: AssessmentResult;
  year: number | undefined;
  month: number | undefined;
}

type ResultCode = 'subject' | 'component' | 'method' | 'awardingBody';

/** A text that is too long for a code is kept under its own name. */
function code(field: ResultCode): ReadField<ResultTarget> {
  return ({ result }, value, draft) => {
    const text = value.text.length > 40 ? undefined : draft.code(field, value);
    if (text === undefined || result[field] !== undefined) draft.keep(value.name, value.raw);
    else result[field] = text;
  };
}

const grade: ReadField<ResultTarget> = ({ result }, value, draft) => {
  if (result.result !== undefined) draft.keep(value.name, value.raw);
  else result.result = draft.text('result', value);
};

const resultDate: ReadField<ResultTarget> = ({ result }, value, draft) => {
  const day = draft.date('resultDate', value);
  if (day !== undefined) result.resultDate = day;
};

/** Names of the tables and templates, since no public document shows the answer's tree (docs/formats/isams.md). */
const fields: Fields<ResultTarget> = {
  values: new Map<string, ReadField<ResultTarget>>([
    ...linkFields<ResultTarget>(),
    ['optioncode', code('component')],
    ['modulecode', code('component')],
    ['gradingname', code('method')],
    ['optiontitle', code('subject')],
    ['subject', code('subject')],
    ['subjectname', code('subject')],
    ['qualification', code('method')],
    ['qualificationtype', code('method')],
    ['uabcode', code('awardingBody')],
    ['firstgrade', grade],
    ['grade', grade],
    ['result', grade],
    ['resultdate', resultDate],
    ['submittedon', resultDate],
    [
      'examyear',
      (target, value, draft) => {
        target.year = draft.integer('academicYear', value, 1950, 2200);
        draft.sent('academicYear', value.raw);
      },
    ],
    [
      'exammonth',
      (target, value, draft) => {
        const month = readDigits(value.text);
        if (month >= 1 && month <= 12) target.month = month;
        draft.keep(value.name, value.raw);
      },
    ],
  ]),
  kept: new Set(
    '@id,id,certificationtype,qualificationlevel,maxmark,uniformmark,uniformgrade,centreid,cycleid,reportcycleid,reportcyclename,ncyear'.split(
      ',',
    ),
  ),
};

/** Whether an item is a pupil's grade, by the names of its parts. */
export function isResult(element: XmlElement): boolean {
  const texts = textsOf(element);
  if (pupilIdOf(element) === undefined) return false;
  const has = (...names: string[]) => names.some((name) => texts.has(name));
  return (
    has('firstgrade', 'grade', 'result') &&
    has('optioncode', 'modulecode', 'optiontitle', 'subject', 'gradingname')
  );
}

/** A grade of a public examination or of a report. */
export function mapResult(
  context: FileContext,
  lookups: Lookups,
  item: ListItem,
  isLast: boolean,
): PupilItems[] | undefined {
  return mapLinked(
    context,
    lookups,
    item,
    isLast,
    'assessment-result',
    (pupilKey): Item[] | { missing: string } => {
      const { school } = context.options;
      const result: AssessmentResult = {
        kind: 'assessment-result',
        key: '',
        ...(school === undefined ? {} : { school }),
        provenance: { file: context.file, place: placeOfItem(item) },
        pupilKey,
      };
      const draft = new RecordDraft(context, item);
      const target: ResultTarget = { result, year: undefined, month: undefined };
      readFields(item.element, fields, target, draft);
      if (result.subject === undefined && result.component === undefined) return { missing: 'OptionCode' };
      // The year of an examination is the calendar's: from September on it is one of the school year that begins.
      if (target.year !== undefined)
        result.academicYear = (target.month ?? 6) >= 9 ? target.year : target.year - 1;
      result.key = assessmentResultKey(pupilKey, result);
      return draft.finish(result);
    },
  );
}
