import { expect, it } from 'vitest';
import { createSchool } from './school.js';

const people = [...createSchool({ seed: 11, pupils: 500 }).records()].filter(
  (record) => record.kind === 'pupil' || record.kind === 'contact',
);

it('has no telephone number that can ring: only those that Ofcom keeps for drama', () => {
  const numbers = people.flatMap((person) => person.phones ?? []).map((phone) => phone.number);
  expect(numbers.length).toBeGreaterThan(1_000);
  for (const number of numbers) {
    expect(number.replaceAll(' ', '').replace(/^\+44/, '0')).toMatch(/^(01632960|07700900)\d{3}$/);
  }
});

it('has no email address that can arrive: only domains kept for examples', () => {
  const addresses = people.flatMap((person) => person.emails ?? []).map((email) => email.address);
  expect(addresses.length).toBeGreaterThan(500);
  for (const address of addresses) expect(address).toMatch(/^[a-z-]+\.[a-z-]+\d*@example\.(org|com|net)$/);
});

it('has no postcode that exists, all of the form of BS 7666', () => {
  const postcodes = people.flatMap((person) => person.address?.postcode ?? []);
  expect(postcodes.length).toBeGreaterThan(500);
  for (const postcode of postcodes) expect(postcode).toMatch(/^ZY\d{1,2} \d[ABD-HJLNP-UW-Z]{2}$/);
});

it('has addresses in both forms that files use', () => {
  const addresses = people.flatMap((person) => person.address ?? []);
  expect(addresses.some((address) => address.lines !== undefined)).toBe(true);
  expect(addresses.some((address) => address.paon !== undefined && address.saon !== undefined)).toBe(true);
});
