import { type Allocation, borneByMarketplace, grossOf } from '../ledger/part.ts';
import { type CommissionRule, chooseRule, commissionOn } from './rules.ts';

export interface CommissionedLine {
  orderLineId: string;
  /** Its own first, then those above. */
  categoryIds: readonly string[];
  /** What the shopper pays for it, after discount; minor units. */
  net: number;
}

/** A seller's part before the marketplace has taken its share. Without `lines` the goods count as one. */
export type Part = Omit<Allocation, 'commission'> & { lines?: readonly CommissionedLine[] };

/** A line's commission as it is frozen. */
export interface LineCommission {
  orderLineId: string;
  subOrderId: string;
  sellerId: string;
  categoryId: string | null;
  ruleId: string | null;
  net: number;
  basisPoints: number;
  amount: number;
}

/** Commission line by line; a part's is their sum, and never more than what is left of it after tax. */
export function commissionOf(
  rules: readonly CommissionRule[],
  parts: readonly Part[],
  at: Date,
): { allocations: Allocation[]; lines: LineCommission[] } {
  const frozen: LineCommission[] = [];
  const allocations = parts.map(({ lines, ...part }) => {
    const { sellerId, subOrderId, items } = part;
    let left = Math.max(0, grossOf(part) + borneByMarketplace(part) - part.tax);
    const take = (net: number, categoryIds: readonly string[]) => {
      const chosen = chooseRule(rules, { sellerId, categoryIds }, at);
      const amount = Math.min(left, commissionOn(net, chosen.basisPoints));
      left -= amount;
      return { ...chosen, net, amount };
    };
    if (!lines) return { ...part, commission: take(items, []).amount };
    const own = lines.map(({ orderLineId, categoryIds, net }) => ({
      orderLineId,
      subOrderId,
      sellerId,
      categoryId: categoryIds[0] ?? null,
      ...take(net, categoryIds),
    }));
    frozen.push(...own);
    return { ...part, commission: own.reduce((sum, { amount }) => sum + amount, 0) };
  });
  return { allocations, lines: frozen };
}
