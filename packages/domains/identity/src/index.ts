import { randomBytes } from 'node:crypto';
import { systemClock } from '@mallhive/kernel';
import { createAddressRepository } from './address.repository.ts';
import { createListAddresses, createRemoveAddress, createSaveAddress } from './addresses.ts';
import { createBulkRepository } from './bulk.repository.ts';
import { createImportCustomers, createUpsertSellers, createUpsertUsers } from './bulk.ts';
import { createDevices } from './devices.ts';
import { createKeyed } from './keyed.ts';
import { argon2Passwords } from './passwords.ts';
import type { IdentityPorts, MasterKey } from './ports.ts';
import { createRegister } from './register.ts';
import { createSellerRepository } from './seller.repository.ts';
import { createSessionRepository } from './session.repository.ts';
import { createFindSession, createListSessions, createRevokeSession } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { createUserRepository } from './user.repository.ts';
import { createKeyringRepository } from './vault/keyring.repository.ts';
import { createKeyring } from './vault/keyring.ts';
import { createVault } from './vault/vault.ts';

export interface IdentityDependencies extends Partial<IdentityPorts> {
  db: Parameters<typeof createUserRepository>[0];
  /** What all keys of personal data hang on: a file or a key management service; `testMasterKey()` in tests. */
  master: MasterKey;
  /** What links, challenges and device tokens are proved with. All processes of a shop need the same; a fresh one by default. */
  secret?: string;
}

export type Identity = ReturnType<typeof createIdentity>;

/** Who people are: accounts, sessions, address books, seller organisations and who belongs to them. */
export function createIdentity(dependencies: IdentityDependencies) {
  const { db, clock = systemClock, passwords = argon2Passwords } = dependencies;
  const keyed = createKeyed(dependencies.secret ?? randomBytes(32).toString('hex'));
  const devices = createDevices(keyed);
  const keyring = createKeyring({ keys: createKeyringRepository(db), master: dependencies.master, clock });
  const vault = createVault(keyring);
  const users = createUserRepository(db, vault);
  const sessions = createSessionRepository(db);
  const addresses = createAddressRepository(db, vault);
  const sellers = createSellerRepository(db, vault);
  const bulk = { bulk: createBulkRepository(db, vault), passwords, clock };
  return {
    register: createRegister({ users, passwords, clock }),
    signIn: createSignIn({ users, sessions, passwords, devices, clock }),
    findSession: createFindSession({ users, clock }),
    listSessions: createListSessions({ sessions, clock }),
    revokeSession: createRevokeSession({ sessions, clock }),
    listAddresses: createListAddresses({ addresses }),
    saveAddress: createSaveAddress({ addresses }),
    removeAddress: createRemoveAddress({ addresses }),
    /** Names and members of sellers, for messages to them. */
    sellerContacts: sellers.contacts,
    upsertSellers: createUpsertSellers(bulk),
    upsertUsers: createUpsertUsers(bulk),
    importCustomers: createImportCustomers(bulk),
  };
}
