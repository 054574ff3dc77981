import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { broken, cut, FakeIsams, json, stalled, student, text } from '../__fixtures__/fake-isams.js';
import { createIsamsClient, IsamsApiError } from '../index.js';

const STUDENTS = '/api/students';
const TOKEN = '/auth/connect/token';
const five = [1, 2, 3, 4, 5].map(student);

let server: FakeIsams;
beforeEach(async () => {
  server = new FakeIsams();
  await server.start();
  server.pages(STUDENTS, 'students', five, 2);
});
afterEach(async () => {
  await server.stop();
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function failure(items: AsyncIterable<unknown> | Promise<unknown>): Promise<IsamsApiError> {
  try {
    await (items instanceof Promise ? items : all(items));
  } catch (error) {
    expect(error).toBeInstanceOf(IsamsApiError);
    return error as IsamsApiError;
  }
  throw new Error('nothing was thrown');
}

describe('paging', () => {
  it('gives all items, a request for each page, in order', async () => {
    const items = await all(server.client().students({ params: { expand: 'customFields' } }));
    expect(items.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
    expect(server.seen.map(({ path }) => path)).toEqual([
      TOKEN,
      ...[1, 2, 3].map((page) => `/api/students?expand=customFields&page=${page}&pageSize=100`),
    ]);
  });

  it('obeys the size of pages that the server gives, with no number of pages', async () => {
    server.routes.set(STUDENTS, (request, response, url) => {
      const page = Number(url.searchParams.get('page'));
      json({ page, pageSize: 2, students: five.slice((page - 1) * 2, page * 2) })(request, response, url);
    });
    expect(await all(server.client().students())).toHaveLength(5);
  });

  it('ends at an empty page, at an empty list, and takes a list without pages', async () => {
    server.pages(STUDENTS, 'students', five.slice(0, 2), 2, 100);
    expect(await all(server.client().students())).toHaveLength(2);
    server.pages(STUDENTS, 'students', [], 2);
    expect(await all(server.client().students())).toEqual([]);
    server.routes.set('/api/school/terms', json([{ id: 1 }, { id: 2 }]));
    expect(await all(server.client().terms())).toHaveLength(2);
  });

  it('stops a server that gives a page again, by its number or its content', async () => {
    const repeated = { pageSize: 2, totalPages: 9, students: five.slice(0, 2) };
    server.routes.set(STUDENTS, json({ page: 1, ...repeated }));
    expect(await failure(server.client().students())).toMatchObject({ code: 'isams-page-repeated' });
    server.routes.set(STUDENTS, json(repeated));
    expect(await failure(server.client().students())).toMatchObject({ code: 'isams-page-repeated' });
  });

  it('stops a server that never comes to an end', async () => {
    server.routes.set(STUDENTS, (request, response, url) => {
      const page = Number(url.searchParams.get('page'));
      json({ page, pageSize: 1, totalPages: page + 1, students: [student(page)] })(request, response, url);
    });
    expect(await failure(server.client({ maxPages: 7 }).students())).toMatchObject({
      code: 'isams-too-many-pages',
      endpoint: 'students',
    });
    expect(server.seen).toHaveLength(8);
  });

  it.each([
    ['an object without a list', { message: 'hello' }],
    ['a list of what is no object', { page: 1, students: ['Ann'] }],
    ['a text', 'Ann'],
  ])('says that %s has not the shape', async (_, answer) => {
    server.routes.set(STUDENTS, json(answer));
    expect(await failure(server.client().students())).toMatchObject({ code: 'isams-shape' });
  });
});

describe('tokens', () => {
  it('are asked for once, by many requests at a time too, and kept', async () => {
    server.routes.set('/api/school/houses', json({ houses: [] }));
    const client = server.client({ scope: 'apiv1' });
    await Promise.all([all(client.students()), all(client.houses()), all(client.students())]);
    expect(server.tokens).toBe(1);
    expect(server.seen[0]?.body).toContain('scope=apiv1');
  });

  it('are renewed before their end', async () => {
    const client = server.client();
    await all(client.students());
    server.time += 3_600_000 - 61_000;
    await all(client.students());
    expect(server.tokens).toBe(1);
    server.time += 2_000;
    await all(client.students());
    expect(server.tokens).toBe(2);
  });

  it('are renewed once when the server refuses them', async () => {
    const client = server.client();
    await all(client.students());
    server.revoked.add('token-1');
    expect(await all(client.students())).toHaveLength(5);
    expect(server.tokens).toBe(2);
    server.fault(STUDENTS, text('', 401), text('', 401), text('', 401));
    expect(await failure(client.students())).toMatchObject({
      code: 'isams-unauthorised',
      status: 401,
      attempts: 2,
    });
  });

  it('are not given for a wrong secret, which no error shows', async () => {
    const client = server.client({ clientSecret: 'wrong-secret-7f' });
    const error = await failure(client.students());
    expect(error).toMatchObject({ code: 'isams-credentials', status: 400, attempts: 1 });
    expect(`${error.stack}${JSON.stringify(error)}${error.help}`).not.toContain('wrong-secret');
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ['a log-in page', text('<!DOCTYPE html><html></html>'), 'isams-html'],
    ['broken JSON', text('{"access_token":"abc'), 'isams-json'],
    ['no token', json({ token_type: 'Bearer' }), 'isams-shape'],
  ])('are refused when the answer is %s', async (_, answer, code) => {
    server.fault(TOKEN, answer);
    expect(await failure(server.client().students())).toMatchObject({ code });
  });

  it('are asked for again when the server is busy, with one request at a time allowed', async () => {
    server.fault(TOKEN, text('', 503), broken);
    expect(await all(server.client({ maxConcurrency: 1 }).students())).toHaveLength(5);
  });
});

describe('failures that pass', () => {
  it.each([
    ['500', [text('', 500)], [500]],
    ['502, 503, 504 with longer waits', [text('', 502), text('', 503), text('', 504)], [500, 1000, 2000]],
    ['a broken connection', [broken], [500]],
    ['an answer cut short', [cut], [500]],
    ['JSON cut short', [text('{"students":[{"surname":"Exampleton')], [500]],
    ['429 with seconds', [text('', 429, { 'retry-after': '7' })], [7000]],
    ['429 with a date', [text('', 429, { 'retry-after': 'Fri, 20 Nov 2026 06:00:30 GMT' })], [30_000]],
    ['429 without a time', [text('', 429)], [500]],
    ['429 with nonsense', [text('', 429, { 'retry-after': '2026' + 'x' })], [500]],
    [
      '403 about the rate limit',
      [text('{"message":"Rate limit exceeded"}', 403, { 'retry-after': '3' })],
      [3000],
    ],
  ])('%s', async (_, faults, waits) => {
    server.fault(STUDENTS, ...faults);
    expect(await all(server.client().students())).toHaveLength(5);
    expect(server.waits).toEqual(waits);
  });

  it('fail for good after the retries, and say how often it was tried', async () => {
    server.fault(STUDENTS, ...Array.from({ length: 9 }, () => text('Surname1 is broken', 500)));
    const error = await failure(server.client({ retries: 2 }).students());
    expect(error).toMatchObject({ code: 'isams-http', status: 500, attempts: 3 });
    expect(error.message).not.toContain('Surname1');
  });

  it('are not waited for longer than allowed', async () => {
    server.fault(STUDENTS, text('', 429, { 'retry-after': '86400' }));
    expect(await failure(server.client().students())).toMatchObject({
      code: 'isams-rate-limit',
      attempts: 1,
    });
    expect(server.waits).toEqual([]);
  });

  it('of slow answers end by the time limit', async () => {
    server.fault(STUDENTS, stalled);
    expect(await all(server.client({ timeout: 150 }).students())).toHaveLength(5);
    server.fault(STUDENTS, stalled, stalled);
    expect(await failure(server.client({ timeout: 150, retries: 1 }).students())).toMatchObject({
      code: 'isams-timeout',
      attempts: 2,
    });
  });
});

describe('failures that stay', () => {
  it.each([
    ['403', text('not allowed', 403), 'isams-forbidden'],
    ['404', text('', 404), 'isams-not-found'],
    ['400', text('', 400), 'isams-http'],
    [
      'a redirect to a log-in page',
      text('', 302, { location: 'https://elsewhere.example/login' }),
      'isams-redirect',
    ],
    ['a log-in page', text('<!DOCTYPE html>\n<html><body>Sign in</body></html>'), 'isams-html'],
  ])('%s', async (_, fault, code) => {
    server.fault(STUDENTS, fault);
    expect(await failure(server.client().students())).toMatchObject({ code, attempts: 1 });
    expect(server.waits).toEqual([]);
  });

  it('of answers over the limit, announced or not', async () => {
    const client = server.client({ maxResponseBytes: 2_000 });
    server.fault(STUDENTS, text(' '.repeat(3_000), 200, { 'content-length': '3000' }));
    expect(await failure(client.students())).toMatchObject({ code: 'isams-too-large' });
    server.fault(STUDENTS, (_, response) => {
      response.writeHead(200);
      for (let i = 0; i < 5; i++) response.write(' '.repeat(1_000));
      response.end();
    });
    expect(await failure(client.students())).toMatchObject({ code: 'isams-too-large' });
  });

  it('hold no id of a pupil', async () => {
    const error = await failure(server.client().student('100312345601'));
    expect(error).toMatchObject({ code: 'isams-not-found', endpoint: 'students/{id}' });
    expect(`${error.stack}`).not.toContain('100312345601');
  });
});

describe('abort', () => {
  it('ends a wait and a request with the signal’s reason', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    server.fault(STUDENTS, text('', 500));
    const client = createIsamsClient({
      baseUrl: server.url,
      clientId: 'a',
      clientSecret: 'right-secret',
      signal: controller.signal,
    });
    const reading = all(client.students());
    setTimeout(() => controller.abort(reason), 100);
    await expect(reading).rejects.toBe(reason);

    const second = new AbortController();
    server.fault(STUDENTS, stalled);
    const stuck = all(server.client().students({ signal: second.signal }));
    setTimeout(() => second.abort(reason), 50);
    await expect(stuck).rejects.toBe(reason);
    await expect(all(server.client().students({ signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
  });
});

describe('options', () => {
  it.each([
    [{ baseUrl: 'http://school.example' }, TypeError],
    [{ baseUrl: 'school' }, TypeError],
    [{ baseUrl: 'https://user:pass@school.example' }, TypeError],
    [{ clientSecret: '' }, TypeError],
    [{ retries: -1 }, RangeError],
    [{ maxConcurrency: 0 }, RangeError],
  ])('that can not be meant are refused: %o', (options, kind) => {
    expect(() =>
      createIsamsClient({ baseUrl: 'https://a.example', clientId: 'a', clientSecret: 'b', ...options }),
    ).toThrow(kind);
  });

  it('keep a path below /api', async () => {
    const client = server.client();
    await expect(all(client.all('../auth/connect/token'))).rejects.toThrow(TypeError);
    await expect(all(client.all('students?page=9'))).rejects.toThrow(TypeError);
  });
});
