import { translationFaults } from '@mallhive/ui/texts';
import { expect, it } from 'vitest';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

it.each([
  ['German', de],
  ['French', fr],
  ['Arabic', ar],
])('everything is said in %s', (_, translation) => expect(translationFaults(en, translation)).toEqual([]));
