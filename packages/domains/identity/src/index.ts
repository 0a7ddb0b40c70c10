import { randomBytes } from 'node:crypto';
import { type RateLimiter, systemClock } from '@mallhive/kernel';
import { createAccounts } from './accounts-facade.ts';
import { createAddressRepository } from './address.repository.ts';
import { createListAddresses, createRemoveAddress, createSaveAddress } from './addresses.ts';
import { createApiAccess } from './api-access-facade.ts';
import { createAuditLogRepository } from './audit-log.repository.ts';
import { createBulkRepository } from './bulk.repository.ts';
import { createImportCustomers, createUpsertSellers, createUpsertUsers } from './bulk.ts';
import { createDataExportRepository } from './data-export.repository.ts';
import { createErasureRepository } from './erasure.repository.ts';
import { unlimited } from './limits.ts';
import { createOrganisationRepository } from './organisation.repository.ts';
import { createOrganisations } from './organisations-facade.ts';
import { argon2Passwords } from './passwords.ts';
import { createPersonalDataFacade } from './personal-data-facade.ts';
import type { AuditSource, IdentityPorts, MasterKey, SealedElsewhere } from './ports.ts';
import { createSellerRepository } from './seller.repository.ts';
import { createTeamRepository } from './team.repository.ts';
import type { createUserRepository } from './user.repository.ts';
import { createKeyringRepository } from './vault/keyring.repository.ts';
import { createKeyring } from './vault/keyring.ts';
import { createVault } from './vault/vault.ts';

export type { ApiKeyActor } from './api-keys.ts';
export { looksLikeApiKey } from './api-keys.ts';

export interface IdentityDependencies extends Partial<IdentityPorts> {
  db: Parameters<typeof createUserRepository>[0];
  /** What all keys of personal data hang on: a file or a key management service; `testMasterKey()` in tests. */
  master: MasterKey;
  /** What links, challenges and device tokens are proved with. All processes of a shop need the same; a fresh one by default. */
  secret?: string;
  /** The audit logs of the other domains, by name, for the one log that people read. */
  auditSources?: Readonly<Record<string, AuditSource>>;
  /** What other domains seal with our keys; asked when keys are rotated. */
  otherSeals?: () => readonly SealedElsewhere[];
  /** Counts attempts to get in. Without one nothing is limited: for operations and tests. */
  limiter?: RateLimiter;
  /** Multiplies every limit, for load tests from one machine. */
  limitFactor?: number;
  /** Multiplies what one address may do once more, for browser tests from one machine. */
  addressLimitFactor?: number;
  /** The address that access tokens name as their issuer. */
  issuer?: string;
}

export type Identity = ReturnType<typeof createIdentity>;

/** Who people are: accounts, sessions, address books, seller organisations and who belongs to them. */
export function createIdentity(dependencies: IdentityDependencies) {
  const { db, clock = systemClock, passwords = argon2Passwords } = dependencies;
  const { master } = dependencies;
  const keys = createKeyringRepository(db);
  const keyring = createKeyring({ keys, master, clock });
  const vault = createVault(keyring);
  const accounts = createAccounts({
    db,
    vault,
    clock,
    passwords,
    limiter: dependencies.limiter ?? unlimited,
    limitFactor: dependencies.limitFactor ?? 1,
    addressLimitFactor: dependencies.addressLimitFactor ?? 1,
    secret: dependencies.secret ?? randomBytes(32).toString('hex'),
  });
  const addresses = createAddressRepository(db, vault);
  const sellers = createSellerRepository(db, vault);
  const bulk = { bulk: createBulkRepository(db, vault), passwords, clock };
  const log = createAuditLogRepository(db, vault, dependencies.auditSources ?? {});
  const organisations = createOrganisations({
    organisations: createOrganisationRepository(db, vault),
    team: createTeamRepository(db, vault),
    log,
    keyed: accounts.internals.keyed,
    limits: accounts.internals.limits,
    passwords,
    clock,
  });
  const personalData = createPersonalDataFacade({
    exports: createDataExportRepository(db, vault),
    erasures: createErasureRepository(db),
    addresses,
    stepUp: accounts.internals.stepUp,
    otherSeals: dependencies.otherSeals ?? (() => []),
    ...{ vault, keyring, keys, master, clock },
  });
  return {
    ...accounts.facade,
    ...createApiAccess({ db, vault, clock, issuer: dependencies.issuer ?? 'mallhive', accounts }),
    ...organisations,
    ...personalData,
    listAddresses: createListAddresses({ addresses }),
    saveAddress: createSaveAddress({ addresses }),
    removeAddress: createRemoveAddress({ addresses }),
    /** By user id, for screens of other domains that say who did something; those unknown are left out. */
    namesOf: log.names,
    /** Names and members of sellers, for messages to them. */
    sellerContacts: sellers.contacts,
    /** The public face and the state of sellers as they are now, for the catalog's copy. */
    sellerProfiles: sellers.profiles,
    upsertSellers: createUpsertSellers(bulk),
    upsertUsers: createUpsertUsers(bulk),
    importCustomers: createImportCustomers(bulk),
  };
}
