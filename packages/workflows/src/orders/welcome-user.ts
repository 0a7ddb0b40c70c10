import { userRegistered } from '@mallhive/identity/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type Handler } from './step.ts';

/** Somebody registered: a welcome by mail and in the inbox. */
export function welcomeUser(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'welcome-user', name: 'Welcome a new user', retries: 10, triggers: { event: userRegistered.name } },
    ({ event, step }) => handleRegistration(dependencies, event, step),
  );
}

export const handleRegistration: Handler = async (dependencies, event, step) => {
  const { userId, email, name } = userRegistered.schema.parse(event.data);
  const queued = await step.run('write-messages', () =>
    dependencies.notifications.queue([
      {
        key: `welcome:${userId}`,
        template: 'welcome',
        to: { email, userId },
        inbox: true,
        data: { name, shopUrl: dependencies.web.shellUrl },
      },
    ]),
  );
  await deliverEach(dependencies, step, queued);
  return { userId };
};
