import { exportRequested } from '@mallhive/identity/events';
import { localisedUrl } from '@mallhive/kernel';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type IncomingEvent, type Steps } from '../orders/step.ts';

type Dependencies = Pick<
  WorkflowDependencies,
  'identity' | 'catalog' | 'cart' | 'orders' | 'payments' | 'notifications' | 'analytics' | 'search' | 'web'
>;

/** Somebody asked for what the shop knows about them: every domain is asked, the file is kept for a week, a mail says so. */
export function collectExport(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'collect-export',
      name: "Collect a person's data",
      retries: 5,
      concurrency: 2,
      triggers: { event: exportRequested.name },
      onFailure: async ({ event }) => {
        const original = exportRequested.schema.parse(event.data.event.data);
        await dependencies.identity.failExport(original.exportId);
      },
    },
    ({ event, step }) => handleExport(dependencies, event, step),
  );
}

/** What every domain holds. Analytics knows visits, and of some the order they ended in. */
async function everything(
  { identity, catalog, cart, orders, payments, notifications, analytics, search }: Dependencies,
  userId: string,
) {
  const own = await identity.personalData(userId);
  const email = own?.profile.email ?? '';
  const [
    bought,
    savedCards,
    credit,
    reviews,
    carts,
    wishlist,
    promotions,
    waits,
    messages,
    messageSettings,
    messageTimes,
    visits,
    recommendations,
  ] = await Promise.all([
    orders.ordersOfPerson(userId, email),
    payments.saved.list(userId),
    payments.giftCards.creditOfPerson(userId),
    catalog.reviewsOfPerson(userId),
    cart.cartsOfPerson(userId),
    cart.wishlistOfPerson(userId),
    cart.promotionsOfPerson(userId, email),
    cart.waitsOfPerson(userId),
    notifications.messagesOfPerson(userId, email),
    notifications.preferencesOfPerson(userId),
    notifications.timesOfPerson(userId),
    orders.orderIdsOfPerson(userId, email).then((ids) => analytics.behaviourOfPerson(ids)),
    search.recommendationsOfPerson(userId),
  ]);
  return {
    ...own,
    orders: bought,
    savedCards,
    credit,
    reviews,
    carts,
    wishlist,
    promotions,
    waits,
    messages,
    messageSettings,
    messageTimes,
    visits,
    recommendations,
  };
}

export async function handleExport(
  dependencies: Dependencies,
  event: IncomingEvent,
  step: Pick<Steps, 'run'>,
): Promise<{ exportId: string }> {
  const { exportId, userId } = exportRequested.schema.parse(event.data);
  // One step: what it reads must not lie about between steps.
  const made = (await step.run('collect', () =>
    dependencies.identity.completeExport(exportId, (person) => everything(dependencies, person)),
  )) as { expiresAt: string } | null;
  const queued = await step.run('write-message', async () => {
    const contact = await dependencies.identity.contact(userId);
    const expiresAt = made?.expiresAt ?? (await readyUntil(dependencies, userId, exportId));
    if (!contact || !expiresAt) return [];
    const { email, name, locale } = contact;
    return dependencies.notifications.queue([
      {
        key: `data-export:${exportId}`,
        template: 'data-export-ready',
        to: { email, userId },
        locale,
        inbox: true,
        data: { name, expiresAt, url: localisedUrl(dependencies.web.shellUrl, locale, '/account/data') },
      },
    ]);
  });
  await deliverEach(dependencies, step, queued);
  return { exportId };
}

/** The step that made the file may have run before its answer was kept. */
async function readyUntil({ identity }: Dependencies, userId: string, exportId: string): Promise<string | null> {
  const { exports } = await identity.dataExports(userId);
  return exports.find(({ id, state }) => id === exportId && state === 'ready')?.expiresAt ?? null;
}
