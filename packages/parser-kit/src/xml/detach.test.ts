import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { detach } from './detach.js';
import { scan } from './scan-text.test-support.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heldBy(make: (i: number) => unknown): number {
  const kept: unknown[] = [];
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 200; i++) kept.push(make(i));
  collectGarbage();
  const held = process.memoryUsage().heapUsed - before;
  expect(kept).toHaveLength(200);
  return held;
}

const chunk = (i: number) => `${'x'.repeat(100_000)}A8560000${String(i).padStart(5, '0')}`.split('').join('');

it('copies the text', () => {
  for (const text of ['', 'short', 'A856000000001', 'Zoë “Oak” and more', '\u{1F600}'.repeat(20)]) {
    expect(detach(text)).toBe(text);
  }
});

it('lets go of the text that it was cut from', () => {
  // What it is for: without it, every kept slice would keep its 100,000 characters.
  expect(heldBy((i) => chunk(i).slice(100_000))).toBeGreaterThan(10_000_000);
  expect(heldBy((i) => detach(chunk(i).slice(100_000)))).toBeLessThan(2_000_000);
});

it('is what the reader gives out', () => {
  const filler = 'y'.repeat(100_000);
  const read = (i: number) =>
    scan(
      `<r>${filler.slice(0, 99_000)}<P a="A856000${i + 1_000_000}">Saint Margaret ${i} &amp; Son</P>${i}</r>`,
      {
        records: ['r/P'],
      },
    );
  expect(heldBy((i) => read(i).map(({ element }) => [element.text, element.attributes!.a]))).toBeLessThan(
    2_000_000,
  );
});
