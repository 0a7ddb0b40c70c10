import { defineEvent, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** A message was handed to its channel. */
export const messageSent = defineEvent(
  'notifications/message.sent',
  1,
  z.object({ messageId: idSchema, channel: z.string(), template: z.string() }),
);

/** Something is to be sent to an address of a seller's system. `lane`: those that take nothing do not stand in the others' way. */
export const webhookDue = defineEvent(
  'notifications/webhook.due',
  1,
  z.object({ endpointId: idSchema, lane: z.enum(['steady', 'failing']) }),
);

/** We switched off an address of a seller's system: it said that it is gone, or took nothing for days. */
export const webhookDisabled = defineEvent(
  'notifications/webhook.disabled',
  1,
  z.object({
    endpointId: idSchema,
    sellerId: idSchema,
    url: z.string(),
    reason: z.enum(['gone', 'failing']),
  }),
);
