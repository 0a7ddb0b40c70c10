import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** The shapes that cross the edge of the notifications domain. */
export const messageSchema = z.object({
  id: idSchema,
  channel: z.enum(['email', 'inbox']),
  template: z.string(),
  subject: z.string(),
  body: z.string(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  link: z.string().nullable(),
});

/** query notifications.inbox (shopper): the in-app messages of the caller, newest first. */
export const inboxInput = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(50).default(20),
});
export const inboxOutput = z.object({
  messages: z.array(messageSchema),
  unread: z.int(),
  nextCursor: z.string().nullable(),
});
/** mutation notifications.markRead (shopper): own messages only. */
export const markReadInput = z.object({ ids: z.array(idSchema).min(1).max(100) });
export const markReadOutput = z.object({ unread: z.int() });
