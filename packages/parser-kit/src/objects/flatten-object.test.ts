import { expect, it } from 'vitest';
import { flattenObject } from './flatten-object.js';

it('gives nested members dotted headings, and every value as text', () => {
  const entries = flattenObject({
    id: 12,
    on: true,
    off: false,
    none: null,
    person: { name: 'A', address: { town: 'B' } },
    list: ['a', 1, null],
    objects: [{ a: 1 }],
    empty: {},
  });
  expect(entries).toEqual([
    ['id', '12'],
    ['on', 'TRUE'],
    ['off', 'FALSE'],
    ['none', ''],
    ['person.name', 'A'],
    ['person.address.town', 'B'],
    ['list', 'a, 1, '],
    ['objects', '[{"a":1}]'],
  ]);
});

it('takes an object for one value, or for another object, where it is told so', () => {
  const entries = flattenObject(
    { when: { date: '2026-01-01' }, link: { href: '/x/7' } },
    {
      asText: ({ date }) => (typeof date === 'string' ? date : undefined),
      reshape: (object) => (object.href === undefined ? object : { id: 7 }),
    },
  );
  expect(entries).toEqual([
    ['when', '2026-01-01'],
    ['link.id', '7'],
  ]);
});

it('stops at a depth, and keeps what is below as JSON', () => {
  const deep = JSON.parse('{"a":'.repeat(9) + '1' + '}'.repeat(9)) as Record<string, never>;
  expect(flattenObject(deep)).toEqual([['a.a.a.a.a.a', '{"a":{"a":{"a":1}}}']]);
});
