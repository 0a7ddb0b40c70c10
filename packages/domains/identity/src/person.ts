import type { Vault } from './vault/vault.ts';

/** The columns of `identity.users u` that `openPerson` needs. */
export const sealedPerson = 'u.email, u.name, u.data_key';

export interface SealedPerson {
  email: string;
  name: string;
  data_key: string;
}

export interface Person {
  email: string;
  name: string;
}

export async function openPerson(vault: Vault, row: SealedPerson): Promise<Person> {
  const sealer = await vault.with(row.data_key);
  return { email: sealer.open('email', row.email), name: sealer.open('name', row.name) };
}

/** For a new row in `identity.users`, with a data key of its own. */
export async function sealPerson(vault: Vault, { email, name }: Person) {
  const sealer = await vault.create();
  return {
    email: sealer.seal('email', email),
    emailIndex: await vault.emailIndex(email),
    name: sealer.seal('name', name),
    dataKey: sealer.dataKey,
  };
}
