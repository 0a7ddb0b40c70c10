import { randomBytes } from 'node:crypto';
import { type Clock, newId } from '@mallhive/kernel';
import type { MasterKey } from '../ports.ts';
import type { KeyRow, KeyringRepository } from './keyring.repository.ts';

/** `data` wraps the data keys of rows; `index` makes blind indexes and stays, because every index hangs on it. */
export type KeyPurpose = 'data' | 'index';

export interface KeyringKey {
  id: string;
  key: Uint8Array;
}

export interface Keyring {
  /** The key to use now; the first one of all is made here. */
  current(purpose: KeyPurpose): Promise<KeyringKey>;
  find(id: string): Promise<Uint8Array>;
  /** Forgets what is unwrapped, so that the next use reads the table again. */
  refresh(): void;
}

/** So long unwrapped keys stay in memory: a master key that is taken away takes effect after this time. */
export const keepMs = 15 * 60_000;

interface Loaded {
  until: number;
  byId: Map<string, Uint8Array>;
  current: Map<string, KeyringKey>;
}

/** The handful of key-encryption keys: read with one statement, unwrapped by the master key, kept for a while. */
export function createKeyring(deps: { keys: KeyringRepository; master: MasterKey; clock: Clock }): Keyring {
  const { keys, master, clock } = deps;
  let loading: Promise<Loaded> | undefined;

  const unwrapAll = async (rows: readonly KeyRow[]): Promise<Loaded> => {
    const opened = await Promise.all(
      rows.map(async ({ id, masterKeyId, wrapped }) => ({ id, key: await master.unwrap({ masterKeyId, wrapped }) })),
    );
    const byId = new Map(opened.map(({ id, key }) => [id, key]));
    const current = new Map(
      rows.flatMap(({ id, purpose, retiredAt }) => {
        const key = byId.get(id);
        return key && retiredAt === null ? [[purpose, { id, key }] as const] : [];
      }),
    );
    return { until: clock.now().getTime() + keepMs, byId, current };
  };

  const load = async (): Promise<Loaded> => {
    const rows = await keys.all();
    const missing = (['data', 'index'] as const).filter(
      (purpose) => !rows.some((row) => row.purpose === purpose && row.retiredAt === null),
    );
    if (missing.length === 0) return unwrapAll(rows);
    // Of two processes that start on an empty database at once, the one whose row is there first wins.
    const fresh = await Promise.all(
      missing.map(async (purpose) => ({ id: newId(), purpose, ...(await master.wrap(randomBytes(32))) })),
    );
    await keys.insertMissing(fresh, clock.now());
    return unwrapAll(await keys.all());
  };

  const loaded = async (): Promise<Loaded> => {
    const before = loading;
    const known = await (before ?? start());
    if (known.until > clock.now().getTime()) return known;
    // Many may find the keys too old at once; the first one reads them again.
    return loading && loading !== before ? loading : start();
  };
  const start = (): Promise<Loaded> => {
    const attempt = load();
    loading = attempt;
    attempt.catch(() => {
      if (loading === attempt) loading = undefined;
    });
    return attempt;
  };

  return {
    current: async (purpose) => {
      const key = (await loaded()).current.get(purpose);
      if (!key) throw new Error(`There is no ${purpose} key`);
      return key;
    },
    find: async (id) => {
      const known = (await loaded()).byId.get(id);
      if (known) return known;
      // Another process has made a new one meanwhile.
      const fresh = (await start()).byId.get(id);
      if (!fresh) throw new Error(`The key-encryption key ${id || '(none)'} is not in identity.encryption_keys`);
      return fresh;
    },
    refresh: () => {
      loading = undefined;
    },
  };
}
