import { readdirSync, readFileSync } from 'node:fs';
import { describeParser } from '@rollbook/parser-kit/testing';
import { ctfParser } from './ctf-parser.js';

const folder = new URL('./__fixtures__/', import.meta.url);

const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));

/** The pupil of the full fixture again and again, each with a UPN of its own. */
function manyPupils(count: number): Uint8Array {
  const text = readFileSync(new URL('ctf-25-full.xml', folder), 'utf8');
  const start = text.indexOf('<Pupil>');
  const end = text.indexOf('</Pupil>') + '</Pupil>'.length;
  const pupil = text.slice(start, end);
  const pupils = Array.from({ length: count }, (_, i) =>
    pupil.replace('H856200119001', `H85620011${9001 + i}`),
  );
  return new TextEncoder().encode(
    `${text.slice(0, start)}${pupils.join('\n')}${text.slice(text.indexOf('</CTFpupilData>'))}`,
  );
}

describeParser(ctfParser, {
  samples: [
    { name: 'ctf-25-many.xml', bytes: manyPupils(20), minimumRecords: 400 },
    ...fixtures.map((fixture) => ({ ...fixture, minimumRecords: 1 })),
  ],
  foreign: [
    {
      name: '8562001_ATF_8564002_001.xml',
      bytes: new TextEncoder().encode(
        '<ATfile><Header><DocumentName>Admissions Data Transfer File</DocumentName></Header></ATfile>',
      ),
    },
    { name: 'census.xml', bytes: new TextEncoder().encode('<Message><Header/><School/></Message>') },
  ],
});
