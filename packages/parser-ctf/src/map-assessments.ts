import { type AssessmentResult, assessmentResultKey } from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import { elementFields, readContainer, type ReadField, readRecord } from './element-fields.js';
import type { PupilContext } from './pupil-context.js';

const FIRST_YEAR = 1901;
const LAST_YEAR = 2201;

type ResultCode = 'locale' | 'subject' | 'method' | 'component' | 'resultQualifier' | 'resultStatus';

function code(field: ResultCode): ReadField<AssessmentResult> {
  return (result, element, draft) => {
    const value = draft.code(element, field);
    if (value !== undefined) result[field] = value;
  };
}

const RESULT_FIELDS = elementFields<AssessmentResult>({
  Locale: code('locale'),
  /** The calendar year of the result: the one in which its school year ends. */
  Year: (result, element, draft) => {
    // some writers put 0 where they have no year
    if (element.text === '0') {
      draft.sent('academicYear', element.text);
      return;
    }
    const year = draft.integer(element, 'academicYear', FIRST_YEAR, LAST_YEAR);
    if (year === undefined) return;
    result.academicYear = year - 1;
    draft.sent('academicYear', element.text.trim());
  },
  Subject: code('subject'),
  Method: code('method'),
  Component: code('component'),
  ResultStatus: code('resultStatus'),
  ResultQualifier: code('resultQualifier'),
  Result: (result, element, draft) => {
    const value = draft.text(element, 'result');
    if (value !== undefined) result.result = value;
  },
  ResultDate: (result, element, draft) => {
    const date = draft.date(element, 'resultDate');
    if (date !== undefined) result.resultDate = date;
  },
});

interface Assessments {
  readonly context: PupilContext;
  stages: number;
}

interface KeyStage {
  stage: string | undefined;
  readonly results: XmlElement[];
}

const KEY_STAGE_FIELDS = elementFields<KeyStage>(
  {
    Stage: (keyStage, element, draft) => {
      keyStage.stage = draft.code(element, 'stage');
    },
  },
  {
    StageAssessment: (keyStage, element) => {
      keyStage.results.push(element);
    },
  },
);

function mapResult(
  context: PupilContext,
  stage: string | undefined,
  element: XmlElement,
  path: string,
): void {
  const provenance = context.begin(element, path, '/StageAssessments/KeyStage/StageAssessment');
  const result: AssessmentResult = { kind: 'assessment-result', key: '', provenance, pupilKey: context.key };
  context.setSchool(result);
  if (stage !== undefined) result.stage = stage;
  readRecord(element, RESULT_FIELDS, result, context.draft);
  if (result.subject === undefined && result.component === undefined) {
    context.unreadable('assessment-result', element, provenance, 'subject');
    return;
  }
  if (context.draft.isUnreadable('academicYear')) {
    context.unreadable('assessment-result', element, provenance, 'academicYear');
    return;
  }
  result.key = assessmentResultKey(context.key, result);
  context.draft.finish(result);
}

function mapKeyStage(assessments: Assessments, element: XmlElement): void {
  const { context } = assessments;
  const path = `/StageAssessments/KeyStage[${++assessments.stages}]/StageAssessment`;
  const keyStage: KeyStage = { stage: undefined, results: [] };
  readContainer(element, KEY_STAGE_FIELDS, keyStage, context.pupil);
  let count = 0;
  for (const result of keyStage.results) mapResult(context, keyStage.stage, result, `${path}[${++count}]`);
}

const ASSESSMENTS_FIELDS = elementFields<Assessments>({}, { KeyStage: mapKeyStage });

/** `StageAssessments`: DfE, CTF specification, section 3.1.13. */
export function mapAssessments(context: PupilContext, element: XmlElement): void {
  readContainer(element, ASSESSMENTS_FIELDS, { context, stages: 0 }, context.pupil);
}
