import { defineEvent, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** A product's index entry now reflects the catalog. */
export const productIndexed = defineEvent('search/product.indexed', 1, z.object({ productId: idSchema }));
