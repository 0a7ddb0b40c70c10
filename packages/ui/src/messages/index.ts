import { createTexts } from '../i18n/texts.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** For servers: the words of the components in every language. */
export const texts = createTexts(en, { de, fr, ar });
