import { z } from 'zod';

/** Languages of the shop. English is the default: it has no prefix in addresses, and what is not translated shows in it. */
export const locales = ['en', 'de', 'fr', 'ar'] as const;
export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;
export const defaultLocale: Locale = 'en';
