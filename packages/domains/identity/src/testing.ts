import type { Database } from '@mallhive/db';
import { systemClock } from '@mallhive/kernel';
import type { MasterKey, PasswordHasher } from './ports.ts';
import { totpCode, totpStep } from './totp.ts';
import { createKeyringRepository } from './vault/keyring.repository.ts';
import { createKeyring } from './vault/keyring.ts';
import { openBytes, sealBytes } from './vault/seal.ts';
import { createVault } from './vault/vault.ts';

/** Stands in for argon2 where a test is not about passwords. Counts, so that a test can tell how much work was done. */
export function fakePasswords(): PasswordHasher & { verifications: number; hashes: number } {
  const fake = {
    verifications: 0,
    hashes: 0,
    isOld: (hash: string) => !hash.startsWith('plain:'),
    hash: async (password: string) => {
      fake.hashes += 1;
      return `plain:${password}`;
    },
    verify: async (hash: string, password: string) => {
      fake.verifications += 1;
      return hash === `plain:${password}`;
    },
  };
  return fake;
}

/** A master key that every test shares, so that two facades over one database understand each other. `rotate` makes another the current one. */
export function testMasterKey(): MasterKey & { rotate(): void; calls: number } {
  let current = 1;
  const keyOf = (id: string) => Buffer.alloc(32, id);
  const fake = {
    calls: 0,
    rotate: () => {
      current += 1;
    },
    currentKeyId: async () => `test:${current}`,
    wrap: async (key: Uint8Array) => {
      fake.calls += 1;
      const masterKeyId = `test:${current}`;
      return { masterKeyId, wrapped: Buffer.from(sealBytes(keyOf(masterKeyId), 'test', key)).toString('base64') };
    },
    unwrap: async ({ masterKeyId, wrapped }: { masterKeyId: string; wrapped: string }) => {
      fake.calls += 1;
      return openBytes(keyOf(masterKeyId), 'test', Buffer.from(wrapped, 'base64').toString());
    },
  };
  return fake;
}

/** By what a test finds a user's row: `prisma.user.findUniqueOrThrow({ where: await whereEmail(db, 'ann@example.com') })`. */
export async function whereEmail(db: Database, email: string): Promise<{ emailIndex: string }> {
  const keyring = createKeyring({ keys: createKeyringRepository(db), master: testMasterKey(), clock: systemClock });
  return { emailIndex: await createVault(keyring).emailIndex(email) };
}

/** The six digits that an authenticator app shows now. */
export const codeOfApp = (secret: string, at = new Date()): string => totpCode(secret, totpStep(at));
