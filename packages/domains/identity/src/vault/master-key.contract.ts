import { describe, expect, test } from 'vitest';
import type { MasterKey } from '../ports.ts';

export interface MasterKeyUnderTest {
  /** Another process on the same master key. */
  open(): MasterKey;
  /** Makes another master key the current one; the old ones stay. */
  rotate(): Promise<unknown>;
}

const secret = Buffer.from('0123456789abcdef0123456789abcdef');

/** What every keeper of master keys does: a file, AWS KMS. `subject` is read when a test runs. */
export function describeMasterKey(name: string, subject: () => MasterKeyUnderTest): void {
  describe(`a master key in ${name}`, () => {
    const open = () => subject().open();

    test('gives back what it wrapped, also in another process, and never the same twice', async () => {
      const [one, other] = [open(), open()];
      const wrapped = await one.wrap(secret);
      expect(wrapped.masterKeyId).toBe(await one.currentKeyId());
      expect(Buffer.from(wrapped.wrapped, 'base64').includes(secret)).toBe(false);
      expect(Buffer.from(await other.unwrap(wrapped))).toEqual(secret);
      expect((await one.wrap(secret)).wrapped).not.toBe(wrapped.wrapped);
    });

    test('refuses what was tampered with', async () => {
      const key = open();
      const { masterKeyId, wrapped } = await key.wrap(secret);
      const bytes = Buffer.from(wrapped, 'base64');
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      await expect(key.unwrap({ masterKeyId, wrapped: bytes.toString('base64') })).rejects.toThrow();
    });

    test('after a change of the master key the old one still opens what it wrapped', async () => {
      const before = await open().wrap(secret);
      await subject().rotate();
      const after = open();
      expect(await after.currentKeyId()).not.toBe(before.masterKeyId);
      expect(Buffer.from(await after.unwrap(before))).toEqual(secret);
      const again = await after.wrap(secret);
      expect(again.masterKeyId).toBe(await after.currentKeyId());
      expect(Buffer.from(await after.unwrap(again))).toEqual(secret);
    });

    test('a key that is not there is refused', async () => {
      const { wrapped } = await open().wrap(secret);
      await expect(open().unwrap({ masterKeyId: 'local:000000000000', wrapped })).rejects.toThrow();
    });
  });
}
