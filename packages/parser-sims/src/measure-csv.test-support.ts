/**
 * Run as a process of its own by the slow test, so that time and memory are of one job alone: `write PATH ROWS`,
 * `parse PATH`, or `csv-parse PATH`. Prints one line of JSON.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { parse } from 'csv-parse';
import { isRecord, openSource } from '@rollbook/parser-kit';
import { simsParser } from './sims-parser.js';

const [job = '', path = '', rowCount = '0'] = process.argv.slice(2);

const HEADER =
  'Adno,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Gender,Year,Reg,House,Date of Admission,Ethnicity Code,FSM,Postcode';
const SURNAMES = ['Exampleton', 'Samplewood', 'O’Testley', 'Trial-Smith', 'Specimen', 'Łukaszewski', 'Mock'];
const FORENAMES = [
  'Zoë',
  'Ann',
  'Benedict',
  'Siân',
  'Muhammad',
  'Chloe',
  'Dai',
  'Eve',
  'Femi',
  'Gwendolen',
  'Hal',
];
const HOUSES = ['Austen', 'Brunel', 'Curie', 'Darwin'];
const ETHNICITIES = ['WBRI', 'AIND', 'BAFR', 'MWBA', 'WOTH'];
const two = (value: number): string => String(value).padStart(2, '0');

function row(i: number): string {
  const year = 1 + (i % 13);
  const letters = String.fromCharCode(65 + (i % 26), 65 + ((i >> 3) % 26));
  return [
    String(i % 1_000_000).padStart(6, '0'),
    `A001888${String(i).padStart(6, '0')}`,
    `${SURNAMES[i % 7]}${(i * 7) % 9973}`,
    FORENAMES[i % 11],
    i % 5 === 0 ? FORENAMES[(i + 3) % 11] : '',
    `${two(1 + (i % 28))}/${two(1 + (i % 12))}/${2021 - year}`,
    i % 2 === 0 ? 'F' : 'M',
    `Year  ${year}`,
    `${year}${letters.charAt(0)}`,
    HOUSES[i % 4],
    `01/09/${2025 - (i % 7)}`,
    ETHNICITIES[i % 5],
    i % 4 === 0 ? 'True' : 'False',
    `ZZ${1 + (i % 90)} ${i % 10}${letters}`,
  ].join(',');
}

async function write(): Promise<number> {
  const rows = Number(rowCount);
  const out = createWriteStream(path);
  out.write(`${HEADER}\r\n`);
  for (let i = 0; i < rows;) {
    let text = '';
    for (const end = Math.min(rows, i + 2_000); i < end; i++) text += `${row(i)}\r\n`;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return rows;
}

async function parseBySims(): Promise<Record<string, number>> {
  const counts: Record<string, number> = { issues: 0 };
  for await (const batch of simsParser.parse(await openSource(path), { school: '9998888' })) {
    for (const item of batch) {
      const name = isRecord(item) ? item.kind : 'issues';
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

/** What the library does for one who wants the rows as objects, and nothing more. */
async function readByCsvParse(): Promise<number> {
  let rows = 0;
  const parser = createReadStream(path, { highWaterMark: 256 * 1024 }).pipe(parse({ columns: true }));
  for await (const record of parser) if (record !== undefined) rows++;
  return rows;
}

const jobs: Record<string, (() => Promise<unknown>) | undefined> = {
  write,
  parse: parseBySims,
  'csv-parse': readByCsvParse,
};
const started = performance.now();
const before = process.cpuUsage();
const result = await jobs[job]?.();
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    result,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
