import { readdirSync, readFileSync } from 'node:fs';
import { describeParser } from '@rollbook/parser-kit/testing';
import { schoolCensusParser } from './school-census-parser.js';

const folder = new URL('./__fixtures__/', import.meta.url);

const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));

/** The first pupil of the autumn fixture again and again, each with a UPN of its own. */
function manyPupils(count: number): Uint8Array {
  const text = readFileSync(new URL('sc-2024-autumn.xml', folder), 'utf8');
  const start = text.indexOf('<PupilOnRoll>');
  const end = text.indexOf('</PupilOnRoll>') + '</PupilOnRoll>'.length;
  const pupil = text.slice(start, end);
  const upn = /<UPN>(\w+)<\/UPN>/.exec(pupil)?.[1] ?? '';
  const pupils = Array.from({ length: count }, (_, i) => pupil.replace(upn, `B85620011${9001 + i}`));
  return new TextEncoder().encode(
    `${text.slice(0, start)}${pupils.join('\n')}${text.slice(text.indexOf('</PupilsOnRoll>'))}`,
  );
}

const message = (collection: string, content: string): Uint8Array =>
  new TextEncoder().encode(
    `<Message><Header><CollectionDetails><Collection>${collection}</Collection><Year>2024</Year></CollectionDetails></Header>${content}</Message>`,
  );

describeParser(schoolCensusParser, {
  samples: [
    { name: 'sc-2024-many.xml', bytes: manyPupils(25), minimumRecords: 250 },
    ...fixtures.map((fixture) => ({ ...fixture, minimumRecords: 1 })),
  ],
  foreign: [
    {
      name: '8562001_CTF_8564002_001.xml',
      bytes: new TextEncoder().encode('<CTfile><Header><CTFversion>25.0</CTFversion></Header></CTfile>'),
    },
    { name: 'cin.xml', bytes: message('CIN', '<Children/>') },
    { name: 'workforce.xml', bytes: message('School Workforce', '<School/>') },
    { name: 'other.xml', bytes: new TextEncoder().encode('<Message><Header/><Body>Hello</Body></Message>') },
  ],
});
