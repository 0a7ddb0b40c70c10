import { newId, type RateLimiter } from '@mallhive/kernel';
import { type RedisServer, startRedis } from '@mallhive/testing/redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryRateLimiter, createRedisRateLimiter } from './index.ts';

let server: RedisServer;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  server = await startRedis();
});
afterAll(async () => {
  for (const close of closing) await close();
  await server.stop();
});

/** A limiter on the server, once it is connected: before that it would count in memory. */
async function onRedis(states: string[] = []) {
  const limiter = createRedisRateLimiter({ url: server.url, onState: (state) => states.push(state) });
  closing.push(limiter.close);
  await expect
    .poll(async () => {
      const key = newId();
      await limiter.take(key, rule);
      return (await server.keys()).some((name) => name.includes(key));
    })
    .toBe(true);
  return limiter;
}

const rule = { limit: 3, windowSeconds: 60 };

describe.each<[string, () => Promise<RateLimiter>]>([
  ['memory', async () => createMemoryRateLimiter()],
  ['redis', () => onRedis()],
])('a rate limiter in %s', (_name, create) => {
  test('counts down, refuses with the time to wait, and forgets on reset', async () => {
    const limiter = await create();
    const key = newId();
    const remaining = [];
    for (let i = 0; i < 3; i += 1) remaining.push((await limiter.take(key, rule)).remaining);
    expect(remaining).toEqual([2, 1, 0]);
    const refused = await limiter.take(key, rule);
    expect(refused).toMatchObject({ allowed: false, remaining: 0 });
    expect(refused.retryAfterSeconds).toBeGreaterThan(0);
    expect(refused.retryAfterSeconds).toBeLessThanOrEqual(60);
    await limiter.reset(key, rule);
    expect(await limiter.take(key, rule)).toMatchObject({ allowed: true, remaining: 2, retryAfterSeconds: 0 });
  });

  test('twenty at once: exactly the limit gets through', async () => {
    const limiter = await create();
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 20 }, () => limiter.take(key, rule)));
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(3);
  });

  test('one key does not use up another, nor one rule another', async () => {
    const limiter = await create();
    const key = newId();
    for (let i = 0; i < 4; i += 1) await limiter.take(key, rule);
    expect((await limiter.take(newId(), rule)).allowed).toBe(true);
    expect((await limiter.take(key, { limit: 10, windowSeconds: 60 })).allowed).toBe(true);
  });

  test('a window ends', async () => {
    const limiter = await create();
    const key = newId();
    const short = { limit: 1, windowSeconds: 1 };
    expect((await limiter.take(key, short)).allowed).toBe(true);
    expect((await limiter.take(key, short)).allowed).toBe(false);
    await expect.poll(async () => (await limiter.take(key, short)).allowed, { timeout: 3_000 }).toBe(true);
  });
});

test('two processes count together', async () => {
  const [one, other] = [await onRedis(), await onRedis()];
  const key = newId();
  for (let i = 0; i < 3; i += 1) await one.take(key, rule);
  expect((await other.take(key, rule)).allowed).toBe(false);
});

test('when the server dies counting goes on in memory, and on the server again when it is back', async () => {
  const states: string[] = [];
  const limiter = await onRedis(states);
  await server.kill();
  const key = newId();
  const answers = [];
  for (let i = 0; i < 5; i += 1) answers.push((await limiter.take(key, rule)).allowed);
  expect(answers).toEqual([true, true, true, false, false]);
  await expect.poll(() => states).toContain('lost');
  await server.restart();
  await expect.poll(() => states, { timeout: 15_000 }).toContain('ready');
  const later = newId();
  await limiter.take(later, rule);
  expect((await server.keys()).some((name) => name.includes(later))).toBe(true);
});
