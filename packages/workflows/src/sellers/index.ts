import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { followSellerStatus } from './follow-seller-status.ts';
import { mailInvitation } from './mail-invitation.ts';
import { tellOfDecision } from './tell-of-decision.ts';
import { tellOfReview } from './tell-of-review.ts';

/** What follows from the life of a seller organisation. */
const functions = [followSellerStatus, mailInvitation, tellOfDecision, tellOfReview];

export function createSellerFunctions(inngest: Inngest.Any, dependencies: WorkflowDependencies): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
