import type { z } from 'zod';
import { type Actor, asSeller, assertEditor, assertMember } from '../actor.ts';
import type { saveShopPageInput, shopPageOutput } from '../contract.ts';
import type { Database } from '../database.repository.ts';
import { sellerNotFound } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { readShopPage, saveShopPage } from './page.repository.ts';

type Output = Promise<z.infer<typeof shopPageOutput>>;

/** A seller's own page; part of the catalog's facade. */
export function createShops(db: Database, ports: CatalogPorts) {
  return {
    shopPage: async (actor: Actor, { sellerId }: { sellerId: string }): Output => {
      assertMember(actor, sellerId);
      const page = await readShopPage(db, sellerId);
      if (!page) throw sellerNotFound();
      return { page };
    },
    saveShopPage: async (actor: Actor, { sellerId, ...fields }: z.output<typeof saveShopPageInput>): Output => {
      assertEditor(actor, sellerId);
      const at = ports.clock.now();
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const entry = {
        actor: asSeller(actor),
        sellerId,
        action: 'shop.update',
        objectType: 'shop',
        objectId: sellerId,
        at,
      };
      const page = await saveShopPage(
        db,
        sellerId,
        (stored) => ({ ...stored, ...given }),
        (changes) => ({ ...entry, changes }),
        at,
      );
      if (!page) throw sellerNotFound();
      return { page };
    },
  };
}
