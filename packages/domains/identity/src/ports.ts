import type { Clock } from '@mallhive/kernel';

/** What identity needs from outside besides its database. */
export interface IdentityPorts {
  clock: Clock;
  passwords: PasswordHasher;
}

/** Slow on purpose; `verify` takes as long for a wrong password as for the right one. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}
