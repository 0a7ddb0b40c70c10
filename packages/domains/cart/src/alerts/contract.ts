import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** Until a seller says otherwise the team is told when fewer than these can be sold. */
export const defaultLowBelow = 6;

const lowBelow = z.int().min(0).max(1_000_000);

/** query cart.stockSettings (seller): below how many units the team is told; 0: never. */
export const stockSettingsInput = z.object({ sellerId: idSchema });
export const stockSettingsOutput = z.object({ lowBelow: z.int() });

/** mutation cart.setStockSettings (seller: owner, manager): of variants without a figure of their own. */
export const setStockSettingsInput = z.object({ sellerId: idSchema, lowBelow });

/**
 * mutation cart.setStockRule (seller: owner, manager): of one variant, as a whole. `lowBelow` null: as the seller's settings say.
 * `backorderLimit`: so many may be sold that are not in stock, together with those that wait already; 0: none. `expectedOn`:
 * the day on which those come, told to shoppers. NOT_FOUND `stock_not_found`.
 */
export const setStockRuleInput = z.object({
  sellerId: idSchema,
  variantId: idSchema,
  lowBelow: lowBelow.nullable(),
  backorderLimit: z.int().min(0).max(1_000_000).default(0),
  expectedOn: z.iso.date().nullable().default(null),
});
export const setStockRuleOutput = z.object({ saved: z.literal(true) });
