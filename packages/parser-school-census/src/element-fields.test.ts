import { XmlElement } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { ElementFields, readContainer, readRecord } from './element-fields.js';
import { FileContext } from './file-context.js';
import { RecordDraft } from './record-draft.js';

function element(name: string, text = '', children: XmlElement[] = []): XmlElement {
  return new XmlElement(name, undefined, undefined, children, text, 1, 1);
}

function draftOf(): { context: FileContext; draft: RecordDraft } {
  const context = new FileContext({ sha256: null, size: null, supplier: 'dfe', format: 'school-census' });
  const draft = new RecordDraft(context);
  draft.begin(element('Pupil'), '/Pupil[1]', '/Pupil');
  return { context, draft };
}

const FIELDS = new ElementFields<string[]>(
  Object.fromEntries(
    // more than there are bits in a number
    Array.from({ length: 70 }, (_, i) => [
      `Item${i}`,
      (found: string[], { text }: XmlElement) => void found.push(`${i}:${text}`),
    ]),
  ),
  { Many: (found, { text }) => void found.push(`many:${text}`) },
);

describe('ElementFields', () => {
  it('finds names in any case, and each field once', () => {
    const { draft, context } = draftOf();
    const found: string[] = [];
    const parent = element('Pupil', '', [
      element('item69', 'a'),
      element('ITEM1', 'b'),
      element('Item69', 'c'),
      element('Many', 'd'),
      element('many', 'e'),
      element('Other', 'f'),
    ]);
    readRecord(parent, FIELDS, found, draft);
    expect(found).toEqual(['69:a', '1:b', 'many:d', 'many:e']);
    expect(draft.extensions()).toEqual({ Item69: 'c', Other: 'f' });
    expect(context.out).toMatchObject([{ code: 'census-element-unknown', field: '/Pupil/Other' }]);
  });

  it('begins anew with each container', () => {
    const { draft } = draftOf();
    const found: string[] = [];
    readContainer(element('A', '', [element('Item0', 'x')]), FIELDS, found, draft);
    readContainer(element('A', '', [element('Item0', 'y')]), FIELDS, found, draft);
    expect(found).toEqual(['0:x', '0:y']);
    expect(draft.extensions()).toBeUndefined();
  });

  it('keeps text that stands in place of children', () => {
    const { draft } = draftOf();
    readContainer(element('A', 'words'), FIELDS, [], draft);
    expect(draft.extensions()).toEqual({ A: 'words' });
  });
});
