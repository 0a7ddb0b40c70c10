import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { Steps } from '../orders/step.ts';

type Dependencies = Pick<WorkflowDependencies, 'identity' | 'orders' | 'notifications' | 'web'>;
const day = 86_400_000;

/** Every night: the people of each shop get the figures of the day before, in the morning where they are. */
export function tellOfTheDay(inngest: Inngest.Any, dependencies: Dependencies) {
  return inngest.createFunction(
    { id: 'tell-of-the-day', name: 'Keep the figures of the day for sellers', triggers: { cron: '20 3 * * *' } },
    ({ step }) => handleDay(dependencies, step),
  );
}

export async function handleDay(
  { identity, orders, notifications, web }: Dependencies,
  step: Pick<Steps, 'run'>,
  now = new Date(),
): Promise<{ held: number }> {
  const held = await step.run('hold', async () => {
    const until = new Date(Math.floor(now.getTime() / day) * day);
    const from = new Date(until.getTime() - day);
    const date = from.toISOString().slice(0, 10);
    const days = new Map((await orders.sellerDays(from, until)).map((one) => [one.sellerId, one]));
    const sellers = await identity.sellerContacts([...days.keys()]);
    return notifications.hold(
      sellers.flatMap(({ id, slug, name: shop, members }) => {
        const { sellerId: _, ...figures } = days.get(id) ?? {};
        const url = `${web.sellerUrl}/?shop=${slug}`;
        return members.map(({ userId }) => ({
          key: `seller-daily:${id}:${date}:${userId}`,
          userId,
          topic: 'seller-daily' as const,
          data: { shop, day: date, ...figures, url },
        }));
      }),
    );
  });
  return { held: held as number };
}
