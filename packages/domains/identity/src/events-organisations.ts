import { defineEvent, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

const status = z.enum(['pending', 'approved', 'suspended', 'rejected']);

/** A seller organisation applied, was approved, rejected, suspended or reinstated. Only approved ones are seen in the shop. */
export const sellerStatusChanged = defineEvent(
  'identity/seller.status-changed',
  1,
  z.object({ sellerId: idSchema, slug: z.string(), from: status.nullable(), to: status, reason: z.string() }),
);

/** Somebody joined, got another role, or left (`role` null). */
export const memberChanged = defineEvent(
  'identity/member.changed',
  1,
  z.object({ sellerId: idSchema, userId: idSchema, role: z.enum(['owner', 'manager', 'fulfilment']).nullable() }),
);

/** An invitation was made or is to be sent again. The mail asks the facade for address and link: neither travels. */
export const invitationRequested = defineEvent(
  'identity/invitation.requested',
  1,
  z.object({ invitationId: idSchema, sellerId: idSchema }),
);
