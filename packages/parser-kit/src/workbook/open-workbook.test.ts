import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UnreadableInputError } from '../errors.js';
import { openSource } from '../source-open.js';
import { mutate, notText, otherText, seeded } from '../testing/hostile.js';
import { ChunkStream } from '../testing/sample.js';
import { makeOds, makeXlsx, readSheet, xlsxParts } from './make-workbook.test-support.js';
import { openWorkbook } from './open-workbook.js';
import type { Workbook } from './workbook.js';
import { makeZip } from './zip.test-support.js';

const strings = '<si><t>UPN</t></si><si><t>Surname</t></si>';
const data =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
  '<row r="2"><c r="A2" s="1"><v>40301</v></c><c r="B2" t="inlineStr"><is><t>Zoë</t></is></c></row>';
const behind = '<mergeCells><mergeCell ref="C1:D2"/></mergeCells>';
const xlsx = makeXlsx({ sheets: [{ data, behind }, { data: '' }], strings, formats: ['dd/mm/yyyy'] });
const ods = makeOds(
  '<table:table table:name="S"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Zoë <text:s/>x</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>',
);
const rows = [
  ['UPN', 'Surname'],
  ['2010-05-03', 'Zoë'],
];

const failure = (bytes: Uint8Array, options = {}) => expect(readSheet(bytes, 0, options)).rejects;

async function drain(workbook: Workbook, index: number): Promise<void> {
  const rows = workbook.rows(index);
  while ((await rows.next()).done !== true);
}

