import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { Steps } from '../orders/step.ts';

const minute = 60_000;
/** Long enough to be left, and not just a moment away. */
export const leftAfterMs = 4 * 60 * minute;
/** Longer than between two looks, so that one that came late misses nothing. */
const windowMs = 2 * 60 * minute;
const mostAtOnce = 2_000;

/** Carts of people with an account that nobody touched for hours: those who asked for offers are reminded, once for each cart. */
export function watchCarts(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'cart' | 'notifications'>) {
  return inngest.createFunction(
    { id: 'watch-carts', name: 'Watch for carts that were left', concurrency: 1, triggers: { cron: '*/15 * * * *' } },
    ({ step }) => handleLeftCarts(dependencies, step),
  );
}

export async function handleLeftCarts(
  { cart, notifications }: Pick<WorkflowDependencies, 'cart' | 'notifications'>,
  step: Pick<Steps, 'run'>,
  now = new Date(),
): Promise<{ held: number }> {
  const held = await step.run('hold', async () => {
    const before = new Date(now.getTime() - leftAfterMs);
    const from = new Date(before.getTime() - windowMs);
    const carts = await cart.idleCarts({ from, before, limit: mostAtOnce });
    return notifications.hold(
      carts.map(({ id, userId }) => ({
        key: `abandoned-cart:${id}`,
        userId,
        topic: 'abandoned-cart' as const,
        data: { cartId: id },
      })),
    );
  });
  return { held: held as number };
}
