import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

const minor = z.int();
const moment = z.iso.datetime();
const ruleSchema = z.object({
  id: idSchema,
  sellerId: idSchema.nullable(),
  sellerName: z.string().nullable(),
  categoryId: idSchema.nullable(),
  basisPoints: z.int(),
  validFrom: moment,
  validUntil: moment.nullable(),
  /** `next` has not begun, `past` has ended. */
  state: z.enum(['now', 'next', 'past']),
});
/** query payments.commissionRules (administrator): newest first; `defaultBasisPoints` holds without any. */
export const commissionRulesOutput = z.object({ defaultBasisPoints: z.int(), rules: z.array(ruleSchema) });
/** mutation payments.addCommissionRule (administrator). Holds for what is ordered from then on. CONFLICT `commission_taken`. */
export const addCommissionRuleInput = z.object({
  sellerId: idSchema.nullable(),
  categoryId: idSchema.nullable(),
  basisPoints: z.int().min(0).max(10_000),
  validFrom: moment.nullable(),
  validUntil: moment.nullable(),
});
/** mutation payments.endCommissionRule (administrator): from now on. NOT_FOUND when it has ended. */
export const endCommissionRuleInput = z.object({ ruleId: idSchema });
/** query payments.commissionPreview (administrator): what a sale would give now. `categoryIds`: its own first, then those above. */
export const commissionPreviewInput = z.object({
  sellerId: idSchema,
  categoryIds: z.array(idSchema).max(10),
  net: z.int().min(0).max(1_000_000_000),
});
export const commissionPreviewOutput = z.object({ ruleId: idSchema.nullable(), basisPoints: z.int(), amount: minor });
export const doneOutput = z.object({ done: z.literal(true) });
