import { deviceAdded } from '@mallhive/identity/events';
import { localisedUrl } from '@mallhive/kernel';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type IncomingEvent, type Steps } from '../orders/step.ts';

type Dependencies = Pick<WorkflowDependencies, 'identity' | 'notifications' | 'web'>;

/** Somebody signed in on a device that the account does not know: its owner is told, unless it was their first sign-in. */
export function tellOfNewDevice(inngest: Inngest.Any, dependencies: Dependencies) {
  return inngest.createFunction(
    { id: 'tell-of-new-device', name: 'Tell of a new device', retries: 10, triggers: { event: deviceAdded.name } },
    ({ event, step }) => handleNewDevice(dependencies, event, step),
  );
}

export async function handleNewDevice(
  { identity, notifications, web }: Dependencies,
  event: IncomingEvent,
  step: Pick<Steps, 'run'>,
): Promise<{ sessionId: string }> {
  const { userId, sessionId } = deviceAdded.schema.parse(event.data);
  const queued = await step.run('write-message', async () => {
    const found = await identity.newDevice(userId, sessionId);
    if (!found) return [];
    const { email, name, locale, device, at } = found;
    return notifications.queue([
      {
        key: `new-device:${sessionId}`,
        template: 'new-device',
        to: { email, userId },
        locale,
        data: {
          name,
          device,
          at: at.toISOString(),
          securityUrl: localisedUrl(web.shellUrl, locale, '/account/security'),
        },
      },
    ]);
  });
  await deliverEach({ notifications }, step, queued);
  return { sessionId };
}
