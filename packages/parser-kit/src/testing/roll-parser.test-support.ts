import type { FsmSpell, Pupil } from '@rollbook/model';
import { createBatcher } from '../batcher.js';
import { completeFileProvenance, createFileProvenance } from '../file-provenance.js';
import type { Item } from '../item.js';
import type { Parser } from '../parser.js';
import { childText, children, placeOf } from '../xml/element-access.js';
import type { XmlRecord } from '../xml/element.js';
import { readXmlRecords } from '../xml/read-records.js';
import { sniffXmlRoot } from '../xml/sniff.js';

/** The smallest parser that keeps the contract: pupils with spells of free school meals. */
export const rollParser: Parser = {
  id: 'roll',
  supplier: 'rollbook',
  title: 'Roll of a school, for tests',
  detect({ text }) {
    return sniffXmlRoot(text)?.name === 'Roll' ? { confidence: 1, reason: 'root element Roll' } : undefined;
  },
  async *parse(source, options = {}) {
    const { batchSize, signal, onProgress, encoding } = options;
    const file = createFileProvenance(source, { supplier: 'rollbook', format: 'roll' });
    const batcher = createBatcher(batchSize);
    const pupils = readXmlRecords(source, { records: ['Roll/Pupil'], signal, onProgress, encoding });
    for await (const records of pupils) {
      for (const record of records) {
        const batch = batcher.add(pupilItems(record, file));
        if (batch !== undefined) yield batch;
      }
    }
    completeFileProvenance(file, source);
    const rest = batcher.flush();
    if (rest !== undefined) yield rest;
  },
};

export function pupilItems(record: XmlRecord, file: Pupil['provenance']['file']): Item[] {
  const { element } = record;
  const upn = childText(element, 'UPN')?.trim() ?? '';
  const surname = childText(element, 'Surname');
  const key = upn === '' ? `at ${record.path}` : `upn:${upn}`;
  const pupil: Pupil = {
    kind: 'pupil',
    key,
    ...(upn === '' ? {} : { upn }),
    ...(surname === undefined ? {} : { surname }),
    provenance: { file, place: placeOf(record) },
  };
  const items: Item[] = [pupil];
  children(element, 'FSM').forEach((each, i) => {
    const country = each.text.slice(0, 40);
    const spell: FsmSpell = {
      kind: 'fsm-spell',
      key: `${key}|${i}`,
      pupilKey: key,
      ...(country === '' ? {} : { country }),
      provenance: { file, place: placeOf(record, each) },
    };
    items.push(spell);
  });
  if (upn === '') {
    items.push({
      code: 'roll-upn-missing',
      severity: 'error',
      message: 'A pupil has no UPN.',
      help: 'Add it in the MIS.',
      place: placeOf(record),
      record: { kind: 'pupil', key },
    });
  }
  return items;
}

const pupil = (n: number, surname: string): string =>
  `  <Pupil>\n    <UPN>A8560000${String(n).padStart(5, '0')}</UPN>\n    <Surname>${surname}</Surname>\n` +
  '    <FSM>ENG</FSM>\n'.repeat(n % 4) +
  '  </Pupil>\n';

function makeRoll(pupilsOfAName: number): Uint8Array {
  const surnames = ['Okonkwo', "O'Brien", 'Zoëson', 'Lindqvist', 'Featherstone'];
  const pupils = surnames.flatMap((surname, i) =>
    Array.from({ length: pupilsOfAName }, (_, j) => pupil(i * pupilsOfAName + j, surname)),
  );
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Roll>\n${pupils.join('')}` +
      '  <Pupil><Surname>Nemo</Surname></Pupil>\n</Roll>\n',
  );
}

/** 41 pupils, the last without a UPN. */
export const roll = makeRoll(8);
/** Large enough that its first batch comes before its last byte is read. */
export const largeRoll = makeRoll(300);
