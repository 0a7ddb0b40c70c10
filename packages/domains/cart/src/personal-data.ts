import type { CartStore, PersonalCart } from './cart-store.ts';
import type { Deps } from './deps.ts';
import type { PersonalDataRepository } from './personal-data.repository.ts';
import { emailKey, userKey } from './promotions/customer-keys.ts';

/** Also those of the database, when carts are kept elsewhere now: a shop may have begun with them there. */
const storesOf = ({ carts }: Deps, inDatabase: CartStore): CartStore[] =>
  carts === inDatabase ? [carts] : [inDatabase, carts];

export async function cartsOfPerson(deps: Deps, inDatabase: CartStore, userId: string): Promise<PersonalCart[]> {
  return (await Promise.all(storesOf(deps, inDatabase).map((store) => store.ofPerson(userId)))).flat();
}

export const promotionsOfPerson = (people: PersonalDataRepository, userId: string, email: string) =>
  people.promotionsOf({ user: userKey(userId), email: emailKey(email) });

/** Answers how many carts. */
export async function forgetPerson(
  deps: Deps,
  { inDatabase, people }: { inDatabase: CartStore; people: PersonalDataRepository },
  userId: string,
  email: string,
): Promise<number> {
  await people.forget(userId, { user: userKey(userId), email: emailKey(email) });
  const counts = await Promise.all(storesOf(deps, inDatabase).map((store) => store.forget(userId)));
  return counts.reduce((sum, count) => sum + count, 0);
}