describe('openWorkbook', () => {
  it('reads from a path, a buffer, streams and single bytes alike', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rollbook-'));
    try {
      const path = join(folder, 'a.xlsx');
      await writeFile(path, xlsx);
      for (const input of [path, xlsx, new ChunkStream(xlsx, 1), new ChunkStream(xlsx, 1000)]) {
        const workbook = await openWorkbook(await openSource(input));
        const found: (readonly string[])[] = [];
        for await (const batch of workbook.rows(0)) found.push(...batch.rows);
        expect(found).toEqual(rows);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('tells its progress up to the last byte, forward only', async () => {
    const told: number[] = [];
    const onProgress = (bytes: number) => void told.push(bytes);
    const workbook = await openWorkbook(await openSource(xlsx), { onProgress });
    for (const { index } of workbook.sheets) await drain(workbook, index);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(xlsx.length);
    const first: number[] = [];
    const other = await openWorkbook(await openSource(xlsx), {
      onProgress: (bytes) => void first.push(bytes),
    });
    await drain(other, 0);
    expect(first.at(-1)).toBeLessThan(xlsx.length);
    other.close();
    expect(first.at(-1)).toBe(xlsx.length);
    await expect(other.rows(0).next()).rejects.toThrow('closed');
  });

  it('stops when aborted, before, while the file is read, and while rows are', async () => {
    const reason = new Error('stop');
    await failure(xlsx, { signal: AbortSignal.abort(reason) }).toBe(reason);
    const during = new AbortController();
    const chunks = new ChunkStream(xlsx, 100, (reads) => {
      if (reads === 3) during.abort(reason);
    });
    await expect(openWorkbook(await openSource(chunks), { signal: during.signal })).rejects.toBe(reason);
    expect(chunks.closed).toBe(true);
    const many = makeXlsx({ sheets: [{ data: '<row><c><v>1</v></c></row>'.repeat(20_000) }] });
    const later = new AbortController();
    const workbook = await openWorkbook(await openSource(many), { signal: later.signal });
    const read = async () => {
      for await (const batch of workbook.rows(0)) if (batch.rows.length > 0) later.abort(reason);
    };
    await expect(read()).rejects.toBe(reason);
  });

  it('reads a sheet twice, and two at a time', async () => {
    const workbook = await openWorkbook(await openSource(xlsx));
    const [a, b] = [workbook.rows(0), workbook.rows(0)];
    expect((await a.next()).value).toEqual((await b.next()).value);
  });
});

describe('what is no readable workbook', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000, 1)]);
  const zip = (...names: string[]) => makeZip(names.map((name) => ({ name, data: 'x' })));
  const officeMain = (target: string) =>
    `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`;
  it.each([
    ['an old workbook', ole, 'xls-file'],
    [
      'an encrypted workbook',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'workbook-encrypted',
    ],
    [
      'a binary workbook',
      makeZip([{ name: '_rels/.rels', data: officeMain('xl/workbook.bin') }]),
      'xlsb-file',
    ],
    [
      'a Word document',
      makeZip([{ name: '_rels/.rels', data: officeMain('word/document.xml') }]),
      'office-file',
    ],
    ['an unknown Office document', zip('[Content_Types].xml'), 'office-file'],
    ['a Numbers document', zip('Index/Document.iwa'), 'numbers-file'],
    [
      'an OpenDocument text',
      makeZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }]),
      'office-file',
    ],
    ['another archive', zip('export.xml'), 'zip-file'],
    ['an empty archive', makeZip([]), 'zip-file'],
    [
      'no part with the sheets',
      makeZip([{ name: '_rels/.rels', data: officeMain('xl/workbook.xml') }]),
      'workbook-damaged',
    ],
    ['CSV', Buffer.from('UPN,Surname\nA,B\n'), 'not-a-workbook'],
    ['an empty file', new Uint8Array(0), 'empty-file'],
    ['a PDF', notText.PDF!, 'pdf-file'],
    ['an encrypted part', makeZip([{ name: 'xl/workbook.xml', data: 'x', flags: 1 }]), 'workbook-encrypted'],
    [
      'strongly encrypted parts',
      makeZip([{ name: 'xl/workbook.xml', data: 'x', flags: 0x41 }]),
      'workbook-encrypted',
    ],
    ['a part twice', zip('xl/workbook.xml', 'XL/workbook.xml'), 'workbook-damaged'],
    ['a name that leads out', zip('../../etc/passwd'), 'workbook-damaged'],
  ])('%s: %s', async (_, bytes, code) => {
    const error: unknown = await readSheet(bytes).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UnreadableInputError);
    expect(error).toMatchObject({ code });
    expect((error as UnreadableInputError).help).not.toBe('');
  });

  it.each(Object.entries({ ...notText, ...otherText }))('%s is refused', async (_, bytes) => {
    await failure(bytes).toBeInstanceOf(UnreadableInputError);
  });

  it.each([
    ['a wrong checksum', { crc: 1 }],
    ['a part longer than stated', { size: 10 }],
    ['a part shorter than stated', { size: 100_000 }],
  ])('%s is damage', async (_, wrong) => {
    const parts = xlsxParts({ sheets: [{ data }], strings });
    const bytes = makeZip(parts.map((part) => (part.name.includes('sheet1') ? { ...part, ...wrong } : part)));
    await failure(bytes).toMatchObject({ code: 'workbook-damaged' });
  });

  it('a DOCTYPE is refused, and the part named', async () => {
    const xml = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>';
    await failure(makeXlsx({ sheets: [{ data: '', xml }] })).toMatchObject({
      code: 'xml-doctype',
      message: expect.stringContaining('In sheet 1 of the workbook') as string,
    });
  });

  it('limits: bytes, parts, unpacked bytes, ratio, strings', async () => {
    const tooLarge = { code: 'workbook-too-large' };
    await failure(xlsx, { limits: { compressedBytes: 100 } }).toMatchObject(tooLarge);
    const stream = await openSource(new ChunkStream(xlsx, 10));
    await expect(openWorkbook(stream, { limits: { compressedBytes: 100 } })).rejects.toMatchObject(tooLarge);
    await failure(xlsx, { limits: { entries: 3 } }).toMatchObject(tooLarge);
    await failure(xlsx, { limits: { uncompressedBytes: 1000 } }).toMatchObject(tooLarge);
    await failure(xlsx, { limits: { sharedStrings: 1 } }).toMatchObject(tooLarge);
    await failure(xlsx, { limits: { sharedStringLength: 4 } }).toMatchObject(tooLarge);
    const bomb = makeXlsx({ sheets: [{ data: `<!--${' '.repeat(1000)}-->`.repeat(20 * 1024) }] });
    expect(bomb.length).toBeLessThan(100_000);
    await failure(bomb).toMatchObject(tooLarge);
    expect((await readSheet(bomb, 0, { limits: { ratio: 2000 } })).rows).toEqual([]);
  });

  it('a file cut anywhere fails', async () => {
    for (const whole of [xlsx, ods]) {
      for (let i = 0; i < 100; i++) {
        const cut = whole.subarray(0, Math.floor((whole.length * i) / 100));
        await failure(cut).toBeInstanceOf(UnreadableInputError);
      }
    }
  });

  it('mutated files give rows or an UnreadableInputError, and soon', async () => {
    const next = seeded(3);
    const started = performance.now();
    let failed = 0;
    const tryOne = async (bytes: Uint8Array) => {
      try {
        await readSheet(bytes, 0, { limits: { cells: 1_000_000 } });
      } catch (error) {
        failed++;
        if (!(error instanceof UnreadableInputError)) throw error;
        expect(error.message).not.toMatch(/Zoë|Surname/);
      }
    };
    for (let i = 0; i < 600; i++) await tryOne(mutate(i % 2 === 0 ? xlsx : ods, next));
    // Parts changed inside a sound archive.
    const parts = xlsxParts({ sheets: [{ data, behind }], strings, formats: ['dd/mm/yyyy'] });
    for (let i = 0; i < 900; i++) {
      const chosen = i % parts.length;
      const changed = parts.map((part, at) =>
        at === chosen ? { ...part, data: mutate(Buffer.from(part.data as string), next) } : part,
      );
      await tryOne(makeZip(changed));
    }
    expect(failed).toBeGreaterThan(300);
    expect(performance.now() - started).toBeLessThan(60_000);
  }, 90_000);

  it('a directory that lies of offsets and lengths', async () => {
    const next = seeded(9);
    const directory = xlsx.indexOf('504b0102', 0, 'hex');
    for (let i = 0; i < 500; i++) {
      const bytes = Buffer.from(xlsx);
      for (let k = 0; k < 1 + (i % 4); k++) {
        const at = directory + Math.floor(next() * (bytes.length - directory));
        bytes[at] = Math.floor(next() * 256);
      }
      await readSheet(bytes).catch((error: unknown) => {
        if (!(error instanceof UnreadableInputError)) throw error;
      });
    }
    expect(crc32(xlsx)).toBeGreaterThan(0);
  }, 60_000);
});
