import { translationFaults } from '@mallhive/ui/texts';
import { expect, it } from 'vitest';
import { content } from '../content/index.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

it.each([
  ['German', de],
  ['French', fr],
  ['Arabic', ar],
])('everything is said in %s', (_, translation) => expect(translationFaults(en, translation)).toEqual([]));

it.each(['de', 'fr', 'ar'] as const)('every page of text is there in %s', (locale) =>
  expect(translationFaults(content('en'), content(locale))).toEqual([]),
);
