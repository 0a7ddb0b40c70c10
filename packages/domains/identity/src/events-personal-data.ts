import { defineEvent, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** Somebody wants to have what the shop knows about them. */
export const exportRequested = defineEvent(
  'identity/export.requested',
  1,
  z.object({ exportId: idSchema, userId: idSchema }),
);

/** Somebody wants to be forgotten, at `dueAt`. A later request has another `requestedAt`. */
export const erasureRequested = defineEvent(
  'identity/erasure.requested',
  1,
  z.object({ userId: idSchema, requestedAt: z.iso.datetime(), dueAt: z.iso.datetime() }),
);

/** Changed their mind in time. */
export const erasureCancelled = defineEvent(
  'identity/erasure.cancelled',
  1,
  z.object({ userId: idSchema, requestedAt: z.iso.datetime() }),
);

/** Nothing of the person is left in identity. Who keeps a copy of something personal lets go of it. */
export const userErased = defineEvent('identity/user.erased', 1, z.object({ userId: idSchema }));
