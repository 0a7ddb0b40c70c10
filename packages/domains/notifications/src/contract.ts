import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { channelSchema, kindSchema } from './kinds.ts';

/** The shapes that cross the edge of the notifications domain. */
export const messageSchema = z.object({
  id: idSchema,
  channel: channelSchema,
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
/** query notifications.unread (shopper): how many of the caller's own are unread, at most 100; asked again and again by open pages. */
export const unreadOutput = z.object({ unread: z.int() });
/** mutation notifications.markRead (shopper): own messages only. */
export const markReadInput = z.object({ ids: z.array(idSchema).min(1).max(100) });
export const markReadOutput = z.object({ unread: z.int() });

/** query notifications.preferences (shopper): each kind of message with each channel that the shop has. */
export const preferencesOutput = z.object({
  kinds: z.array(
    z.object({
      kind: kindSchema,
      /** Always comes; `wanted` is true then. */
      mandatory: z.boolean(),
      /** `mandatory` (where it is): this kind always comes on that channel. */
      channels: z.array(z.object({ channel: channelSchema, wanted: z.boolean(), mandatory: z.boolean().optional() })),
    }),
  ),
});
/**
 * mutation notifications.setPreferences (shopper): own ones; repeating changes nothing. UNPROCESSABLE_CONTENT
 * `preference_mandatory` (`details.kind`), `channel_unavailable` (`details.channel`): then nothing is changed.
 */
export const setPreferencesInput = z.object({
  changes: z
    .array(z.object({ kind: kindSchema, channel: channelSchema, wanted: z.boolean() }))
    .min(1)
    .max(40),
});

/** query notifications.subscription, mutation notifications.unsubscribe (public): by the link in a mail. NOT_FOUND `unsubscribe_link_invalid`. */
export const subscriptionInput = z.object({ token: z.string().min(1).max(400) });
export const subscriptionOutput = z.object({ kind: kindSchema, wanted: z.boolean() });
