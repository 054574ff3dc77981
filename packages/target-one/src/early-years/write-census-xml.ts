import { XmlWriter } from '@rollbook/parser-kit';
import type { EarlyYearsHeader } from './census-header.js';
import { serialText } from './census-header.js';
import {
  childNames,
  containerNames,
  countNames,
  headerNames,
  namesOf,
  settingNames,
  staffNames,
} from './census-names.js';
import type { EarlyYearsSettingChildren } from './child.js';
import { childValues, type FieldValues, numberValues, settingValues } from './fields.js';
import { prepareReturn, type WriteEarlyYearsOptions } from './prepare-return.js';

/** Characters in one piece of output, about. */
const PIECE = 65_536;

/**
 * Writes the early years census as pieces of XML text (it declares UTF-8). Memory grows with one setting and its children.
 * Children without funded hours and settings without funded children are left out and counted (`onDone`).
 *
 * No public source has the whole tree: containers and some items stand under names of ours (`census-names.ts`), so that the
 * file must be checked against the DfE's schema before it is sent; `names` puts the right ones in. Records that
 * `readEarlyYearsXml` reads equal those that were written.
 *
 * @throws RangeError for a header that doesn't fit its schema, for a term without a collection, or for a name in `names`
 *   that no element can have.
 */
export async function* writeEarlyYearsXml(
  header: EarlyYearsHeader,
  returns: Iterable<EarlyYearsSettingChildren> | AsyncIterable<EarlyYearsSettingChildren>,
  options: WriteEarlyYearsOptions = {},
): AsyncGenerator<string, void, undefined> {
  const prepared = prepareReturn(header, returns, options);
  const xml = new XmlWriter({ forbidden: 'replace' });
  const { names } = options;
  const levels = {
    setting: namesOf('setting', settingNames, names),
    staff: namesOf('staff', staffNames, names),
    counts: namesOf('counts', countNames, names),
    child: namesOf('child', childNames, names),
  };
  const items = <F extends string>(
    level: ReturnType<typeof namesOf<F>>,
    values: FieldValues<F>,
    wrap?: { readonly field: F; readonly container: string },
  ): void => {
    for (const { field, name, state } of level) {
      const texts = values[field];
      if (texts === undefined) continue;
      if (state === 'unconfirmed' && options.confirmedOnly === true) {
        prepared.leaveOut(name);
        continue;
      }
      if (wrap?.field === field) xml.start(wrap.container);
      for (const text of texts) xml.element(name, text);
      if (wrap?.field === field) xml.end();
    }
  };

  xml.start(containerNames.message.name);
  writeHeader(xml, header);
  xml.start(containerNames.settings.name);
  for await (const { setting, children } of prepared.settings) {
    xml.start(containerNames.setting.name);
    xml.start(containerNames.characteristics.name);
    items(levels.setting, settingValues(setting));
    xml.end();
    if (setting.staff !== undefined) {
      xml.start(containerNames.staff.name);
      items(levels.staff, numberValues(setting.staff));
      xml.end();
    }
    xml.start(containerNames.counts.name);
    items(levels.counts, numberValues(setting.counts));
    xml.end();
    xml.start(containerNames.children.name);
    for (const child of children) {
      xml.start(containerNames.child.name);
      items(levels.child, childValues(child), {
        field: 'fundingBases',
        container: containerNames.fundingBases.name,
      });
      xml.end();
      if (xml.length >= PIECE) yield xml.take();
    }
    xml.end().end();
    if (xml.length >= PIECE) yield xml.take();
  }
  xml.end().end();
  yield xml.finish();
  options.onDone?.(prepared.summary());
}

function writeHeader(xml: XmlWriter, header: EarlyYearsHeader): void {
  const { term, year, referenceDate, la, software, release, serial, created } = header;
  xml
    .start(containerNames.header.name)
    .start(containerNames.collectionDetails.name)
    .element(headerNames.collection.name, 'EYC')
    .element(headerNames.term.name, term)
    .element(headerNames.year.name, year)
    .element(headerNames.referenceDate.name, referenceDate)
    .end()
    .start(containerNames.source.name)
    .element(headerNames.level.name, 'L')
    .element(headerNames.la.name, la)
    .element(headerNames.software.name, software)
    .element(headerNames.release.name, release)
    .element(headerNames.serial.name, serialText(serial))
    .element(headerNames.created.name, created)
    .end()
    .end();
}
