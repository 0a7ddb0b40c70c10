import { defineEvent, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** A message was handed to its channel. */
export const messageSent = defineEvent(
  'notifications/message.sent',
  1,
  z.object({ messageId: idSchema, channel: z.string(), template: z.string() }),
);
