import { newId } from '@mallhive/kernel';
import type { AddressRepository, StoredAddress } from './address.repository.ts';
import type { PostalAddress } from './contract.ts';
import { addressNotFound, tooManyAddresses } from './errors.ts';

export const maximumAddresses = 50;

export function createListAddresses(deps: { addresses: AddressRepository }) {
  return async (userId: string) => ({ addresses: await deps.addresses.list(userId) });
}

/** With an id it changes that address, without one it adds one. */
export function createSaveAddress(deps: { addresses: AddressRepository }) {
  return async (
    userId: string,
    input: PostalAddress & { id?: string | undefined; isDefault: boolean },
  ): Promise<{ address: StoredAddress }> => {
    const address = { ...input, id: input.id ?? newId() };
    const outcome = await deps.addresses.save(userId, address, input.id !== undefined, maximumAddresses);
    if (outcome.kind === 'missing') throw addressNotFound();
    if (outcome.kind === 'full') throw tooManyAddresses(maximumAddresses);
    return { address: outcome.address };
  };
}

export function createRemoveAddress(deps: { addresses: AddressRepository }) {
  return async (userId: string, id: string): Promise<{ ok: true }> => {
    if (!(await deps.addresses.remove(userId, id))) throw addressNotFound();
    return { ok: true };
  };
}
