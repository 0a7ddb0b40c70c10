import { newId } from '@mallhive/kernel';
import { type Keyed, readSigned, writeSigned } from './keyed.ts';

/**
 * A device that signed in to an account before. Its token says nothing about the account and gives no access; it only
 * keeps others' failed attempts from slowing down the person who has it.
 */
export function createDevices(keyed: Keyed) {
  const purpose = (email: string) => `device of ${email}`;
  return {
    /** The device's id, or null when this device never signed in to the account. */
    known: (email: string, token: string | undefined): string | null =>
      token ? readSigned(keyed, purpose(email), token) : null,
    tokenFor: (email: string, deviceId: string | null): string =>
      writeSigned(keyed, purpose(email), deviceId ?? newId()),
  };
}

export type Devices = ReturnType<typeof createDevices>;
