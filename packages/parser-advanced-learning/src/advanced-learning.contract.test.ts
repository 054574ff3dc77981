import { readdirSync } from 'node:fs';
import { describeParser } from '@rollbook/parser-kit/testing';
import { fixture, OPTIONS } from './__fixtures__/parse.js';
import { foreign } from './__fixtures__/foreign.js';
import { cmisParser, progressoParser } from './index.js';

const names = readdirSync(new URL('./__fixtures__/', import.meta.url)).filter((name) =>
  /\.(?:csv|xlsx)$/.test(name),
);
/** Without a last row of totals: cut short, it reads as a pupil with the number `Tot`. */
const bytesOf = (name: string) => {
  const bytes = fixture(name);
  const total = bytes.lastIndexOf('\nTotal,');
  return total < 0 ? bytes : bytes.subarray(0, total + 1);
};
const of = (product: string) =>
  names.filter((name) => name.startsWith(product)).map((name) => ({ name, bytes: bytesOf(name) }));

/** Marks of many learners, about 100 KB. */
const marks = [
  'LearnerCode,UPN,LegalSurname,LegalForename,Date,RollCallSession,AttendanceCode',
  ...Array.from({ length: 60 }, (_, i) =>
    Array.from({ length: 12 }, (_, day) =>
      ['AM', 'PM'].map(
        (session) =>
          `${String(i).padStart(6, '0')},A0019999${19_000 + i},Exampleton,Number${i},${String(day + 2).padStart(2, '0')}-09-2024,${session},/\\`,
      ),
    ).flat(),
  ).flat(),
];
/** Students in two data sets each. */
const students = [
  'SetId,StudentId,UniqueNum,Surname,Forename,DateOfBirth,StuSex,CourseYear,ClassGroupId',
  ...Array.from({ length: 700 }, (_, i) =>
    ['2009/2010', '2008/2009'].map(
      (set, older) =>
        `${set},S${10_000 + i},A0019999${10_000 + i},Exampleton,Number${i},1998-05-04,F,${8 - older},${8 - older}A`,
    ),
  ).flat(),
];

describeParser(progressoParser, {
  options: OPTIONS,
  showsTruncation: false,
  mutations: 20,
  samples: [
    { name: 'many-marks.csv', bytes: Buffer.from(marks.join('\r\n') + '\r\n'), minimumRecords: 1_500 },
    ...of('progresso').filter(({ name }) => name !== 'progresso-lessons.csv'),
  ],
  foreign: [...foreign, ...of('cmis')],
});

describeParser(cmisParser, {
  options: OPTIONS,
  showsTruncation: false,
  mutations: 20,
  samples: [
    { name: 'many-students.csv', bytes: Buffer.from(students.join('\n') + '\n'), minimumRecords: 1_400 },
    ...of('cmis'),
  ],
  foreign: [...foreign, ...of('progresso')],
});
