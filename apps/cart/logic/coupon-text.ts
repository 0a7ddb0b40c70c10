import type { Speech } from '@mallhive/ui';
import type { useTexts } from '../texts.ts';
import type { Cart } from '../types.ts';

type Words = ReturnType<typeof useTexts>['coupon'];

/** Why a code does not count, in words. */
export function couponSentence(
  { reason, minimum }: { reason: string; minimum: Cart['subtotal'] | null },
  { why }: Words,
  say: Speech['say'],
): string {
  if (reason === 'minimum') return minimum ? say(why.minimum, { minimum }) : why.minimumUnknown;
  const known: Record<string, string> = {
    unknown: why.unknown,
    too_many: why.tooMany,
    not_started: why.notStarted,
    ended: why.ended,
    used_up: why.usedUp,
    used_by_customer: why.usedByYou,
    currency: why.currency,
    no_such_goods: why.otherGoods,
    not_combinable: why.notCombinable,
    no_effect: why.noEffect,
    too_many_requests: why.tooOften,
    validation: why.unknown,
  };
  return known[reason] ?? why.failed;
}
