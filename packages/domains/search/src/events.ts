import { defineEvent, idSchema, localeSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** A product's index entry now reflects the catalog. */
export const productIndexed = defineEvent('search/product.indexed', 1, z.object({ productId: idSchema }));

/** An administrator changed which words mean the same; answers of searches may be different now. */
export const synonymsChanged = defineEvent('search/synonyms.changed', 1, z.object({ locale: localeSchema }));
