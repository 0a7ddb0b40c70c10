import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every hour: what is held for payments that nobody finished is let go, and cards whose last day is over end. */
export function tidyGiftCards(inngest: Inngest.Any, { payments }: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'tidy-gift-cards', name: 'Tidy gift cards', concurrency: 1, triggers: { cron: '37 * * * *' } },
    async ({ step }) => {
      const stale = await step.run('stale-holds', () => payments.giftCards.releaseStale());
      const expired = await step.run('expired-cards', () => payments.giftCards.expireDue());
      return { stale, expired };
    },
  );
}
