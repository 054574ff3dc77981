import { type Batch, collect, isIssue, type Item } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { aMark, anEnrolment, aPupil, AS_OF } from './testing/samples.js';
import { validate } from './validate.js';

const codeOrKind = (item: Item) => (isIssue(item) ? item.code : item.kind);

async function all(batches: AsyncIterable<Batch>): Promise<Batch[]> {
  const list: Batch[] = [];
  for await (const batch of batches) list.push(batch);
  return list;
}

// eslint-disable-next-line @typescript-eslint/require-await -- a source that is asynchronous, as parsers are
async function* source(...batches: Batch[]) {
  yield* batches;
}

describe('validate', () => {
  it('passes a batch without issues through untouched', async () => {
    const batch = [aPupil(), anEnrolment()];
    const [given] = await all(validate(source(batch), { asOf: AS_OF }));
    expect(given).toBe(batch);
  });

  it('puts issues right behind what they are about and keeps everything else in order', async () => {
    const told = { code: 'ctf-x', severity: 'info', message: 'Told', place: {}, help: 'None.' } as const;
    const batch = [
      aPupil({ sex: undefined }),
      told,
      anEnrolment({ yearGroup: '8' }),
      aMark({ code: '?' }),
      aPupil({ key: 'b', upn: undefined, forename: 'Ali' }),
    ];
    const [given] = await all(validate(source(batch), { asOf: AS_OF }));
    expect(given!.map(codeOrKind)).toEqual([
      'pupil',
      '1610',
      'ctf-x',
      'enrolment',
      'attendance-mark',
      'attendance-mark-unknown',
      'year-group-age',
      'pupil',
      '1500',
    ]);
    expect(given!.filter((item) => batch.includes(item as never))).toEqual(batch);
  });

  it('gives issues of the whole file last', async () => {
    const given = await all(validate([], { asOf: AS_OF }));
    expect(given.map((batch) => batch.map(codeOrKind))).toEqual([['file-without-pupils']]);
  });

  it('remembers pupils from one batch to the next', async () => {
    const { issues } = await collect(
      validate(source([aPupil()], [aPupil({ forename: 'Ali' })]), { asOf: AS_OF }),
    );
    expect(issues.map(({ code }) => code)).toEqual(['1520']);
  });

  it('lets the source stop when the reader does', async () => {
    let stopped = false;
    async function* endless(): AsyncGenerator<Batch> {
      try {
        for (;;) yield await Promise.resolve([aPupil()]);
      } finally {
        stopped = true;
      }
    }
    for await (const batch of validate(endless(), { asOf: AS_OF })) if (batch.length > 0) break;
    expect(stopped).toBe(true);
  });
});
