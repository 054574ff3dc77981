import { makeHead, openSource, UnreadableInputError } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { HEADER, IDENTIFIERS, parseText } from './__fixtures__/parse-text.js';
import { ctfParser } from './ctf-parser.js';

function head(text: string, name?: string) {
  return makeHead(new TextEncoder().encode(text), name);
}

function pupils(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `<Pupil><Surname>S${i}</Surname><Forename>F</Forename></Pupil>`,
  ).join('');
}

describe('detect', () => {
  it.each([
    ['<?xml version="1.0"?>\n<!-- made by hand --><CTfile><Header><CTFversion>25.0</CTFversion>', 1, '25.0'],
    ['\ufeff<CTFile xmlns="urn:x"><Header><CTFVersion>22.0</CTFVersion>', 1, '22.0'],
    ['<c:ctfile xmlns:c="urn:x">', 0.9, undefined],
  ])('knows %s', (text, confidence, version) => {
    expect(ctfParser.detect(head(text))).toMatchObject({
      confidence,
      ...(version === undefined ? {} : { version }),
    });
  });

  it.each(['<ATfile><Header/></ATfile>', '<CTFs/>', 'UPN,Surname', '', '{}', '<!DOCTYPE CTfile><CTfile/>'])(
    'leaves %s to others, whatever its name says',
    (text) => {
      expect(ctfParser.detect(head(text, '8562001_CTF_8564002_001.xml'))).toBeUndefined();
    },
  );
});

describe('parse', () => {
  it('reads prefixed names', async () => {
    const { of } = await parseText(
      '<c:CTfile xmlns:c="urn:x"><c:CTFpupilData><c:Pupil><c:Surname>A</c:Surname></c:Pupil></c:CTFpupilData></c:CTfile>',
    );
    expect(of('pupil')).toMatchObject([{ surname: 'A' }]);
  });

  it('never divides a pupil between batches', async () => {
    const text = `<CTfile>${HEADER}<CTFpupilData>${`<Pupil>${IDENTIFIERS}<Contacts>${[1, 2, 3, 4].map((n) => `<Contact><Surname>C${n}</Surname></Contact>`).join('')}</Contacts></Pupil>`.repeat(5)}</CTFpupilData></CTfile>`;
    const source = await openSource(new TextEncoder().encode(text));
    const sizes: number[] = [];
    for await (const batch of ctfParser.parse(source, { batchSize: 7 })) {
      sizes.push(batch.length);
      const last = batch.at(-1);
      expect(last).toMatchObject({ kind: 'contact' });
    }
    expect(sizes).toEqual([11, 10, 5]);
  });

  it('completes the file’s digest for all its records', async () => {
    const { records } = await parseText(
      `<CTfile>${HEADER}<CTFpupilData>${pupils(3)}</CTFpupilData></CTfile>`,
    );
    expect(new Set(records.map(({ provenance }) => provenance.file)).size).toBe(1);
    expect(records[0]?.provenance.file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(records[0]?.provenance.file.size).toBeGreaterThan(100);
  });

  it('refuses another root', async () => {
    await expect(parseText('<ATfile/>')).rejects.toMatchObject({
      name: 'UnreadableInputError',
      code: 'ctf-root',
    });
  });

  it.each([
    ['cut short', `<CTfile>${HEADER}<CTFpupilData><Pupil><UPN>H85`],
    ['two files in one', '<CTfile/><CTfile/>'],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><CTfile/>'],
    ['empty', ''],
    ['a ZIP file', 'PK\u0003\u0004 and more'],
  ])('throws for what can not be read: %s', async (_, text) => {
    await expect(parseText(text)).rejects.toBeInstanceOf(UnreadableInputError);
  });

  it('says when there is no pupil', async () => {
    const { issues } = await parseText(`<CTfile>${HEADER}<CTFpupilData/></CTfile>`);
    expect(issues).toMatchObject([{ code: 'ctf-no-pupils', severity: 'query' }]);
  });

  it('keeps what stands beside header and pupils whole', async () => {
    const { of, issues } = await parseText(
      `<CTfile>${HEADER}<Footer><Count>1</Count></Footer><CTFpupilData>${pupils(1)}<Person><UPN>x</UPN></Person></CTFpupilData></CTfile>`,
    );
    expect(of('unreadable')).toMatchObject([
      { intended: 'Footer', school: '8562001', raw: { Count: '1' } },
      { intended: 'Person', raw: { UPN: 'x' } },
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['ctf-element-misplaced', 'ctf-element-misplaced']);
  });

  it('stops when it is told to', async () => {
    const source = await openSource(
      new TextEncoder().encode(`<CTfile>${HEADER}<CTFpupilData>${pupils(50_000)}</CTFpupilData></CTfile>`),
    );
    const controller = new AbortController();
    const run = async () => {
      for await (const batch of ctfParser.parse(source, { signal: controller.signal })) {
        expect(batch.length).toBeGreaterThan(0);
        controller.abort(new Error('enough'));
      }
    };
    await expect(run()).rejects.toThrow('enough');
  });

  it('keeps its thrown messages free of data', async () => {
    const error = await parseText(
      `<CTfile>${HEADER}<CTFpupilData><Pupil><Surname>Secretname</Forename>`,
    ).catch((thrown: unknown) => thrown);
    expect(String(error)).not.toContain('Secretname');
  });
});
