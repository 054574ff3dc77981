import type { Place } from '@rollbook/model';
import { UnreadableInputError } from '@rollbook/parser-kit';
import { type EarlyYearsHeader, earlyYearsHeaderSchema } from './census-header.js';

/** The cells of a header as text, by what they mean. */
export interface HeaderTexts {
  readonly collection?: string | undefined;
  readonly term?: string | undefined;
  readonly year?: string | undefined;
  readonly referenceDate?: string | undefined;
  readonly level?: string | undefined;
  readonly la?: string | undefined;
  readonly software?: string | undefined;
  readonly release?: string | undefined;
  readonly serial?: string | undefined;
  readonly created?: string | undefined;
}

/**
 * The header of a return.
 *
 * @throws UnreadableInputError `early-years-collection` for another return, `early-years-header` for a header that lacks
 *   something or isn't of an authority.
 */
export function readHeader(texts: HeaderTexts, place: Place): EarlyYearsHeader {
  if (texts.collection !== undefined && texts.collection !== 'EYC')
    throw new UnreadableInputError(
      'early-years-collection',
      'The file is another return, no early years census.',
      {
        place,
        help: 'Give the file of the early years census (collection EYC).',
      },
    );
  const read = earlyYearsHeaderSchema.safeParse({
    term: texts.term,
    year: Number(texts.year),
    referenceDate: texts.referenceDate,
    la: texts.la,
    software: texts.software,
    ...(texts.release === undefined ? {} : { release: texts.release }),
    serial: /^\d{1,3}$/.test(texts.serial ?? '') ? Number(texts.serial) : undefined,
    created: texts.created,
  });
  if (texts.collection === undefined || (texts.level ?? 'L') !== 'L' || !read.success) throw noHeader(place);
  return read.data;
}

export function noHeader(place: Place): UnreadableInputError {
  return new UnreadableInputError('early-years-header', 'The file has no header of an early years census.', {
    place,
    help: 'The header names collection EYC, term, year, reference date, level L, LA, software, serial number and time.',
  });
}
