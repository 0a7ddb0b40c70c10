import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { mailGiftCard } from './mail-gift-card.ts';
import { tellOfCredit } from './tell-of-credit.ts';
import { tidyGiftCards } from './tidy-gift-cards.ts';

/** Money that people can spend in the shop. */
const functions = [mailGiftCard, tellOfCredit, tidyGiftCards];

export function createGiftCardFunctions(
  inngest: Inngest.Any,
  dependencies: WorkflowDependencies,
): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
