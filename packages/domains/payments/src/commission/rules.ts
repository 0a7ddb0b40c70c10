import { shareOf } from '../ledger/share-of.ts';

/** Without any rule: a tenth of the goods, nothing of the shipping. */
export const defaultBasisPoints = 1_000;

export interface CommissionRule {
  id: string;
  /** Null: every seller. */
  sellerId: string | null;
  /** Null: every category. Counts for the categories below it. */
  categoryId: string | null;
  basisPoints: number;
  validFrom: Date;
  /** Excluding. Null: until another rule takes its place. */
  validUntil: Date | null;
}

export interface Chosen {
  ruleId: string | null;
  basisPoints: number;
}

/**
 * The most specific rule wins: this seller in the nearest category, this seller, the nearest category, everybody; of two for
 * the same, the one that began last. `categoryIds`: the line's own category first, then those above it.
 */
export function chooseRule(
  rules: readonly CommissionRule[],
  of: { sellerId: string; categoryIds: readonly string[] },
  at: Date,
): Chosen {
  const rank = ({ sellerId, categoryId }: CommissionRule): number => {
    const depth = categoryId === null ? of.categoryIds.length : of.categoryIds.indexOf(categoryId);
    if (depth < 0 || (sellerId !== null && sellerId !== of.sellerId)) return Number.POSITIVE_INFINITY;
    return (sellerId === null ? of.categoryIds.length + 1 : 0) + depth;
  };
  let best: { rule: CommissionRule; rank: number } | null = null;
  for (const rule of rules) {
    if (rule.validFrom > at || (rule.validUntil && rule.validUntil <= at)) continue;
    const its = rank(rule);
    if (its === Number.POSITIVE_INFINITY) continue;
    if (!best || its < best.rank || (its === best.rank && rule.validFrom > best.rule.validFrom)) {
      best = { rule, rank: its };
    }
  }
  return best
    ? { ruleId: best.rule.id, basisPoints: best.rule.basisPoints }
    : { ruleId: null, basisPoints: defaultBasisPoints };
}

/** Rounded half up to the minor unit. */
export const commissionOn = (net: number, basisPoints: number): number => shareOf(net, basisPoints, 10_000);
