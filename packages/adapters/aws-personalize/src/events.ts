import { PersonalizeEventsClient, PutEventsCommand } from '@aws-sdk/client-personalize-events';
import type { BehaviourSink, StoredBehaviour } from '@mallhive/analytics/ports';

export interface PersonalizeEventsOptions {
  /** Of the event tracker. */
  trackingId: string;
  region?: string | undefined;
  endpoint?: string | undefined;
  timeoutMs?: number | undefined;
}

/** Of one call. */
const most = 10;
/** So many calls at once; Personalize takes a thousand a second. */
const width = 8;

/**
 * Tells Personalize what visitors looked at and bought. Only those who agreed to be counted, who are known by their visit
 * alone; only what is about a product. Personalize knows an event again by its id.
 */
export function createPersonalizeSink(options: PersonalizeEventsOptions): BehaviourSink & { close(): void } {
  const { trackingId, region, endpoint, timeoutMs = 10_000 } = options;
  const client = new PersonalizeEventsClient({
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
  });
  return {
    name: `personalize:${trackingId}`,
    write: async (events) => {
      const calls = callsOf(events);
      let next = 0;
      const worker = async () => {
        for (let call = calls[next++]; call; call = calls[next++]) {
          await client.send(new PutEventsCommand({ trackingId, sessionId: call.visit, eventList: call.events }));
        }
      };
      await Promise.all(Array.from({ length: Math.min(width, calls.length) }, worker));
    },
    close: () => client.destroy(),
  };
}

function callsOf(events: readonly StoredBehaviour[]) {
  const visits = Map.groupBy(
    events.filter(({ visitorId, productId }) => visitorId && productId),
    ({ visitorId }) => visitorId ?? '',
  );
  return [...visits].flatMap(([visit, own]) =>
    Array.from({ length: Math.ceil(own.length / most) }, (_, index) => ({
      visit,
      events: own.slice(index * most, (index + 1) * most).map((event) => ({
        eventId: event.id,
        eventType: event.type,
        itemId: event.productId ?? '',
        sentAt: new Date(event.at),
      })),
    })),
  );
}
