import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from './ports.ts';

/** argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane. `2` is the variant id of argon2id. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** The parameters stand at the beginning of every hash. */
const current = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

export const argon2Passwords: PasswordHasher = {
  hash: (password) => hash(password.normalize('NFKC'), parameters),
  verify: (stored, password) => verify(stored, password.normalize('NFKC')),
  isOld: (stored) => !stored.startsWith(current),
};
