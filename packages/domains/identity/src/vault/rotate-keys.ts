import { randomBytes } from 'node:crypto';
import { type Clock, newId } from '@mallhive/kernel';
import type { MasterKey, SealedElsewhere } from '../ports.ts';
import type { KeyringRepository } from './keyring.repository.ts';
import { type Keyring, keepMs } from './keyring.ts';
import type { Vault } from './vault.ts';

const batch = 500;

export interface RotationReport {
  /** Key-encryption keys that are wrapped by the current master key now. */
  masterKeyId: string;
  keysRewrapped: number;
  /** Data keys of people, organisations and secrets that were wrapped anew. */
  dataKeysRewrapped: number;
  /** Old key-encryption keys that are gone; they go when no process can be using them any more. */
  keysRemoved: number;
}

/**
 * Wraps everything anew while the shop runs; no field is written. First the key-encryption keys under the master key of now,
 * then, with `newKey`, a fresh key-encryption key and every data key under it. Stopped half-way, the next run goes on: a
 * retired key that is still there means a rotation that has not ended.
 */
export function createRotateKeys(deps: {
  keys: KeyringRepository;
  keyring: Keyring;
  vault: Vault;
  master: MasterKey;
  otherSeals: () => readonly SealedElsewhere[];
  clock: Clock;
}) {
  const { keys, keyring, vault, master, clock } = deps;
  return async (
    options: { newKey: boolean },
    onProgress: (done: number, total: number) => void = () => undefined,
  ): Promise<RotationReport> => {
    await keyring.current('data');
    const masterKeyId = await master.currentKeyId();
    let keysRewrapped = 0;
    const rows = await keys.all();
    for (const { id, wrapped, masterKeyId: before } of rows.filter((row) => row.masterKeyId !== masterKeyId)) {
      const key = await master.unwrap({ masterKeyId: before, wrapped });
      await keys.replaceWrapped({ id, ...(await master.wrap(key)) }, wrapped);
      keysRewrapped += 1;
    }

    const unfinished = rows.some(({ retiredAt }) => retiredAt !== null);
    if (options.newKey && !unfinished) {
      const fresh = { id: newId(), purpose: 'data' as const, ...(await master.wrap(randomBytes(32))) };
      await keys.replaceCurrent(fresh, clock.now());
    }
    keyring.refresh();

    const { id: current } = await keyring.current('data');
    const total = await keys.countOld(current);
    let dataKeysRewrapped = 0;
    onProgress(0, total);
    const own = keys.places.map((place) => ({
      old: (after: string) => keys.oldDataKeys(place, current, after, batch),
      replace: (rows: Parameters<SealedElsewhere['replace']>[0]) => keys.replaceDataKeys(place, rows),
    }));
    const elsewhere = deps.otherSeals();
    const others = elsewhere.map((seals) => ({
      old: (after: string) => seals.old(current, after, batch),
      replace: seals.replace,
    }));
    for (const place of [...own, ...others]) {
      for (let after: string | null = ''; after !== null; ) {
        const old = await place.old(after);
        const fresh = await Promise.all(
          old.map(async ({ id, dataKey }) => ({
            id,
            before: dataKey,
            after: (await vault.rewrap(dataKey)) ?? dataKey,
          })),
        );
        if (fresh.length > 0) dataKeysRewrapped += await place.replace(fresh);
        onProgress(dataKeysRewrapped, Math.max(total, dataKeysRewrapped));
        after = old.length === batch ? (old.at(-1)?.id ?? null) : null;
      }
    }
    const inUse = (await Promise.all(elsewhere.map((seals) => seals.keys()))).flat();
    // A process that has not looked since may still wrap with the old key for a while.
    const keysRemoved = await keys.removeRetired(new Date(clock.now().getTime() - 2 * keepMs), inUse);
    keyring.refresh();
    return { masterKeyId, keysRewrapped, dataKeysRewrapped, keysRemoved };
  };
}
