import type { AuditActor, Clock } from '@mallhive/kernel';
import { newId } from '@mallhive/kernel';
import { commissionNotFound, commissionTaken, commissionTimes } from '../errors.ts';
import type { CommissionRepository } from './commission.repository.ts';
import { commissionOf, type Part } from './commission-of.ts';
import { type Chosen, type CommissionRule, chooseRule, commissionOn } from './rules.ts';

/** So old may the rules be that a payment is created with, when another process changed them. */
const keepMs = 10_000;

export interface NewRule {
  sellerId: string | null;
  categoryId: string | null;
  basisPoints: number;
  /** Null: from now on. Never in the past: what was sold is sold. */
  validFrom: Date | null;
  validUntil: Date | null;
}

/** Which share the marketplace takes: the rules, and what they make of a payment. */
export function createCommission(deps: { rules: CommissionRepository; clock: Clock }) {
  const { rules, clock } = deps;
  let known: { until: number; rules: Promise<CommissionRule[]> } | null = null;
  const current = (): Promise<CommissionRule[]> => {
    const now = clock.now();
    if (known && known.until > now.getTime()) return known.rules;
    const loading = rules.current(now);
    known = { until: now.getTime() + keepMs, rules: loading };
    loading.catch(() => {
      known = null;
    });
    return loading;
  };
  const audit = (actor: AuditActor, action: string, rule: CommissionRule, at: Date) => ({
    actor,
    sellerId: null,
    action,
    objectType: 'commission_rule',
    objectId: rule.id,
    changes: {
      rule: [
        action === 'commission.end' ? { basisPoints: rule.basisPoints } : null,
        action === 'commission.end' ? null : { ...rule, id: undefined },
      ] as const,
    },
    at,
  });
  return {
    of: async (parts: readonly Part[], at: Date) => commissionOf(await current(), parts, at),
    list: () => rules.all(),
    /** What a price would give, by the rules of now. */
    preview: async (of: {
      sellerId: string;
      categoryIds: readonly string[];
      net: number;
    }): Promise<Chosen & { amount: number }> => {
      const now = clock.now();
      const chosen = chooseRule(await rules.current(now), of, now);
      return { ...chosen, amount: commissionOn(of.net, chosen.basisPoints) };
    },
    add: async (actor: AuditActor, input: NewRule): Promise<void> => {
      const now = clock.now();
      const validFrom = input.validFrom && input.validFrom > now ? input.validFrom : now;
      if (input.validUntil && input.validUntil <= validFrom) throw commissionTimes();
      const rule = { ...input, id: newId(now.getTime()), validFrom };
      if (!(await rules.insert(rule, now, audit(actor, 'commission.add', rule, now)))) throw commissionTaken();
      known = null;
    },
    end: async (actor: AuditActor, ruleId: string): Promise<void> => {
      const now = clock.now();
      if (!(await rules.end(ruleId, now, (rule) => audit(actor, 'commission.end', rule, now))))
        throw commissionNotFound();
      known = null;
    },
  };
}
