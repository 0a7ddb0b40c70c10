import type { Catalog } from '../../index.ts';
import { mediaFromUrl } from './media-from-url.ts';
import { mediaUsage } from './media-usage.ts';

export const mediaProcedures = (catalog: Catalog) => ({
  mediaUsage: mediaUsage(catalog),
  mediaFromUrl: mediaFromUrl(catalog),
});
