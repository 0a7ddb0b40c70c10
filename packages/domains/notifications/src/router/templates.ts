import { administratorProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../index.ts';
import { templatesOutput } from '../preview/contract.ts';

export const templates = (notifications: NotificationsFacade) =>
  administratorProcedure.output(templatesOutput).query(() => notifications.templates());
