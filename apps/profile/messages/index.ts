import { createTexts } from '@mallhive/ui/texts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** For servers: a browser gets its own language with the page. */
export const texts = createTexts(en, { de, fr, ar });
