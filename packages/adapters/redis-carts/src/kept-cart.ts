import type { KeptCode, KeptLine } from '@mallhive/cart/ports';
import { currencySchema } from '@mallhive/kernel';
import { z } from 'zod';

/** A cart as its hash holds it. */
export interface KeptCart {
  id: string;
  status: 'active' | 'merged' | 'closed';
  version: number;
  currency: KeptLine['seenCurrency'];
  userId: string | null;
  updatedAt: Date;
  lines: (KeptLine & { addedAt: number })[];
  codes: KeptCode[];
}

const headSchema = z.object({
  id: z.string(),
  status: z.enum(['active', 'merged', 'closed']),
  version: z.coerce.number().int(),
  currency: currencySchema,
  user: z.string().optional(),
  updated: z.coerce.number(),
});
const lineSchema = z.object({
  id: z.string(),
  variantId: z.string(),
  quantity: z.int(),
  seenPrice: z.int(),
  seenCurrency: currencySchema,
  addedAt: z.number(),
});
const codeSchema = z.object({
  promotionId: z.string(),
  code: z.string().optional(),
  refused: z.literal('used_by_customer').optional(),
  addedAt: z.number(),
});

/** From the fields and values of a hash, one after the other; null for one that is not there. */
export function keptCart(flat: readonly string[]): KeptCart | null {
  if (flat.length === 0) return null;
  const head: Record<string, string> = {};
  const lines: KeptCart['lines'] = [];
  const codes: KeptCode[] = [];
  for (let index = 0; index < flat.length; index += 2) {
    const [field = '', value = ''] = [flat[index], flat[index + 1]];
    if (field.startsWith('l:')) lines.push(lineSchema.parse(JSON.parse(value)));
    else if (field.startsWith('p:')) {
      const { promotionId, code = null, refused = null, addedAt } = codeSchema.parse(JSON.parse(value));
      codes.push({ promotionId, code, refused, addedAt: new Date(addedAt).toISOString() });
    } else head[field] = value;
  }
  lines.sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1));
  const { id, status, version, currency, user = null, updated } = headSchema.parse(head);
  return { id, status, version, currency, userId: user, updatedAt: new Date(updated), lines, codes };
}
