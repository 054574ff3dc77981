import { open } from 'node:fs/promises';
import { writeCtf } from '@rollbook/parser-ctf';
import type { SchoolOptions } from './options.js';
import { createSchool, type SyntheticSchool } from './school.js';

/** How a CTF is written, whatever school it is of. */
export interface CtfLayout {
  /** CTF version, such as `25.0`, which it is when not given. */
  readonly version?: string;
  /** `CTfile` when not given. */
  readonly root?: 'CTfile' | 'CTFile';
  /**
   * Writes service child, pupil premium and end dates of SEN provision too, whose elements no public document
   * confirms (docs/formats/ctf.md). True when not given, so that these records are in the file; false for a
   * reader that is strict.
   */
  readonly includeUnconfirmed?: boolean;
}

export interface SyntheticCtfOptions extends SchoolOptions, CtfLayout {}

function isSchool(source: SchoolOptions | SyntheticSchool): source is SyntheticSchool {
  return 'record' in source;
}

/**
 * A school of {@link createSchool}, or the options for one, as a full CTF to the local authority, in pieces of text of
 * about 64 KB; about 4.5 KB a pupil, and 0.9 KB more with a year of marks. To be encoded as UTF-8. A CTF has no place
 * for exclusions, for marks of two characters, nor for how late a pupil was.
 *
 * @throws RangeError when an option is out of range
 */
export function syntheticCtf(options: SyntheticCtfOptions): AsyncIterable<string>;
export function syntheticCtf(school: SyntheticSchool, layout?: CtfLayout): AsyncIterable<string>;
export function syntheticCtf(
  source: SyntheticCtfOptions | SyntheticSchool,
  layout: CtfLayout = {},
): AsyncIterable<string> {
  return isSchool(source) ? schoolCtf(source, layout) : schoolCtf(createSchool(source), source);
}

function schoolCtf(school: SyntheticSchool, options: CtfLayout): AsyncIterable<string> {
  const { la, establishment, urn, name } = school.record;
  return writeCtf(
    {
      header: {
        version: options.version ?? '25.0',
        dateTime: `${school.date}T06:30:00`,
        documentQualifier: 'full',
        supplierId: 'Rollbook synthetic',
        sourceSchool: {
          la: la ?? '',
          establishment: establishment ?? '',
          academicYear: school.academicYear,
          ...(urn === undefined ? {} : { urn }),
          ...(name === undefined ? {} : { name }),
        },
        destSchool: { la: la ?? '', establishment: 'LLLL' },
      },
      root: options.root ?? 'CTfile',
      includeUnconfirmed: options.includeUnconfirmed ?? true,
      // What a CTF has no place for is left out, as it is when a school exports one
      onUnwritable: () => undefined,
    },
    school.records(),
  );
}

/**
 * Writes {@link syntheticCtf} to a file, replacing what is there. Memory doesn't grow with the file.
 *
 * @returns size in bytes
 */
export async function writeSyntheticCtf(path: string, options: SyntheticCtfOptions): Promise<number> {
  const pieces = syntheticCtf(options);
  const file = await open(path, 'w');
  let size = 0;
  try {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece, 'utf8');
      await file.writeFile(bytes);
      size += bytes.length;
    }
  } finally {
    await file.close();
  }
  return size;
}
