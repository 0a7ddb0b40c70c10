import type { AuditFilter, AuditRow, Clock } from '@mallhive/kernel';

/** What identity needs from outside besides its database. */
export interface IdentityPorts {
  clock: Clock;
  passwords: PasswordHasher;
}

/** A key wrapped by the master key of that name. `wrapped` is base64. */
export interface WrappedKey {
  masterKeyId: string;
  wrapped: string;
}

/**
 * The key above all keys of personal data. It never leaves its store; it wraps a handful of key-encryption keys, each 32
 * bytes. Faults are thrown as they are: nothing can be read or written without it.
 */
export interface MasterKey {
  /** Names the key that `wrap` uses now. */
  currentKeyId(): Promise<string>;
  wrap(key: Uint8Array): Promise<WrappedKey>;
  /** Also what an earlier master key wrapped, as long as the store has it. */
  unwrap(wrapped: WrappedKey): Promise<Uint8Array>;
}

/** Slow on purpose; `verify` takes as long for a wrong password as for the right one. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  /** True when the hash was made with other parameters than today's: the next sign-in replaces it. */
  isOld(hash: string): boolean;
}

/** The audit log of another domain, newest first. `filter.after` is the last entry already seen. */
export type AuditSource = (filter: AuditFilter) => Promise<AuditRow[]>;

/** Where another domain keeps what `secrets.seal` gave it. Rows by id; `dataKey` is the whole sealed text. */
export interface SealedElsewhere {
  /** Those under another key than `current`, in the order of their ids, after `after`. */
  old(current: string, after: string, limit: number): Promise<{ id: string; dataKey: string }[]>;
  /** Rows that were written meanwhile keep what they have. Answers how many changed. */
  replace(rows: readonly { id: string; before: string; after: string }[]): Promise<number>;
  /** The ids of all keys that are in use there. */
  keys(): Promise<string[]>;
}
