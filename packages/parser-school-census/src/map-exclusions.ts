import { type Exclusion, exclusionKey } from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import { ElementFields, readContainer, readModule, type ReadField, readRecord } from './element-fields.js';
import type { PupilContext } from './pupil-context.js';

/** Sessions of some school years; longer than any suspension. */
const MOST_SESSIONS = 9_999;

interface ExclusionTarget {
  readonly exclusion: Exclusion;
  reviewDate: string | undefined;
  reviewResult: string | undefined;
}

const reason: ReadField<ExclusionTarget> = ({ exclusion }, element, draft) => {
  const reasons = exclusion.reasons ?? [];
  const code = draft.code(element, `reasons.${reasons.length}`);
  if (code !== undefined) exclusion.reasons = [...reasons, code];
};

const sessions: ReadField<ExclusionTarget> = ({ exclusion }, element, draft) => {
  if (exclusion.sessions !== undefined) {
    draft.keepRepeated(element);
    return;
  }
  const value = draft.integer(element, 'sessions', 0, MOST_SESSIONS);
  if (value !== undefined) exclusion.sessions = value;
};

const keep: ReadField<ExclusionTarget> = (_, element, draft) => {
  draft.keep(element);
};

const EXCLUSION_FIELDS: ElementFields<ExclusionTarget> = new ElementFields<ExclusionTarget>(
  {
    Category: ({ exclusion }, element, draft) => {
      const category = draft.code(element, 'category');
      if (category !== undefined) exclusion.category = category;
    },
    StartDate: ({ exclusion }, element, draft) => {
      const date = draft.date(element, 'startDate');
      if (date !== undefined) exclusion.startDate = date;
    },
    EndDate: ({ exclusion }, element, draft) => {
      const date = draft.date(element, 'endDate');
      if (date !== undefined) exclusion.endDate = date;
    },
    ActualNumberOfSessions: sessions,
    Sessions: sessions,
    Reasons: (target, element, draft) => {
      readModule(element, EXCLUSION_FIELDS, target, draft);
    },
    Reason1: reason,
    Reason2: reason,
    Reason3: reason,
    ReviewDate: (target, element, draft) => {
      target.reviewDate = draft.date(element, 'reviews.0.date');
    },
    ReviewResult: (target, element, draft) => {
      target.reviewResult = draft.code(element, 'reviews.0.result');
    },
    ReinstatementDate: keep,
    SENexpert: keep,
    // what they were on the day of the exclusion, which no spell can say
    SENprovision: keep,
    InCare: keep,
  },
  { Reason: reason, ExclusionReason: reason },
);

interface Listing {
  readonly context: PupilContext;
  count: number;
}

function mapExclusion(listing: Listing, element: XmlElement): void {
  const { context } = listing;
  const { draft } = context;
  const provenance = context.begin(element, ++listing.count);
  const exclusion: Exclusion = { kind: 'exclusion', key: '', provenance, pupilKey: context.key };
  context.file.setSchool(exclusion);
  const target: ExclusionTarget = { exclusion, reviewDate: undefined, reviewResult: undefined };
  readRecord(element, EXCLUSION_FIELDS, target, draft);
  const { reviewDate, reviewResult } = target;
  if (reviewDate !== undefined || reviewResult !== undefined) {
    exclusion.reviews = [
      {
        ...(reviewDate === undefined ? {} : { date: reviewDate }),
        ...(reviewResult === undefined ? {} : { result: reviewResult }),
      },
    ];
  }
  if (draft.isUnreadable('startDate')) {
    context.unreadable('exclusion', element, provenance, 'startDate');
    return;
  }
  if (exclusion.startDate === undefined) {
    if (exclusion.category === undefined) {
      context.unreadable('exclusion', element, provenance, 'category');
      return;
    }
    draft.issue('census-start-date-missing', element, 'startDate');
  }
  exclusion.key = exclusionKey(context.key, exclusion);
  draft.finish(exclusion);
}

const EXCLUSIONS_FIELDS: ElementFields<Listing> = new ElementFields<Listing>(
  {},
  {
    TermlyExclusion: mapExclusion,
    // of pupil referral units, a school year at a time
    AnnualExclusion: mapExclusion,
    TermlyExclusions: (listing, element, draft) => {
      readContainer(element, EXCLUSIONS_FIELDS, listing, draft);
    },
    AnnualExclusions: (listing, element, draft) => {
      readContainer(element, EXCLUSIONS_FIELDS, listing, draft);
    },
  },
);

/** `Exclusions` or `TermlyExclusions`: suspensions and exclusions of the two terms before the collection. */
export function mapExclusions(context: PupilContext, element: XmlElement): void {
  readContainer(element, EXCLUSIONS_FIELDS, { context, count: 0 }, context.pupil);
}
