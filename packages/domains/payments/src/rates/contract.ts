import { type Currency, currencies, idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { methodCodes } from './rates.ts';

/** The shapes of tax and shipping rules that cross the edge. Amounts in minor units, shares in basis points (2000 is 20 %). */
const countriesSchema = z
  .array(z.string().regex(/^[A-Z]{2}$/))
  .max(300)
  .refine((list) => new Set(list).size === list.length, 'Every country once');
const daySchema = z.iso.date();
const nameSchema = z.string().trim().min(1).max(80);
/** Null makes a new one. `version` is the one that was read; 0 for a new one. */
const whichSchema = { id: idSchema.nullable(), version: z.int().nonnegative() };
/** A thousand kilograms of any currency's coins is enough. */
const amountSchema = z.int().min(0).max(100_000_000);
const everyCurrency = <Schema extends z.ZodType>(schema: Schema) =>
  z.object(Object.fromEntries(currencies.map((currency) => [currency, schema])) as Record<Currency, Schema>);

const taxRateSchema = z.object({
  taxClass: z.string().max(40),
  validFrom: daySchema,
  basisPoints: z.int().min(0).max(10_000),
});
export const taxZoneSchema = z.object({
  id: idSchema,
  version: z.int(),
  name: z.string(),
  pricesIncludeTax: z.boolean(),
  countries: z.array(z.string()),
  /** By class, newest first. */
  rates: z.array(taxRateSchema),
});
const taxClassSchema = z.object({ code: z.string(), name: z.string() });

/** query payments.taxRules (administrator). Every change below answers with the rules as they are then. */
export const taxRulesOutput = z.object({ zones: z.array(taxZoneSchema), classes: z.array(taxClassSchema) });
/** mutation payments.saveTaxZone (administrator). CONFLICT `zone_overlap` {countries}, `zone_name_taken`, `rules_changed`; NOT_FOUND `zone_not_found`; UNPROCESSABLE `tax_class_unknown`. */
export const saveTaxZoneInput = z.object({
  ...whichSchema,
  name: nameSchema,
  pricesIncludeTax: z.boolean(),
  countries: countriesSchema,
  rates: z
    .array(taxRateSchema)
    .max(400)
    .refine(
      (list) => new Set(list.map(({ taxClass, validFrom }) => `${taxClass} ${validFrom}`)).size === list.length,
      'One rate a class and day',
    ),
});
/** mutation payments.deleteTaxZone, payments.deleteShippingZone (administrator): its countries are in no zone then. */
export const deleteZoneInput = z.object({ id: idSchema, version: z.int() });
/** mutation payments.saveTaxClass (administrator): makes a class, or gives it another name. */
export const saveTaxClassInput = z.object({ code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), name: nameSchema });

const bandSchema = z.object({
  /** Up to and with this weight of the parcel; null: any. */
  upToGrams: z.int().min(1).max(10_000_000).nullable(),
  prices: everyCurrency(amountSchema),
});
const offerFields = {
  method: z.enum(methodCodes),
  /** False: this method is not sold there. */
  offered: z.boolean(),
  minimumDays: z.int().min(0).max(365),
  maximumDays: z.int().min(0).max(365),
  /** From this sum of goods on, after discounts, it is free. */
  freeFrom: everyCurrency(amountSchema.nullable()),
  /** Lightest first. A parcel that is heavier than all of them cannot be sent this way. */
  bands: z.array(bandSchema).max(30),
};
const ascending = (bands: readonly { upToGrams: number | null }[]) =>
  bands.every(({ upToGrams }, index) => {
    const before = bands[index - 1];
    return !before || (before.upToGrams !== null && (upToGrams ?? Number.POSITIVE_INFINITY) > before.upToGrams);
  });
const offerSchema = z
  .object(offerFields)
  .refine(({ minimumDays, maximumDays }) => minimumDays <= maximumDays, 'Days from fewer to more')
  .refine(({ bands }) => ascending(bands), 'Bands from light to heavy')
  .refine(({ offered, bands }) => !offered || bands.length > 0, 'At least one price');
export type OfferInput = z.output<typeof offerSchema>;

const zoneFields = {
  id: idSchema,
  version: z.int(),
  name: z.string(),
  /** Every country that no other zone names. */
  elsewhere: z.boolean(),
  countries: z.array(z.string()),
};
export const shippingZoneSchema = z.object({ ...zoneFields, offers: z.array(z.object(offerFields)) });
/** query payments.shippingRules (administrator). Every change below answers with the rules as they are then. */
export const shippingRulesOutput = z.object({ zones: z.array(shippingZoneSchema) });
/** mutation payments.saveShippingZone (administrator): the zone with all its methods. Refusals as `saveTaxZone`, and CONFLICT `elsewhere_taken`. */
export const saveShippingZoneInput = z.object({
  ...whichSchema,
  name: nameSchema,
  elsewhere: z.boolean(),
  countries: countriesSchema,
  offers: z
    .array(offerSchema)
    .max(methodCodes.length)
    .refine((list) => new Set(list.map(({ method }) => method)).size === list.length, 'Every method once'),
});

/** query payments.sellerShipping (seller): per zone what the marketplace asks, and what the seller asks instead. */
export const sellerShippingInput = z.object({ sellerId: idSchema });
export const sellerShippingOutput = z.object({
  zones: z.array(
    z.object({
      ...zoneFields,
      methods: z.array(
        z.object({
          method: z.enum(methodCodes),
          marketplace: z.object(offerFields).nullable(),
          own: z.object(offerFields).nullable(),
          /** Of the seller's own offer; 0 when there is none. */
          version: z.int(),
        }),
      ),
    }),
  ),
});
/** mutation payments.saveSellerShipping (seller, owners and managers): `offer` null goes back to the marketplace's. CONFLICT `rules_changed`, NOT_FOUND `zone_not_found`. */
export const saveSellerShippingInput = z.object({
  sellerId: idSchema,
  zoneId: idSchema,
  method: z.enum(methodCodes),
  version: z.int().nonnegative(),
  offer: offerSchema.nullable(),
});
