import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** What a person may do with everything the shop knows about them. All (shopper), all about the caller alone. */
const when = z.iso.datetime();

/**
 * mutation identity.requestExport (step-up): collected by a job, the person gets a mail. A second request while one is being made, or
 * within the hour, answers the first. query identity.dataExports: newest first.
 */
export const dataExportSchema = z.object({
  id: idSchema,
  state: z.enum(['preparing', 'ready', 'failed', 'expired']),
  requestedAt: when,
  /** Until when it can be downloaded; null while it is prepared. */
  expiresAt: when.nullable(),
  bytes: z.int().nullable(),
});
export const requestExportOutput = z.object({ export: dataExportSchema });
export const dataExportsOutput = z.object({ exports: z.array(dataExportSchema) });

/** query identity.dataExport: the file itself, JSON as text. NOT_FOUND when it is another's, not ready, or expired. */
export const dataExportInput = z.object({ id: idSchema });
export const dataExportOutput = z.object({ fileName: z.string(), content: z.string() });

/**
 * mutation identity.requestErasure (step-up): the account is deleted after 14 days unless the person changes their mind; a repeat
 * answers the same day. UNPROCESSABLE `last_owner` with details.organisations (names): hand those over or close them first.
 * mutation identity.cancelErasure: nothing happens then; UNPROCESSABLE `erasure_begun` when it is too late.
 * query identity.erasure: null when none is planned.
 */
export const erasureSchema = z.object({ requestedAt: when, dueAt: when });
export const requestErasureOutput = z.object({ erasure: erasureSchema });
export const erasureOutput = z.object({ erasure: erasureSchema.nullable() });
export const cancelErasureOutput = z.object({ ok: z.literal(true) });
