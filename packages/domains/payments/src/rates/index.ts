import type { Clock } from '@mallhive/kernel';
import type { z } from 'zod';
import { type Actor, assertAdministrator, assertMember } from './actor.ts';
import type * as contract from './contract.ts';
import { type QuoteInput, quoteParcels } from './quote-parcels.ts';
import { createRatesRepository, type Database } from './rates.repository.ts';
import { viewSellerShipping, viewShippingRules, viewTaxRules } from './read-rules.ts';
import { deleteShippingZone, saveSellerShipping, saveShippingZone } from './shipping-zones.ts';
import { createSnapshot } from './snapshot.ts';
import { deleteTaxZone, saveTaxClass, saveTaxZone } from './tax-zones.ts';

type Input<Schema extends z.ZodType> = z.output<Schema>;

/** What tax and shipping cost, and who may change it; part of the payments facade. */
export function createRates(db: Database, clock: Clock, monotonicMs?: () => number) {
  const repository = createRatesRepository(db);
  const snapshot = createSnapshot(repository, monotonicMs);
  /** The rules as they are after a change, which this process quotes by at once. */
  const after = async (change: Promise<void>) => {
    await change;
    snapshot.forget();
    return repository.read();
  };
  const now = () => clock.now();
  return {
    /** Whether prices of goods sent to this country hold its tax already; null where no tax zone names it. */
    taxIncluded: async (country: string): Promise<boolean | null> =>
      (await snapshot.rates()).taxZones.get(country)?.pricesIncludeTax ?? null,
    quote: async (input: QuoteInput) => quoteParcels(await snapshot.rates(), input, now()),

    taxRules: async (actor: Actor) => {
      assertAdministrator(actor);
      return viewTaxRules(await repository.read());
    },
    saveTaxZone: async (actor: Actor, input: Input<typeof contract.saveTaxZoneInput>) =>
      viewTaxRules(await after(saveTaxZone(repository, actor, input, now()))),
    deleteTaxZone: async (actor: Actor, input: Input<typeof contract.deleteZoneInput>) =>
      viewTaxRules(await after(deleteTaxZone(repository, actor, input, now()))),
    saveTaxClass: async (actor: Actor, input: Input<typeof contract.saveTaxClassInput>) =>
      viewTaxRules(await after(saveTaxClass(repository, actor, input, now()))),

    shippingRules: async (actor: Actor) => {
      assertAdministrator(actor);
      return viewShippingRules(await repository.read());
    },
    saveShippingZone: async (actor: Actor, input: Input<typeof contract.saveShippingZoneInput>) =>
      viewShippingRules(await after(saveShippingZone(repository, actor, input, now()))),
    deleteShippingZone: async (actor: Actor, input: Input<typeof contract.deleteZoneInput>) =>
      viewShippingRules(await after(deleteShippingZone(repository, actor, input, now()))),

    sellerShipping: async (actor: Actor, { sellerId }: Input<typeof contract.sellerShippingInput>) => {
      assertMember(actor, sellerId);
      return viewSellerShipping(await repository.read(), sellerId);
    },
    saveSellerShipping: async (actor: Actor, input: Input<typeof contract.saveSellerShippingInput>) =>
      viewSellerShipping(await after(saveSellerShipping(repository, actor, input, now())), input.sellerId),
  };
}
