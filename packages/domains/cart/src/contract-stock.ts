import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/**
 * Stock by location, for the dashboard. Policy of all: `seller`, a member of `sellerId`; what is another's is NOT_FOUND.
 * Reading and moving stock: every role. Locations: owner and manager.
 */

export const stockLocationSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Imports and the product editor put stock here; it cannot be closed. */
  main: z.boolean(),
  active: z.boolean(),
  /** Units in it, of all variants. */
  units: z.int(),
});
const locationName = z.string().trim().min(1).max(60);

/** query cart.stockLocations: the main one first, then by name; closed ones last. */
export const stockLocationsInput = z.object({ sellerId: idSchema });
export const stockLocationsOutput = z.object({ locations: z.array(stockLocationSchema) });

/** mutation cart.createLocation. CONFLICT `location_name_taken`, `location_limit` (50). */
export const createLocationInput = z.object({ sellerId: idSchema, name: locationName });
/** mutation cart.updateLocation: name, open or closed. CONFLICT `location_name_taken`, `location_holds_stock`, `location_is_main`. */
export const updateLocationInput = z.object({
  sellerId: idSchema,
  locationId: idSchema,
  name: locationName.optional(),
  active: z.boolean().optional(),
});

export const inventoryRowSchema = z.object({
  variantId: idSchema,
  productId: idSchema,
  /** Empty when the catalog does not know the variant any more. */
  title: z.string(),
  variantTitle: z.string(),
  sku: z.string(),
  imageUrl: z.string().nullable(),
  onHand: z.int(),
  reserved: z.int(),
  available: z.int(),
  /** Fewer available units are low; 0: never. */
  lowBelow: z.int(),
  /** The variant's own figure, when it has one. */
  ownLowBelow: z.int().nullable(),
  /** Sold without being in stock: at most `limit` with those that wait, `left` may still be, on `expectedOn` they come. */
  backorder: z.object({ limit: z.int(), left: z.int(), waiting: z.int(), expectedOn: z.iso.date().nullable() }),
  /** Of a bundle: what one of it consists of; its available units are what these make. */
  parts: z.array(
    z.object({ variantId: idSchema, quantity: z.int(), title: z.string(), variantTitle: z.string(), sku: z.string() }),
  ),
  levels: z.array(z.object({ locationId: idSchema, onHand: z.int(), reserved: z.int(), available: z.int() })),
});

/** query cart.inventory: variants with their levels, oldest first. With a location only what is there. */
export const inventoryInput = z.object({
  sellerId: idSchema,
  locationId: idSchema.optional(),
  /** Of what is available: none; some, but fewer than the seller wants to be told of; enough. */
  state: z.enum(['all', 'out', 'low', 'in']).default('all'),
  /** Only variants of these products, as a search of the catalog found them. */
  productIds: z.array(idSchema).max(100).optional(),
  cursor: idSchema.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const inventoryOutput = z.object({
  items: z.array(inventoryRowSchema),
  nextCursor: z.string().nullable(),
  counts: z.object({ all: z.int(), out: z.int(), low: z.int(), in: z.int() }),
});

export const adjustReasonSchema = z.enum(['count', 'received', 'returned', 'damaged', 'lost', 'correction']);
/**
 * mutation cart.adjustStock: `delta` more or fewer, or counted anew (`onHand`). The same `changeId` again changes nothing.
 * CONFLICT `stock_reserved` {reserved}; UNPROCESSABLE `stock_negative`, `stock_too_many`, `location_closed`.
 */
export const adjustStockInput = z.object({
  sellerId: idSchema,
  changeId: idSchema,
  variantId: idSchema,
  locationId: idSchema,
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('set'), onHand: z.int().min(0).max(1_000_000) }),
    z.object({
      kind: z.literal('by'),
      delta: z
        .int()
        .min(-1_000_000)
        .max(1_000_000)
        .refine((delta) => delta !== 0, { error: 'is not a change' }),
    }),
  ]),
  reason: adjustReasonSchema,
  note: z.string().trim().max(200).default(''),
});
export const adjustStockOutput = z.object({
  level: z.object({ locationId: idSchema, onHand: z.int(), reserved: z.int(), available: z.int() }),
});

/** mutation cart.transferStock: the same `transferId` again changes nothing. UNPROCESSABLE `stock_lacking` {available}, `location_closed`. */
export const transferStockInput = z
  .object({
    sellerId: idSchema,
    transferId: idSchema,
    variantId: idSchema,
    fromId: idSchema,
    toId: idSchema,
    quantity: z.int().min(1).max(1_000_000),
    note: z.string().trim().max(200).default(''),
  })
  .refine(({ fromId, toId }) => fromId !== toId, { error: 'must be another location', path: ['toId'] });
export const transferStockOutput = z.object({ transferred: z.literal(true) });

/** query cart.stockMovements: what happened to one variant, newest first. */
export const stockMovementsInput = z.object({
  sellerId: idSchema,
  variantId: idSchema,
  locationId: idSchema.optional(),
  cursor: z.string().max(100).optional(),
  limit: z.int().min(1).max(100).default(30),
});
export const stockMovementsOutput = z.object({
  movements: z.array(
    z.object({
      id: idSchema,
      locationName: z.string(),
      delta: z.int(),
      /** One of those above, or `initial`, `sale`, `transfer`, `cancelled`, `backorder` (went to an order that waited for it). */
      reason: z.string(),
      note: z.string(),
      byPerson: z.boolean(),
      at: z.iso.datetime(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
