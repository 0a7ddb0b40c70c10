import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';

/** Every night: a new signing key once a month, and links that nobody can use any more go. */
export function keepAccountsTidy(inngest: Inngest.Any, { identity, logger }: WorkflowDependencies) {
  return inngest.createFunction(
    { id: 'keep-accounts-tidy', name: 'Keys and links of accounts', retries: 3, triggers: { cron: '17 3 * * *' } },
    async ({ step }) => {
      const rotated = await step.run('rotate-signing-keys', () => identity.rotateSigningKeys());
      const removed = await step.run('remove-old-links', () => identity.removeOldLinks());
      logger.info({ rotated, removed }, 'accounts are tidy');
      return { rotated, removed };
    },
  );
}
