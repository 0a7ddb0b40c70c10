import { createHmac, randomBytes } from 'node:crypto';
import type { Keyring } from './keyring.ts';
import { openBytes, sealBytes } from './seal.ts';

/**
 * The fields of one person or organisation under a key of their own. `dataKey` is stored in their row, wrapped; once it is
 * gone, so is everything sealed with it.
 */
export interface Sealer {
  readonly dataKey: string;
  /** `field` is part of the seal: a value copied into another field does not open. */
  seal(field: string, text: string): string;
  open(field: string, sealed: string): string;
}

export interface Vault {
  /** A new key, for a new row. */
  create(): Promise<Sealer>;
  /** For the row that has this data key. Throws when its key-encryption key is not known. */
  with(dataKey: string): Promise<Sealer>;
  /** A secret of the shop itself, which belongs to no row with a data key. Brings its own. */
  sealSecret(purpose: string, text: string): Promise<string>;
  openSecret(purpose: string, sealed: string): Promise<string>;
  /** What an e-mail address is looked up by: the same for the same address, and says nothing about it without the key. */
  emailIndex(email: string): Promise<string>;
  /** A data key, or a secret with its own, under the key-encryption key of now; null when it is already. What is sealed stays. */
  rewrap(stored: string): Promise<string | null>;
}

const dataKeyLabel = 'data key';

function createSealer(dataKey: string, key: Uint8Array): Sealer {
  return {
    dataKey,
    seal: (field, text) => sealBytes(key, field, Buffer.from(text)),
    open: (field, sealed) => openBytes(key, field, sealed).toString(),
  };
}

/** Envelope encryption in two steps: the master key wraps key-encryption keys, those wrap one data key per person in process. */
export function createVault(keyring: Keyring): Vault {
  const split = (dataKey: string): [id: string, sealed: string] => {
    const at = dataKey.indexOf(':');
    return [dataKey.slice(0, at), dataKey.slice(at + 1)];
  };
  const unwrap = async (dataKey: string): Promise<Buffer> => {
    const [id, sealed] = split(dataKey);
    return openBytes(await keyring.find(id), dataKeyLabel, sealed);
  };
  const wrap = async (key: Uint8Array): Promise<string> => {
    const { id, key: wrappingKey } = await keyring.current('data');
    return `${id}:${sealBytes(wrappingKey, dataKeyLabel, key)}`;
  };
  return {
    create: async () => {
      const key = randomBytes(32);
      return createSealer(await wrap(key), key);
    },
    with: async (dataKey) => createSealer(dataKey, await unwrap(dataKey)),
    sealSecret: async (purpose, text) => {
      const key = randomBytes(32);
      return `${await wrap(key)}|${sealBytes(key, purpose, Buffer.from(text))}`;
    },
    openSecret: async (purpose, sealed) => {
      const at = sealed.indexOf('|');
      return openBytes(await unwrap(sealed.slice(0, at)), purpose, sealed.slice(at + 1)).toString();
    },
    emailIndex: async (email) => {
      const { key } = await keyring.current('index');
      return createHmac('sha256', key).update(email.trim().toLowerCase()).digest('base64url');
    },
    rewrap: async (stored) => {
      const { id } = await keyring.current('data');
      if (split(stored)[0] === id) return null;
      const end = stored.indexOf('|');
      const [dataKey, rest] = end < 0 ? [stored, ''] : [stored.slice(0, end), stored.slice(end)];
      return (await wrap(await unwrap(dataKey))) + rest;
    },
  };
}
