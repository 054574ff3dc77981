import { describe, expect, it } from 'vitest';
import { notText, otherText, mutate, seeded } from '../testing/hostile.js';
import { makeOds, makeXlsx, xlsxParts } from './make-workbook.test-support.js';
import { sniffWorkbook } from './sniff-workbook.js';
import { makeZip } from './zip.test-support.js';

const strings = '<si><t>UPN</t></si><si><t>Surname</t></si>';
const data =
  '<row r="2"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c s="1"><v>40301</v></c></row>';
const xlsx = makeXlsx({
  sheets: [
    { name: 'Lists', state: 'hidden', data: '' },
    { name: 'Pupils', data },
  ],
  strings,
  formats: ['dd/mm/yyyy'],
});

describe('sniffWorkbook', () => {
  it('a whole small .xlsx: names, first rows of the first visible sheet, texts', () => {
    expect(sniffWorkbook(xlsx)).toEqual({
      format: 'xlsx',
      sheetNames: ['Lists', 'Pupils'],
      rows: [['UPN', 'Surname'], ['2010-05-03']],
      at: [2, 3],
      strings: ['UPN', 'Surname'],
    });
  });

  it('a head that ends before the texts: their cells are blank', () => {
    const parts = xlsxParts({
      sheets: [{ name: 'Pupils', data: data + '<row><c><v>7</v></c></row>' }],
      strings,
    });
    const bytes = makeZip(parts);
    const head = bytes.subarray(0, bytes.indexOf('xl/sharedStrings.xml') - 30);
    expect(sniffWorkbook(head)).toEqual({
      format: 'xlsx',
      sheetNames: ['Pupils'],
      rows: [['40301'], ['7']],
      at: [3, 4],
    });
  });

  it('a head that ends within a sheet: the rows before', () => {
    const noise = seeded(1);
    const many = Array.from(
      { length: 20_000 },
      () => `<row><c><v>${Math.floor(noise() * 1e9)}</v></c></row>`,
    );
    const bytes = makeXlsx({ sheets: [{ data: many.join('') }] });
    expect(bytes.length).toBeGreaterThan(65_536);
    expect(sniffWorkbook(bytes.subarray(0, 65_536))?.rows?.length).toBeGreaterThan(100);
  });

  it('texts where the sheet lies behind them', () => {
    const parts = xlsxParts({ sheets: [{ data }], strings }).filter(({ name }) => !name.includes('sheet1'));
    expect(sniffWorkbook(makeZip(parts))).toMatchObject({ strings: ['UPN', 'Surname'] });
  });

  it('an .ods', () => {
    const cell = '<table:table-cell office:value-type="string"><text:p>UPN</text:p></table:table-cell>';
    const bytes = makeOds(
      `<table:table table:name="A"><table:table-row>${cell}</table:table-row></table:table><table:table table:name="B"/>`,
    );
    const sniffed = { format: 'ods', sheetNames: ['A', 'B'], rows: [['UPN']], at: [1] };
    expect(sniffWorkbook(bytes)).toEqual(sniffed);
    expect(sniffWorkbook(bytes.subarray(0, 100))).toEqual({ format: 'ods' });
  });

  it('nothing else', () => {
    for (const bytes of [...Object.values(notText), ...Object.values(otherText)]) {
      const sniffed = sniffWorkbook(bytes);
      expect(sniffed?.rows).toBeUndefined();
    }
    expect(sniffWorkbook(makeZip([{ name: 'a.xml', data: '<a/>' }]))).toBeUndefined();
    expect(sniffWorkbook(makeZip([{ name: 'xl/workbook.bin', data: 'x' }]))).toBeUndefined();
    expect(sniffWorkbook(makeZip([{ name: 'word/document.xml', data: '<a/>' }]))).toBeUndefined();
  });

  it('never throws, whatever comes', () => {
    const next = seeded(5);
    for (let i = 0; i < 1000; i++) expect(() => sniffWorkbook(mutate(xlsx, next))).not.toThrow();
    for (let i = 0; i < xlsx.length; i += 7) expect(() => sniffWorkbook(xlsx.subarray(0, i))).not.toThrow();
  });

  it('a head that unpacks to far more is no trouble', () => {
    const bomb = makeXlsx({ sheets: [{ data: ' '.repeat(60 * 1024 * 1024) }] });
    const started = performance.now();
    expect(sniffWorkbook(bomb.subarray(0, 65_536))).toMatchObject({ format: 'xlsx' });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
