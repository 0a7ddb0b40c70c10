import type { Clock } from '@mallhive/kernel';
import type { AddressRepository } from './address.repository.ts';
import type { DataExportRepository } from './data-export.repository.ts';
import {
  createCompleteExport,
  createListExports,
  createPersonalData,
  createReadExport,
  createRequestExport,
} from './data-exports.ts';
import type { ErasureRepository } from './erasure.repository.ts';
import { createCancelErasure, createErasureSteps, createReadErasure, createRequestErasure } from './erasure.ts';
import type { MasterKey, SealedElsewhere } from './ports.ts';
import type { StepUp } from './step-up.ts';
import type { KeyringRepository } from './vault/keyring.repository.ts';
import type { Keyring } from './vault/keyring.ts';
import { createRotateKeys } from './vault/rotate-keys.ts';
import type { Vault } from './vault/vault.ts';

/** The part of the facade that is about what the shop knows of a person: a copy of it, the end of it, and its keys. */
export function createPersonalDataFacade(deps: {
  exports: DataExportRepository;
  erasures: ErasureRepository;
  addresses: AddressRepository;
  stepUp: StepUp;
  vault: Vault;
  keyring: Keyring;
  keys: KeyringRepository;
  master: MasterKey;
  otherSeals: () => readonly SealedElsewhere[];
  clock: Clock;
}) {
  return {
    requestExport: createRequestExport(deps),
    dataExports: createListExports(deps),
    dataExport: createReadExport(deps),
    personalData: createPersonalData(deps),
    completeExport: createCompleteExport(deps),
    /** After the last try. */
    failExport: deps.exports.fail,
    /** For a job: files that nobody can download any more. Answers how many went. */
    removeOldExports: () => deps.exports.removeOld(deps.clock.now()),
    requestErasure: createRequestErasure(deps),
    erasure: createReadErasure(deps),
    cancelErasure: createCancelErasure(deps),
    ...createErasureSteps(deps),
    rotateKeys: createRotateKeys(deps),
    /** Secrets that other domains keep in their own tables, sealed by the keys of this one; those tables are part of a rotation (`otherSeals`). */
    secrets: { seal: deps.vault.sealSecret, open: deps.vault.openSecret },
    /** Throws what is wrong with the master key, before anybody is served. */
    checkKeys: async (): Promise<void> => {
      await deps.keyring.current('data');
    },
  };
}
