import { type Currency, currencies, type Locale } from '@mallhive/kernel';

/** Names of PostgreSQL's text search configurations. */
export const textConfigs: Record<Locale, string> = { en: 'english', de: 'german', fr: 'french', ar: 'arabic' };

/** Place of a currency in the arrays of documents; PostgreSQL counts from 1. */
export const placeOf = (currency: Currency): number => currencies.indexOf(currency) + 1;
