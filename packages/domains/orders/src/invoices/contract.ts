import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** query orders.document (public): an invoice or credit note by its order's token, or for the signed-in owner. NOT_FOUND otherwise. */
export const documentInput = z.object({ documentId: idSchema, accessToken: z.string().max(100).optional() });
/** query orders.sellerDocument (seller): of one's own organisation. NOT_FOUND for another seller's. */
export const sellerDocumentInput = z.object({ sellerId: idSchema, documentId: idSchema });
/** query orders.anyDocument (administrator). */
export const anyDocumentInput = z.object({ documentId: idSchema });
/** The PDF, in base64. */
export const documentOutput = z.object({ name: z.string(), type: z.literal('application/pdf'), base64: z.string() });
