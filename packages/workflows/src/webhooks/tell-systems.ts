import { productChanged } from '@mallhive/catalog/events';
import { orderCancelled, shipmentDelivered } from '@mallhive/orders/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { IncomingEvent, Steps } from '../orders/step.ts';
import { type Owners, translations } from './seller-events.ts';

type Dependencies = Pick<WorkflowDependencies, 'notifications' | 'orders' | 'catalog'>;
interface NamedEvent extends IncomingEvent {
  name: string;
}

/** Things happened to sellers: what their own systems want to hear is written down, a batch in one statement. */
export function tellSystems(inngest: Inngest.Any, dependencies: Dependencies) {
  return inngest.createFunction(
    {
      id: 'tell-systems',
      name: 'Write down what sellers’ systems are to hear',
      batchEvents: { maxSize: 100, timeout: '2s' },
      retries: 10,
      triggers: [...translations.keys()].map((event) => ({ event })),
    },
    ({ events, step }) => handleSellerEvents(dependencies, events, step),
  );
}

export async function handleSellerEvents(
  dependencies: Dependencies,
  events: readonly NamedEvent[],
  step: Pick<Steps, 'run'>,
): Promise<{ recorded: unknown }> {
  return { recorded: await step.run('record', () => record(dependencies, events)) };
}

async function record(dependencies: Dependencies, events: readonly NamedEvent[]): Promise<number> {
  const owners = await ownersOf(dependencies, events);
  return dependencies.notifications.webhooks.record(
    events.flatMap((event) => {
      const at = new Date(event.ts ?? Date.now());
      const eventId = event.id ?? `${event.name}:${event.ts}`;
      return translations.get(event.name)?.(event.data, { at, eventId, owners }) ?? [];
    }),
  );
}

/** Asked only for events that do not say whose they are. */
async function ownersOf({ orders, catalog }: Dependencies, events: readonly NamedEvent[]): Promise<Owners> {
  const parts = events.flatMap(({ name, data }) =>
    name === orderCancelled.name
      ? orderCancelled.schema.parse(data).orderId
      : name === shipmentDelivered.name
        ? shipmentDelivered.schema.parse(data).subOrderId
        : [],
  );
  const products = events.flatMap(({ name, data }) =>
    name === productChanged.name ? productChanged.schema.parse(data).productId : [],
  );
  const [found, sellers] = await Promise.all([
    parts.length > 0 ? orders.parts(parts) : [],
    products.length > 0 ? catalog.sellersOfProducts([...new Set(products)]) : new Map<string, string>(),
  ]);
  return { parts: found, sellerOfProduct: sellers };
}
