import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { ObjectStorage } from '../media/ports.ts';

/** What every object storage keeps to. `storage` is asked in each test, because it may only exist after `beforeAll`. */
export function objectStorageContract(storage: () => ObjectStorage): void {
  const key = () => `test/${randomBytes(6).toString('hex')}/thing.bin`;

  test('what was never written is not there', async () => {
    expect(await storage().read(key())).toBeNull();
    expect(await storage().open(key())).toBeNull();
    await storage().remove([key(), key()]);
    await storage().remove([]);
  });

  test.each(['', '/a', '../a', 'a/../b', 'a//b', 'A', 'a b', 'a/', '.hidden', `a/${'x'.repeat(300)}`])(
    'the key %j is refused',
    async (wrong) => {
      await expect(storage().read(wrong)).rejects.toThrow(RangeError);
      await expect(storage().open(wrong)).rejects.toThrow(RangeError);
      await expect(storage().write(wrong, Buffer.from('x'))).rejects.toThrow(RangeError);
      await expect(storage().remove([wrong])).rejects.toThrow(RangeError);
    },
  );

  test('bytes come back as they went, whole or from a place on', async () => {
    const [where, body] = [key(), randomBytes(70_000)];
    await storage().write(where, body);
    expect(await storage().read(where)).toEqual(body);
    const rest = await storage().open(where, 60_000);
    expect(rest && (await buffer(rest))).toEqual(body.subarray(60_000));
    const end = await storage().open(where, body.length);
    expect(end && (await buffer(end))).toHaveLength(0);
  });

  test('a stream of unknown length is written whole', async () => {
    const where = key();
    const parts = Array.from({ length: 120 }, () => randomBytes(60_000));
    await storage().write(where, Readable.from(parts));
    expect(await storage().read(where)).toEqual(Buffer.concat(parts));
  });

  test('a stream that breaks leaves what was there', async () => {
    const where = key();
    await storage().write(where, Buffer.from('first'));
    const breaking = Readable.from(
      (async function* () {
        yield randomBytes(50_000);
        throw new Error('the line went dead');
      })(),
    );
    await expect(storage().write(where, breaking)).rejects.toThrow('the line went dead');
    expect((await storage().read(where))?.toString()).toBe('first');
  });

  test('writing replaces, removing removes', async () => {
    const [one, two] = [key(), key()];
    await storage().write(one, Buffer.from('old and longer'));
    await storage().write(one, Buffer.from('new'));
    await storage().write(two, Buffer.alloc(0));
    expect((await storage().read(one))?.toString()).toBe('new');
    expect(await storage().read(two)).toHaveLength(0);
    await storage().remove([one, two]);
    expect(await storage().read(one)).toBeNull();
    expect(await storage().read(two)).toBeNull();
  });

  test('of many who write the same key at once one wins, whole', async () => {
    const where = key();
    const bodies = Array.from({ length: 8 }, (_, index) => Buffer.alloc(200_000, index));
    await Promise.all(bodies.map((body) => storage().write(where, body)));
    const kept = await storage().read(where);
    expect(bodies.some((body) => kept?.equals(body))).toBe(true);
  });
}
