import { erasureCancelled, erasureRequested } from '@mallhive/identity/events';
import { localisedUrl } from '@mallhive/kernel';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type IncomingEvent, type Steps } from '../orders/step.ts';

type Dependencies = Pick<
  WorkflowDependencies,
  'identity' | 'catalog' | 'cart' | 'orders' | 'payments' | 'notifications' | 'search' | 'analytics' | 'web'
>;
type ErasureSteps = Pick<Steps, 'run' | 'sleepUntil'>;

const dayMs = 86_400_000;
/** So often it is looked again whether all orders have been sent; then the wish comes first. */
const mostWaits = 30;

/**
 * Somebody wants to be forgotten. After the grace period, and when nothing they bought waits to be sent, the account is
 * closed and every domain lets go of the person; the books stay. Each step may run again: a run that dies goes on.
 */
export function erasePerson(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'erase-person',
      name: 'Forget a person',
      retries: 20,
      cancelOn: [
        {
          event: erasureCancelled.name,
          if: 'event.data.userId == async.data.userId && event.data.requestedAt == async.data.requestedAt',
        },
      ],
      triggers: { event: erasureRequested.name },
    },
    ({ event, step }) => handleErasure(dependencies, event, step),
  );
}

export async function handleErasure(
  dependencies: Dependencies,
  event: IncomingEvent,
  step: ErasureSteps,
): Promise<{ outcome: string }> {
  const { userId, requestedAt, dueAt } = erasureRequested.schema.parse(event.data);
  const planned = await step.run('write-planned', async () => {
    const contact = await dependencies.identity.contact(userId);
    if (!contact) return [];
    const { email, name, locale } = contact;
    return dependencies.notifications.queue([
      {
        key: `erasure-planned:${userId}:${requestedAt}`,
        template: 'erasure-planned',
        to: { email, userId },
        locale,
        inbox: true,
        data: { name, dueAt, url: localisedUrl(dependencies.web.shellUrl, locale, '/account/data') },
      },
    ]);
  });
  await deliverEach(dependencies, step, planned);
  await step.sleepUntil('grace-period', new Date(dueAt));

  for (let wait = 1; wait <= mostWaits; wait += 1) {
    const open = await step.run(`orders-on-their-way-${wait}`, async () => {
      const contact = await dependencies.identity.contact(userId);
      return contact ? dependencies.orders.openOrdersOfPerson(userId, contact.email) : 0;
    });
    if (open === 0) break;
    await step.sleepUntil(`until-sent-${wait}`, new Date(Date.parse(dueAt) + wait * dayMs));
  }
  return erase(dependencies, { userId, requestedAt }, step);
}

/** Closes the account and removes the person, domain by domain; identity last, because it knows the address. */
export async function erase(
  { identity, catalog, cart, orders, payments, notifications, search, analytics, web }: Dependencies,
  { userId, requestedAt }: { userId: string; requestedAt: string },
  step: Pick<Steps, 'run'>,
): Promise<{ outcome: string }> {
  const outcome = (await step.run('close-account', () =>
    identity.beginErasure(userId, new Date(requestedAt)),
  )) as string;
  if (outcome !== 'begun') return { outcome };
  // The address is asked for in each step that needs it, so that it is never kept as the result of one.
  const emailOf = async () => (await identity.contact(userId))?.email ?? '';
  // Before the orders, which then no longer say whose they were.
  await step.run('visits', async () => analytics.forgetPerson(await orders.orderIdsOfPerson(userId, await emailOf())));
  await step.run('purchases', async () => analytics.forgetShopper(await emailOf()));
  await step.run('orders', async () => orders.forgetPerson(userId, await emailOf()));
  await step.run('saved-cards', () => payments.saved.forgetPerson(userId));
  await step.run('credit', async () => payments.giftCards.forgetPerson(userId, await emailOf()));
  await step.run('reviews', () => catalog.anonymiseReviews(userId));
  await step.run('carts', async () => cart.forgetPerson(userId, await emailOf()));
  await step.run('recommendations', () => search.forgetPerson(userId));
  // Handed over in the same step: no later than this the message has to go, because the log of messages goes next.
  await step.run('say-good-bye', async () => {
    const contact = await identity.contact(userId);
    if (!contact) return;
    const queued = await notifications.queue([
      {
        key: `account-erased:${userId}`,
        template: 'account-erased',
        to: { email: contact.email, userId: null },
        locale: contact.locale,
        data: { name: contact.name, shopUrl: localisedUrl(web.shellUrl, contact.locale, '/') },
      },
    ]);
    for (const id of queued) await notifications.deliver(id);
  });
  await step.run('messages', async () => {
    const email = await emailOf();
    return email ? notifications.forgetPerson(userId, email) : 0;
  });
  await step.run('identity', () => identity.completeErasure(userId));
  return { outcome: 'erased' };
}
