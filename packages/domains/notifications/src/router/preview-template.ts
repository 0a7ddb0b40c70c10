import { administratorProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../index.ts';
import { previewTemplateInput, previewTemplateOutput } from '../preview/contract.ts';

export const previewTemplate = (notifications: NotificationsFacade) =>
  administratorProcedure
    .input(previewTemplateInput)
    .output(previewTemplateOutput)
    .query(({ input }) => notifications.previewTemplate(input));
