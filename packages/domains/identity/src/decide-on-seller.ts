import type { Clock } from '@mallhive/kernel';
import type { z } from 'zod';
import type { decideOnSellerInput } from './contract-organisations.ts';
import type { SellerStatus } from './contract-shapes.ts';
import { organisationNotFound, statusNotPossible } from './errors-organisations.ts';
import { sellerStatusChanged } from './events-organisations.ts';
import type { OrganisationRepository } from './organisation.repository.ts';
import { administratorActor, auditOf } from './organisation-audit.ts';
import { transitionOf } from './seller-status.ts';

/** Approve, reject, suspend, reinstate. Of two administrators who decide at once the second is told the state. */
export function createDecideOnSeller(deps: { organisations: OrganisationRepository; clock: Clock }) {
  return async (
    administratorId: string,
    { sellerId, decision, reason }: z.output<typeof decideOnSellerInput>,
  ): Promise<{ status: SellerStatus }> => {
    const { from, to } = transitionOf(decision);
    const now = deps.clock.now();
    const status = await deps.organisations.setStatus(sellerId, reason, now, (before) => {
      if (before.status !== from) throw statusNotPossible(before.status);
      return {
        to,
        events: [sellerStatusChanged.create({ sellerId, slug: before.slug, from, to, reason }, now)],
        audit: [
          auditOf(administratorActor(administratorId), sellerId, `organisation.${decision}`, now, {
            status: [from, to],
            ...(reason && { reason: [null, reason] }),
          }),
        ],
      };
    });
    if (!status) throw organisationNotFound();
    return { status };
  };
}
