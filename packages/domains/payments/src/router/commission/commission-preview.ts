import { administratorProcedure } from '@mallhive/trpc';
import { commissionPreviewInput, commissionPreviewOutput } from '../../commission/contract.ts';
import type { PaymentsFacade } from '../../index.ts';

export const commissionPreview = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(commissionPreviewInput)
    .output(commissionPreviewOutput)
    .query(({ ctx, input }) => payments.commission.preview(ctx.user, input));
