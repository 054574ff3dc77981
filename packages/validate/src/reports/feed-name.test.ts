import { expect, it } from 'vitest';
import { feedStem } from './feed-name.js';

it.each([
  ['8564001_CTF_12Sept2026.xml', 'ctf'],
  ['8564001_CTF_03Oct2026.xml', 'ctf'],
  ['marks 2026-09-02.csv', 'marks'],
  ['march-hare.csv', 'hare'],
  ['marches.csv', 'marches'],
  ['.hidden', 'hidden'],
  ['Élèves.2.json', 'élèves'],
  ['2026.csv', ''],
])('of %s', (name, stem) => {
  expect(feedStem(name)).toBe(stem);
});
