import { isUnreadableInputError, openSource } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NccisYoungPerson } from '../nccis/young-person.js';
import { changedSince } from './changed-since.js';
import {
  contentDigest,
  emptyExportState,
  idDigest,
  readExportState,
  writeExportState,
  type ExportKeyOptions,
  type ExportState,
} from './export-state.js';

const SECRET = 'a secret of the council’s own';

async function textOf(state: ExportState): Promise<string> {
  let text = '';
  for await (const piece of writeExportState(state)) text += piece;
  return text;
}

async function read(content: string | Uint8Array, options?: ExportKeyOptions): Promise<ExportState> {
  return readExportState(await openSource(Buffer.from(content)), options);
}

async function codeOf(content: string | Uint8Array, options?: ExportKeyOptions): Promise<string> {
  try {
    await read(content, options);
  } catch (error) {
    if (isUnreadableInputError(error)) return error.code;
    throw error;
  }
  return 'read';
}

async function after(
  state: ExportState,
  people: NccisYoungPerson[],
  exportedOn?: string,
): Promise<ExportState> {
  const changes = changedSince(state, people, { exportedOn });
  for (;;) {
    const step = await changes.next();
    if (step.done === true) return step.value.state;
  }
}

const people: NccisYoungPerson[] = [
  { youngPersonsId: '9990000000001', givenName: 'Ada', familyName: 'Example', dob: '2010-01-10' },
  { youngPersonsId: '9990000000002', givenName: 'Ben', postcode: 'ZZ99 9ZZ', characteristics: ['110'] },
];

describe('export state', () => {
  it.each([
    ['a secret', { secret: SECRET }],
    ['a secret in bytes', { secret: new Uint8Array(32).fill(7) }],
    ['a salt of its own', {}],
  ])('with %s is read as it was written, with no personal data', async (_, options: ExportKeyOptions) => {
    const state = await after(emptyExportState(options), people, '2026-10-31');
    const text = await textOf(state);
    const back = await read(text, options);
    expect(back.people).toEqual(state.people);
    expect([back.exportedOn, back.salt]).toEqual(['2026-10-31', state.salt]);
    expect(idDigest(back, '1')).toBe(idDigest(state, '1'));
    expect(await textOf(back)).toBe(text);
    for (const data of ['9990000000001', 'Ada', 'Example', '2010-01-10', 'ZZ99', 'Ben', '"110"', SECRET])
      expect(text).not.toContain(data);
    expect(text.split('\n')).toHaveLength(5);
  });

  it('has digests that only the same key makes', () => {
    const [one, other] = [emptyExportState(), emptyExportState()];
    expect(one.salt).toMatch(/^[0-9a-f]{64}$/);
    expect(idDigest(one, '1')).not.toBe(idDigest(other, '1'));
    expect(idDigest(one, '1')).not.toBe(idDigest(one, '1', 2));
    const keyed = emptyExportState({ secret: SECRET });
    expect(keyed).not.toHaveProperty('salt');
    expect(idDigest(keyed, '1')).toBe(idDigest(emptyExportState({ secret: SECRET }), '1'));
    expect(JSON.stringify(keyed)).not.toContain(SECRET);
  });

  it('has a digest of content that depends on values alone', () => {
    const state = emptyExportState();
    const person = { givenName: 'Ada', activity: { activityCode: '210', startDate: '2026-09-01' } };
    const same = {
      activity: { startDate: '2026-09-01', endDate: undefined, activityCode: '210' },
      givenName: 'Ada',
    };
    expect(contentDigest(state, same)).toBe(contentDigest(state, person));
    expect(contentDigest(state, { ...person, givenName: 'Adb' })).not.toBe(contentDigest(state, person));
    expect(contentDigest(state, { ...person, characteristics: ['110'] })).not.toBe(
      contentDigest(state, person),
    );
  });

  it('refuses a short secret', () => {
    expect(() => emptyExportState({ secret: 'short' })).toThrow(RangeError);
  });

  it('tells a wrong key, none, and one too many', async () => {
    const keyed = await textOf(await after(emptyExportState({ secret: SECRET }), people));
    expect(await codeOf(keyed)).toBe('profile-state-key');
    expect(await codeOf(keyed, { secret: 'another secret, of theirs' })).toBe('profile-state-key');
    expect(await codeOf(keyed, { secret: SECRET })).toBe('read');
    const salted = await textOf(emptyExportState());
    expect(await codeOf(salted, { secret: SECRET })).toBe('profile-state-key');
  });

  it.each([
    ['nothing', '', 'empty-file'],
    ['a CSV', 'YoungPersonsID,Surname\n1,Example\n', 'profile-state-format'],
    ['another JSON', '{"format":"other"}\n', 'profile-state-format'],
    [
      'a newer version',
      '{"format":"rollbook-profile-export-state","version":2,"check":""}\n',
      'profile-state-format',
    ],
    ['one long line', 'x'.repeat(100_000), 'profile-state-format'],
    ['a PDF', '%PDF-1.7\n', 'pdf-file'],
  ])('refuses %s', async (_, content, code) => {
    expect(await codeOf(content)).toBe(code);
  });

  it('finds any cut and any changed byte', async () => {
    const text = await textOf(await after(emptyExportState({ secret: SECRET }), people, '2026-10-31'));
    const bytes = Buffer.from(text);
    for (let length = 0; length < bytes.length; length += 1)
      expect(await codeOf(bytes.subarray(0, length), { secret: SECRET })).not.toBe('read');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, shift) => {
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at]! + shift) % 256;
          expect(await codeOf(changed, { secret: SECRET })).not.toBe('read');
        },
      ),
    );
    expect(await codeOf(`${text}more\n`, { secret: SECRET })).toBe('profile-state-damaged');
  });

  it('ends any bytes with an UnreadableInputError', async () => {
    const start = Buffer.from(await textOf(emptyExportState()));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, behind) => {
        const content = behind ? Buffer.concat([start.subarray(0, start.indexOf(10) + 1), bytes]) : bytes;
        expect(await codeOf(content)).not.toBe('read');
      }),
    );
    expect(await codeOf(Buffer.from(start.toString(), 'utf16le'))).not.toBe('read');
  });

  it('is written in pieces and read in them', async () => {
    const state = emptyExportState({ secret: SECRET });
    const many = new Map(
      Array.from({ length: 3000 }, (_, i) => [idDigest(state, String(i)), idDigest(state, `${i}x`)]),
    );
    const pieces: string[] = [];
    for await (const piece of writeExportState({ ...state, people: many })) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(3);
    expect((await read(pieces.join(''), { secret: SECRET })).people).toEqual(many);
  });
});
