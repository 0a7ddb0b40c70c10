import type { Clock } from '@mallhive/kernel';
import type { z } from 'zod';
import { asAdministrator, assertAdministrator, type MoneyActor } from '../payouts/actor.ts';
import type { SellerNames } from '../payouts/ports.ts';
import type { addCommissionRuleInput, commissionPreviewInput, commissionRulesOutput } from './contract.ts';
import type { createCommission } from './index.ts';
import { type CommissionRule, defaultBasisPoints } from './rules.ts';

interface RulesDeps {
  commission: ReturnType<typeof createCommission>;
  names: SellerNames;
  clock: Clock;
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function stateOf({ validFrom, validUntil }: CommissionRule, now: Date): 'now' | 'next' | 'past' {
  if (validUntil && validUntil <= now) return 'past';
  return validFrom > now ? 'next' : 'now';
}

/** The rules as administrators work with them. */
export function createCommissionRules({ commission, names, clock }: RulesDeps) {
  return {
    rules: async (actor: MoneyActor): Promise<z.output<typeof commissionRulesOutput>> => {
      assertAdministrator(actor);
      const rules = await commission.list();
      const sellerIds = rules.flatMap(({ sellerId }) => (sellerId === null ? [] : [sellerId]));
      const called = await names([...new Set(sellerIds)]);
      const now = clock.now();
      return {
        defaultBasisPoints,
        rules: rules.map((rule) => ({
          ...rule,
          sellerName: rule.sellerId === null ? null : (called.get(rule.sellerId) ?? null),
          validFrom: rule.validFrom.toISOString(),
          validUntil: rule.validUntil?.toISOString() ?? null,
          state: stateOf(rule, now),
        })),
      };
    },
    addRule: async (actor: MoneyActor, input: z.output<typeof addCommissionRuleInput>): Promise<void> => {
      assertAdministrator(actor);
      const { validFrom, validUntil, ...rule } = input;
      const times = { validFrom: dateOf(validFrom), validUntil: dateOf(validUntil) };
      await commission.add(asAdministrator(actor), { ...rule, ...times });
    },
    endRule: async (actor: MoneyActor, ruleId: string): Promise<void> => {
      assertAdministrator(actor);
      await commission.end(asAdministrator(actor), ruleId);
    },
    preview: async (actor: MoneyActor, input: z.output<typeof commissionPreviewInput>) => {
      assertAdministrator(actor);
      return commission.preview(input);
    },
  };
}
