// Made from the service's OpenAPI document; don't edit. To make it anew:
// ROLLBOOK_WRITE_CLIENT=1 npx vitest run --project client src/openapi.test.ts

export interface paths {
  '/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the service runs */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/loads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Load a file that was uploaded
     * @description The upload must be whole. It is used up by this.
     */
    post: operations['startLoad'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/loads/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of a file */
    get: operations['getLoad'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a file in one request and load it
     * @description For files that one request can hold. Larger ones, or lines that break, go by /v1/uploads (tus).
     */
    post: operations['sendFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Loads, the newest first */
    get: operations['getLedger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ledger/{loadId}/issues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All issues of one load */
    get: operations['getIssues'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/records/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Records of a kind, by school and key
     * @description To go on after a record, give its school and key as afterSchool and afterKey.
     */
    get: operations['getRecords'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quarantine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Records that wait for someone to see to them, oldest first */
    get: operations['getQuarantine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/conflicts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Values that wait for someone to accept or refuse them, in the order in which they came */
    get: operations['getConflicts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/conflicts/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept or refuse values, all that are named or none */
    post: operations['decideConflicts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/unmatched': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Pupils whom no rule matched, the oldest first, with the persons who may be the same */
    get: operations['getUnmatched'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/unmatched/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say whose a pupil is; its later records follow */
    post: operations['decideMatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    CanonicalRecordInput:
      | {
          /** @constant */
          kind: 'school';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          la?: string;
          establishment?: string;
          urn?: string;
          name?: string;
          ukprn?: string;
        }
      | {
          /** @constant */
          kind: 'pupil';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          upn?: string;
          formerUpns?: string[];
          uln?: string;
          uci?: string;
          supplierIds?: {
            [key: string]: string;
          };
          surname?: string;
          forename?: string;
          middleNames?: string;
          preferredSurname?: string;
          preferredForename?: string;
          formerSurnames?: string[];
          birthDate?: string;
          sex?: string;
          genderIdentity?: string;
          ethnicity?: string;
          ethnicitySource?: string;
          languages?: {
            code: string;
            type?: string;
            source?: string;
          }[];
          religion?: string;
          nationalities?: string[];
          countryOfBirth?: string;
          eal?: boolean;
          disabilities?: string[];
          medicalConditions?: string[];
          medicalFlag?: boolean;
          address?: {
            lines?: string[];
            saon?: string;
            paon?: string;
            street?: string;
            locality?: string;
            town?: string;
            administrativeArea?: string;
            postTown?: string;
            county?: string;
            postcode?: string;
            country?: string;
            uprn?: string;
            easting?: number;
            northing?: number;
          };
          phones?: {
            number: string;
            type?: string;
          }[];
          emails?: {
            address: string;
            type?: string;
          }[];
        }
      | {
          /** @constant */
          kind: 'contact';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          priority?: number;
          title?: string;
          surname?: string;
          forename?: string;
          middleNames?: string;
          sex?: string;
          relationship?: string;
          parentalResponsibility?: boolean;
          courtOrder?: boolean;
          livesWithPupil?: boolean;
          supplierIds?: {
            [key: string]: string;
          };
          address?: {
            lines?: string[];
            saon?: string;
            paon?: string;
            street?: string;
            locality?: string;
            town?: string;
            administrativeArea?: string;
            postTown?: string;
            county?: string;
            postcode?: string;
            country?: string;
            uprn?: string;
            easting?: number;
            northing?: number;
          };
          phones?: {
            number: string;
            type?: string;
          }[];
          emails?: {
            address: string;
            type?: string;
          }[];
        }
      | {
          /** @constant */
          kind: 'enrolment';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          attended?: string;
          attendedName?: string;
          attendedUrn?: string;
          current?: boolean;
          status?: string;
          entryDate?: string;
          leavingDate?: string;
          leavingReason?: string;
          lastSchool?: boolean;
          yearGroup?: string;
          registrationGroup?: string;
          house?: string;
          admissionNumber?: string;
          boarder?: string;
          partTime?: boolean;
          note?: string;
        }
      | {
          /** @constant */
          kind: 'fsm-spell';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          country?: string;
          reviewDate?: string;
          eligible?: boolean;
        }
      | {
          /** @constant */
          kind: 'sen-provision';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          provision?: string;
        }
      | {
          /** @constant */
          kind: 'sen-need';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          need?: string;
          rank?: number;
          description?: string;
        }
      | {
          /** @constant */
          kind: 'looked-after';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          inCare?: boolean;
          careAuthority?: string;
          postLookedAfter?: string;
          personalEducationPlan?: boolean;
        }
      | {
          /** @constant */
          kind: 'service-child';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          indicator?: string;
          source?: string;
        }
      | {
          /** @constant */
          kind: 'pupil-premium';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          eligible?: boolean;
          reason?: string;
          fte?: number;
        }
      | {
          /** @constant */
          kind: 'attendance-mark';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          date: string;
          /** @enum {string} */
          session: 'AM' | 'PM';
          code: string;
          minutesLate?: number;
          comment?: string;
        }
      | {
          /** @constant */
          kind: 'attendance-summary';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          academicYear?: number;
          term?: string;
          startDate?: string;
          endDate?: string;
          attended?: string;
          yearGroup?: string;
          sessionsPossible?: number;
          sessionsAttended?: number;
          sessionsAuthorised?: number;
          sessionsUnauthorised?: number;
          sessionsExceptional?: number;
          sessionsLate?: number;
          sessionsByCode?: {
            [key: string]: number;
          };
        }
      | {
          /** @constant */
          kind: 'exclusion';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          category?: string;
          reasons?: string[];
          startDate?: string;
          /** @enum {string} */
          startSession?: 'AM' | 'PM';
          endDate?: string;
          /** @enum {string} */
          endSession?: 'AM' | 'PM';
          sessions?: number;
          academicYear?: number;
          term?: string;
          attended?: string;
          reviews?: {
            date?: string;
            body?: string;
            result?: string;
          }[];
          comment?: string;
        }
      | {
          /** @constant */
          kind: 'assessment-result';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          stage?: string;
          academicYear?: number;
          locale?: string;
          yearGroup?: string;
          subject?: string;
          method?: string;
          component?: string;
          resultQualifier?: string;
          result?: string;
          resultStatus?: string;
          resultDate?: string;
          awardingBody?: string;
          qualificationNumber?: string;
          attended?: string;
        }
      | {
          /** @constant */
          kind: 'admission-application';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          intakeYear?: number;
          yearGroup?: string;
          applicationReference?: string;
          preferredSchool?: string;
          preferredSchoolName?: string;
          preference?: number;
          receivedDate?: string;
          reason?: string;
          siblingAtSchool?: boolean;
          status?: string;
          outcome?: string;
          offerDate?: string;
        }
      | {
          /** @constant */
          kind: 'early-years-funding';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          provider?: string;
          academicYear?: number;
          term?: string;
          startDate?: string;
          endDate?: string;
          fundedHours?: number;
          extendedHours?: number;
          expandedHours?: number;
          hoursAtSetting?: number;
          weeksPerYear?: number;
          basis?: string;
          eligibilityCode?: string;
          eypp?: boolean;
          disabilityAccessFund?: boolean;
          amountPence?: number;
        }
      | {
          /** @constant */
          kind: 'youth-participation';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          youngPersonId?: string;
          activity?: string;
          startDate?: string;
          endDate?: string;
          dueToLapseDate?: string;
          dateAscertained?: string;
          establishment?: string;
          intendedDestination?: string;
          guaranteeStatus?: string;
          levelOfNeed?: string;
          predictedEndDate?: string;
        }
      | {
          /** @constant */
          kind: 'unreadable';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          intended: string;
          pupilKey?: string;
          raw: components['schemas']['__shared'];
        };
    IssueInput: {
      code: string;
      /** @enum {string} */
      severity: 'error' | 'query' | 'info';
      message: string;
      place: {
        line?: number;
        column?: number;
        row?: number;
        columnName?: string;
        sheet?: string;
        path?: string;
      };
      field?: string;
      value?: string;
      help: string;
      record?: {
        kind: string;
        key: string;
        pupilKey?: string;
      };
    };
    LoadResultInput: {
      received: number;
      loaded: number;
      unchanged: number;
      quarantined: number;
      loadId: number;
      repeatOf: number | null;
      skipped: boolean;
      asOf: string;
      /** @enum {string} */
      scope: 'full' | 'partial';
      outdated: number;
      closed: number;
      issues: {
        error: number;
        query: number;
        info: number;
      };
      byKind: {
        [key: string]: {
          received: number;
          loaded: number;
          unchanged: number;
          quarantined: number;
        };
      };
      file: {
        name: string | null;
        sha256: string | null;
        size: number | null;
        supplier: string | null;
        format: string | null;
        version: string | null;
      };
      sha256: string | null;
      school: string | null;
      seconds: number;
    };
    JobInput: {
      /** Format: uuid */
      jobId: string;
      /** @enum {string} */
      state: 'queued' | 'running' | 'done' | 'failed';
      school: string | null;
      format: string | null;
      fileName: string | null;
      size: number;
      /** Format: date-time */
      createdAt: string;
      startedAt: string | null;
      finishedAt: string | null;
      progress: {
        received: number;
        issues: number;
        bytesRead: number | null;
      } | null;
      result: components['schemas']['LoadResultInput'] | null;
      failure: {
        code: string;
        message: string;
        help: string;
        place: {
          line?: number;
          column?: number;
          row?: number;
          columnName?: string;
          sheet?: string;
          path?: string;
        };
      } | null;
    };
    LedgerEntryInput: {
      received: number;
      loaded: number;
      unchanged: number;
      quarantined: number;
      loadId: number;
      /** @enum {string} */
      state: 'received' | 'staged' | 'matched' | 'merged' | 'failed';
      asOf: string;
      /** @enum {string} */
      scope: 'full' | 'partial';
      outdated: number;
      closed: number;
      file: {
        name: string | null;
        sha256: string | null;
        size: number | null;
        supplier: string | null;
        format: string | null;
        version: string | null;
      };
      school: string | null;
      repeatOf: number | null;
      skipped: boolean;
      issues: {
        error: number;
        query: number;
        info: number;
      };
      byKind: {
        [key: string]: {
          received: number;
          loaded: number;
          unchanged: number;
          quarantined: number;
        };
      };
      failure: {
        code: string;
        place: {
          line?: number;
          column?: number;
          row?: number;
          columnName?: string;
          sheet?: string;
          path?: string;
        };
      } | null;
      startedAt: string;
      finishedAt: string | null;
    };
    StoredRecordInput: {
      school: string | null;
      record: components['schemas']['CanonicalRecordInput'];
      firstLoadId: number;
      lastLoadId: number;
    };
    QuarantinedRecordInput: {
      quarantineId: number;
      school: string | null;
      /** @enum {string} */
      kind:
        | 'school'
        | 'pupil'
        | 'contact'
        | 'enrolment'
        | 'fsm-spell'
        | 'sen-provision'
        | 'sen-need'
        | 'looked-after'
        | 'service-child'
        | 'pupil-premium'
        | 'attendance-mark'
        | 'attendance-summary'
        | 'exclusion'
        | 'assessment-result'
        | 'admission-application'
        | 'early-years-funding'
        | 'youth-participation'
        | 'unreadable';
      reasons: string[];
      /** @enum {string} */
      state: 'open' | 'resolved' | 'superseded';
      record: components['schemas']['CanonicalRecordInput'];
      issues: components['schemas']['IssueInput'][];
      firstLoadId: number;
      lastLoadId: number;
      closedLoadId: number | null;
    };
    __shared: {
      $defs: {
        schema0:
          | string
          | number
          | boolean
          | null
          | components['schemas']['__shared'][]
          | {
              [key: string]: components['schemas']['__shared'];
            };
      };
    };
    CanonicalRecord:
      | {
          /** @constant */
          kind: 'school';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          la?: string;
          establishment?: string;
          urn?: string;
          name?: string;
          ukprn?: string;
        }
      | {
          /** @constant */
          kind: 'pupil';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          upn?: string;
          formerUpns?: string[];
          uln?: string;
          uci?: string;
          supplierIds?: {
            [key: string]: string;
          };
          surname?: string;
          forename?: string;
          middleNames?: string;
          preferredSurname?: string;
          preferredForename?: string;
          formerSurnames?: string[];
          birthDate?: string;
          sex?: string;
          genderIdentity?: string;
          ethnicity?: string;
          ethnicitySource?: string;
          languages?: {
            code: string;
            type?: string;
            source?: string;
          }[];
          religion?: string;
          nationalities?: string[];
          countryOfBirth?: string;
          eal?: boolean;
          disabilities?: string[];
          medicalConditions?: string[];
          medicalFlag?: boolean;
          address?: {
            lines?: string[];
            saon?: string;
            paon?: string;
            street?: string;
            locality?: string;
            town?: string;
            administrativeArea?: string;
            postTown?: string;
            county?: string;
            postcode?: string;
            country?: string;
            uprn?: string;
            easting?: number;
            northing?: number;
          };
          phones?: {
            number: string;
            type?: string;
          }[];
          emails?: {
            address: string;
            type?: string;
          }[];
        }
      | {
          /** @constant */
          kind: 'contact';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          priority?: number;
          title?: string;
          surname?: string;
          forename?: string;
          middleNames?: string;
          sex?: string;
          relationship?: string;
          parentalResponsibility?: boolean;
          courtOrder?: boolean;
          livesWithPupil?: boolean;
          supplierIds?: {
            [key: string]: string;
          };
          address?: {
            lines?: string[];
            saon?: string;
            paon?: string;
            street?: string;
            locality?: string;
            town?: string;
            administrativeArea?: string;
            postTown?: string;
            county?: string;
            postcode?: string;
            country?: string;
            uprn?: string;
            easting?: number;
            northing?: number;
          };
          phones?: {
            number: string;
            type?: string;
          }[];
          emails?: {
            address: string;
            type?: string;
          }[];
        }
      | {
          /** @constant */
          kind: 'enrolment';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          attended?: string;
          attendedName?: string;
          attendedUrn?: string;
          current?: boolean;
          status?: string;
          entryDate?: string;
          leavingDate?: string;
          leavingReason?: string;
          lastSchool?: boolean;
          yearGroup?: string;
          registrationGroup?: string;
          house?: string;
          admissionNumber?: string;
          boarder?: string;
          partTime?: boolean;
          note?: string;
        }
      | {
          /** @constant */
          kind: 'fsm-spell';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          country?: string;
          reviewDate?: string;
          eligible?: boolean;
        }
      | {
          /** @constant */
          kind: 'sen-provision';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          provision?: string;
        }
      | {
          /** @constant */
          kind: 'sen-need';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          need?: string;
          rank?: number;
          description?: string;
        }
      | {
          /** @constant */
          kind: 'looked-after';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          inCare?: boolean;
          careAuthority?: string;
          postLookedAfter?: string;
          personalEducationPlan?: boolean;
        }
      | {
          /** @constant */
          kind: 'service-child';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          indicator?: string;
          source?: string;
        }
      | {
          /** @constant */
          kind: 'pupil-premium';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          startDate?: string;
          endDate?: string;
          eligible?: boolean;
          reason?: string;
          fte?: number;
        }
      | {
          /** @constant */
          kind: 'attendance-mark';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          date: string;
          /** @enum {string} */
          session: 'AM' | 'PM';
          code: string;
          minutesLate?: number;
          comment?: string;
        }
      | {
          /** @constant */
          kind: 'attendance-summary';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          academicYear?: number;
          term?: string;
          startDate?: string;
          endDate?: string;
          attended?: string;
          yearGroup?: string;
          sessionsPossible?: number;
          sessionsAttended?: number;
          sessionsAuthorised?: number;
          sessionsUnauthorised?: number;
          sessionsExceptional?: number;
          sessionsLate?: number;
          sessionsByCode?: {
            [key: string]: number;
          };
        }
      | {
          /** @constant */
          kind: 'exclusion';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          category?: string;
          reasons?: string[];
          startDate?: string;
          /** @enum {string} */
          startSession?: 'AM' | 'PM';
          endDate?: string;
          /** @enum {string} */
          endSession?: 'AM' | 'PM';
          sessions?: number;
          academicYear?: number;
          term?: string;
          attended?: string;
          reviews?: {
            date?: string;
            body?: string;
            result?: string;
          }[];
          comment?: string;
        }
      | {
          /** @constant */
          kind: 'assessment-result';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          stage?: string;
          academicYear?: number;
          locale?: string;
          yearGroup?: string;
          subject?: string;
          method?: string;
          component?: string;
          resultQualifier?: string;
          result?: string;
          resultStatus?: string;
          resultDate?: string;
          awardingBody?: string;
          qualificationNumber?: string;
          attended?: string;
        }
      | {
          /** @constant */
          kind: 'admission-application';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          intakeYear?: number;
          yearGroup?: string;
          applicationReference?: string;
          preferredSchool?: string;
          preferredSchoolName?: string;
          preference?: number;
          receivedDate?: string;
          reason?: string;
          siblingAtSchool?: boolean;
          status?: string;
          outcome?: string;
          offerDate?: string;
        }
      | {
          /** @constant */
          kind: 'early-years-funding';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          provider?: string;
          academicYear?: number;
          term?: string;
          startDate?: string;
          endDate?: string;
          fundedHours?: number;
          extendedHours?: number;
          expandedHours?: number;
          hoursAtSetting?: number;
          weeksPerYear?: number;
          basis?: string;
          eligibilityCode?: string;
          eypp?: boolean;
          disabilityAccessFund?: boolean;
          amountPence?: number;
        }
      | {
          /** @constant */
          kind: 'youth-participation';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          pupilKey: string;
          youngPersonId?: string;
          activity?: string;
          startDate?: string;
          endDate?: string;
          dueToLapseDate?: string;
          dateAscertained?: string;
          establishment?: string;
          intendedDestination?: string;
          guaranteeStatus?: string;
          levelOfNeed?: string;
          predictedEndDate?: string;
        }
      | {
          /** @constant */
          kind: 'unreadable';
          key: string;
          school?: string;
          provenance: {
            file: {
              name?: string;
              sha256: string | null;
              size: number | null;
              supplier: string;
              format: string;
              version?: string;
              createdAt?: string;
            };
            place: {
              line?: number;
              column?: number;
              row?: number;
              columnName?: string;
              sheet?: string;
              path?: string;
            };
          };
          sent?: {
            [key: string]: string;
          };
          extensions?: {
            [key: string]: components['schemas']['__shared'];
          };
          intended: string;
          pupilKey?: string;
          raw: components['schemas']['__shared'];
        };
    Issue: {
      code: string;
      /** @enum {string} */
      severity: 'error' | 'query' | 'info';
      message: string;
      place: {
        line?: number;
        column?: number;
        row?: number;
        columnName?: string;
        sheet?: string;
        path?: string;
      };
      field?: string;
      value?: string;
      help: string;
      record?: {
        kind: string;
        key: string;
        pupilKey?: string;
      };
    };
    LoadResult: {
      received: number;
      loaded: number;
      unchanged: number;
      quarantined: number;
      loadId: number;
      repeatOf: number | null;
      skipped: boolean;
      asOf: string;
      /** @enum {string} */
      scope: 'full' | 'partial';
      outdated: number;
      closed: number;
      issues: {
        error: number;
        query: number;
        info: number;
      };
      byKind: {
        [key: string]: {
          received: number;
          loaded: number;
          unchanged: number;
          quarantined: number;
        };
      };
      file: {
        name: string | null;
        sha256: string | null;
        size: number | null;
        supplier: string | null;
        format: string | null;
        version: string | null;
      };
      sha256: string | null;
      school: string | null;
      seconds: number;
    };
    Job: {
      /** Format: uuid */
      jobId: string;
      /** @enum {string} */
      state: 'queued' | 'running' | 'done' | 'failed';
      school: string | null;
      format: string | null;
      fileName: string | null;
      size: number;
      /** Format: date-time */
      createdAt: string;
      startedAt: string | null;
      finishedAt: string | null;
      progress: {
        received: number;
        issues: number;
        bytesRead: number | null;
      } | null;
      result: components['schemas']['LoadResult'] | null;
      failure: {
        code: string;
        message: string;
        help: string;
        place: {
          line?: number;
          column?: number;
          row?: number;
          columnName?: string;
          sheet?: string;
          path?: string;
        };
      } | null;
    };
    LedgerEntry: {
      received: number;
      loaded: number;
      unchanged: number;
      quarantined: number;
      loadId: number;
      /** @enum {string} */
      state: 'received' | 'staged' | 'matched' | 'merged' | 'failed';
      asOf: string;
      /** @enum {string} */
      scope: 'full' | 'partial';
      outdated: number;
      closed: number;
      file: {
        name: string | null;
        sha256: string | null;
        size: number | null;
        supplier: string | null;
        format: string | null;
        version: string | null;
      };
      school: string | null;
      repeatOf: number | null;
      skipped: boolean;
      issues: {
        error: number;
        query: number;
        info: number;
      };
      byKind: {
        [key: string]: {
          received: number;
          loaded: number;
          unchanged: number;
          quarantined: number;
        };
      };
      failure: {
        code: string;
        place: {
          line?: number;
          column?: number;
          row?: number;
          columnName?: string;
          sheet?: string;
          path?: string;
        };
      } | null;
      startedAt: string;
      finishedAt: string | null;
    };
    StoredRecord: {
      school: string | null;
      record: components['schemas']['CanonicalRecord'];
      firstLoadId: number;
      lastLoadId: number;
    };
    QuarantinedRecord: {
      quarantineId: number;
      school: string | null;
      /** @enum {string} */
      kind:
        | 'school'
        | 'pupil'
        | 'contact'
        | 'enrolment'
        | 'fsm-spell'
        | 'sen-provision'
        | 'sen-need'
        | 'looked-after'
        | 'service-child'
        | 'pupil-premium'
        | 'attendance-mark'
        | 'attendance-summary'
        | 'exclusion'
        | 'assessment-result'
        | 'admission-application'
        | 'early-years-funding'
        | 'youth-participation'
        | 'unreadable';
      reasons: string[];
      /** @enum {string} */
      state: 'open' | 'resolved' | 'superseded';
      record: components['schemas']['CanonicalRecord'];
      issues: components['schemas']['Issue'][];
      firstLoadId: number;
      lastLoadId: number;
      closedLoadId: number | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'ok';
          };
        };
      };
    };
  };
  startLoad: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          school?: string;
          format?: string;
          /** Format: date */
          asOf?: string;
          uploadId: string;
          fileName?: string;
          /** @default 0 */
          wait?: number;
        };
      };
    };
    responses: {
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description Default Response */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'about:blank';
            title: string;
            status: number;
            code: string;
            detail: string;
          };
        };
      };
    };
  };
  getLoad: {
    parameters: {
      query?: {
        wait?: number;
      };
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description Default Response */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'about:blank';
            title: string;
            status: number;
            code: string;
            detail: string;
          };
        };
      };
    };
  };
  sendFile: {
    parameters: {
      query?: {
        school?: string;
        format?: string;
        asOf?: string;
        fileName?: string;
        wait?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description Default Response */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'about:blank';
            title: string;
            status: number;
            code: string;
            detail: string;
          };
        };
      };
    };
  };
  getLedger: {
    parameters: {
      query?: {
        school?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            loads: components['schemas']['LedgerEntry'][];
          };
        };
      };
      /** @description Default Response */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'about:blank';
            title: string;
            status: number;
            code: string;
            detail: string;
          };
        };
      };
    };
  };
  getIssues: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        loadId: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One Issue a line, as JSON. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': string;
        };
      };
      /** @description Default Response */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'about:blank';
            title: string;
            status: number;
            code: string;
            detail: string;
          };
        };
      };
    };
  };
  getRecords: {
    parameters: {
      query?: {
        school?: string;
        afterSchool?: string;
        afterKey?: string;
        limit?: number;
      };
      header?: never;
      path: {
        kind:
          | 'school'
          | 'pupil'
          | 'contact'
          | 'enrolment'
          | 'fsm-spell'
          | 'sen-provision'
          | 'sen-need'
          | 'looked-after'
          | 'service-child'
          | 'pupil-premium'
          | 'attendance-mark'
          | 'attendance-summary'
          | 'exclusion'
          | 'assessment-result'
          | 'admission-application'
          | 'early-years-funding'
          | 'youth-participation';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One StoredRecord a line, as JSON. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': string;
        };
      };
      /** @description Default Response */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'about:blank';
            title: string;
            status: number;
            code: string;
            detail: string;
          };
        };
      };
    };
  };
  getQuarantine: {
    parameters: {
      query?: {
        school?: string;
        state?: 'open' | 'resolved' | 'superseded' | 'all';
        after?: number;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One QuarantinedRecord a line, as JSON. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': string;
        };
      };
      /** @description Default Response */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'about:blank';
            title: string;
            status: number;
            code: string;
            detail: string;
          };
        };
      };
    };
  };
  getConflicts: {
    parameters: {
      query?: {
        school?: string;
        personId?: string;
        state?: 'open' | 'accepted' | 'refused' | 'superseded' | 'gone' | 'all';
        after?: number;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One Conflict a line, as JSON. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': string;
        };
      };
      /** @description Default Response */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'about:blank';
            title: string;
            status: number;
            code: string;
            detail: string;
          };
        };
      };
    };
  };
  decideConflicts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: number[];
          /** @enum {string} */
          decision: 'accept' | 'refuse';
          by: string;
          note?: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            conflicts: {
              conflictId: number;
              personId: string;
              /** @enum {string} */
              state: 'accepted' | 'refused';
            }[];
          };
        };
      };
      /** @description Default Response */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'about:blank';
            title: string;
            status: number;
            code: string;
            detail: string;
          };
        };
      };
    };
  };
  getUnmatched: {
    parameters: {
      query?: {
        school?: string;
        state?: 'open' | 'added' | 'matched' | 'rejected' | 'all';
        after?: number;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One UnmatchedPupil a line, as JSON. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': string;
        };
      };
      /** @description Default Response */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'about:blank';
            title: string;
            status: number;
            code: string;
            detail: string;
          };
        };
      };
    };
  };
  decideMatch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          decision: 'add' | 'match' | 'reject' | 'reopen';
          /** Format: uuid */
          personId?: string;
          by: string;
          note?: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: number;
            /** @enum {string} */
            state: 'open' | 'added' | 'matched' | 'rejected';
            personId: string | null;
            followed: number[];
          };
        };
      };
      /** @description Default Response */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'about:blank';
            title: string;
            status: number;
            code: string;
            detail: string;
          };
        };
      };
    };
  };
}
