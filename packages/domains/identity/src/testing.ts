import type { PasswordHasher } from './ports.ts';

/** Stands in for argon2 where a test is not about passwords. Counts, so that a test can tell how much work was done. */
export function fakePasswords(): PasswordHasher & { verifications: number } {
  const fake = {
    verifications: 0,
    hash: async (password: string) => `plain:${password}`,
    verify: async (hash: string, password: string) => {
      fake.verifications += 1;
      return hash === `plain:${password}`;
    },
  };
  return fake;
}
