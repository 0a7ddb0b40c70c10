import { localisedUrl } from '@mallhive/kernel';
import { secretLink } from '@mallhive/notifications';
import { giftCardIssued } from '@mallhive/payments/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type Handler } from '../orders/step.ts';

/** A gift card was given out: whom it is for gets its code, which only the mail itself holds. */
export function mailGiftCard(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'mail-gift-card', name: 'Mail a gift card', retries: 10, triggers: { event: giftCardIssued.name } },
    ({ event, step }) => handleGiftCard(dependencies, event, step),
  );
}

export const handleGiftCard: Handler = async (dependencies, event, step) => {
  const { payments, notifications, web } = dependencies;
  const { giftCardId } = giftCardIssued.schema.parse(event.data);
  const queued = await step.run('write-message', async () => {
    const mail = await payments.giftCards.mailOf(giftCardId);
    if (!mail) return [];
    const { email, locale, ...facts } = mail;
    const url = localisedUrl(web.shellUrl, locale, '/');
    return notifications.queue([
      {
        key: `gift-card:${giftCardId}`,
        template: 'gift-card',
        to: { email, userId: null },
        locale,
        data: { ...facts, code: secretLink(giftCardId), url },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { giftCardId };
};
