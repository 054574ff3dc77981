import { describeParser } from '@rollbook/parser-kit/testing';
import { fixture } from './__fixtures__/parse.js';
import { isamsParser } from './isams-parser.js';

/** Pupils with a hundred marks each, the marks before the pupils. */
function manyMarks(pupils: number): Uint8Array {
  const ids = Array.from({ length: pupils }, (_, i) => String(100312340000 + i));
  const marks = ids.flatMap((id) =>
    Array.from({ length: 20 }, (_, day) =>
      ['08:40:00', '13:40:00'].map(
        (time) =>
          `<RegistrationStatus><PupilId>${id}</PupilId><RegistrationDateTime>2026-10-${String(day + 1).padStart(2, '0')}T${time}</RegistrationDateTime><Registered>1</Registered><Late>0</Late></RegistrationStatus>\n`,
      ),
    ).flat(),
  );
  const list = ids.map(
    (id, i) =>
      `<Pupil Id="${i + 1}"><SchoolId>${id}</SchoolId><Surname>Exampleton</Surname><Forename>Number${i}</Forename><DOB>2014-05-06T00:00:00</DOB></Pupil>\n`,
  );
  return Buffer.from(
    `<?xml version="1.0"?>\n<iSAMS><RegistrationManager><RegistrationStatuses>\n${marks.join('')}</RegistrationStatuses></RegistrationManager>\n` +
      `<PupilManager><CurrentPupils>\n${list.join('')}</CurrentPupils></PupilManager></iSAMS>\n`,
  );
}

describeParser(isamsParser, {
  samples: [
    { name: 'batch-full.xml', bytes: fixture('batch-full.xml'), minimumRecords: 20 },
    { name: 'batch-faults.xml', bytes: fixture('batch-faults.xml'), minimumRecords: 8 },
    { name: 'batch-full.json', bytes: fixture('batch-full.json'), minimumRecords: 20 },
    { name: 'rest-students.json', bytes: fixture('rest-students.json'), minimumRecords: 4 },
    { name: 'marks-first.xml', bytes: manyMarks(15), minimumRecords: 600 },
  ],
  foreign: [
    { name: 'ctf.xml', bytes: Buffer.from('<CTfile><Header/></CTfile>') },
    { name: 'census.xml', bytes: Buffer.from('<Message><Header/><School/></Message>') },
    { name: 'wonde.json', bytes: Buffer.from('{"data":[{"id":"A1","upn":"x"}],"meta":{}}') },
  ],
});
