import { parseArgs } from 'node:util';
import { serverOf, withDatabase } from './store/database.js';
import { measureMarks } from './store/measure-marks.js';
import { measureUpserts } from './store/measure-upserts.js';

const USAGE = `npm run bench:store -- upserts|marks [options], on the PostgreSQL of ROLLBOOK_TEST_POSTGRES

  upserts   pupils with two contacts each, beside row-by-row upserts of the same
    --pupils N    100000
    --sample N    pupils of the row-by-row runs (3000)
  marks     two marks a day for each pupil, a file a school
    --pupils N    50000
    --schools N   50
    --days N      190
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pupils: { type: 'string' },
    sample: { type: 'string', default: '3000' },
    schools: { type: 'string', default: '50' },
    days: { type: 'string', default: '190' },
  },
});
const server = serverOf(process.env);
const figure = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
const tell = (figures: object): void => {
  for (const [name, value] of Object.entries(figures))
    console.log(`${name.padEnd(16)} ${figure(value as number)}`);
};

switch (positionals[0]) {
  case 'upserts': {
    const figures = await withDatabase(server, (database) =>
      measureUpserts(database, Number(values.pupils ?? 100_000), Number(values.sample)),
    );
    tell(figures);
    console.log(
      `The loader is ${figure(figures.loader / figures.committedEach)} times as fast as row by row, each committed,`,
    );
    console.log(
      `${figure(figures.loader / figures.committedOnce)} times as fast as row by row in one transaction.`,
    );
    console.log(`The same file again takes 1/${figure(figures.first / figures.again)} of its first load.`);
    break;
  }
  case 'marks': {
    const [pupils, schools, days] = [
      Number(values.pupils ?? 50_000),
      Number(values.schools),
      Number(values.days),
    ];
    tell(
      await withDatabase(server, (database) =>
        measureMarks(database, { pupils, schools, days }, console.log),
      ),
    );
    break;
  }
  default:
    console.error(USAGE);
    process.exitCode = 2;
}
