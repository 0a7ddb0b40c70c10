import { createTexts } from '@mallhive/ui/texts';
import { about } from './about.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { fr } from './fr.ts';
import { help } from './help.ts';
import { legal } from './legal.ts';
import type { Content } from './topic.ts';

const en: Content = { about, help, legal };

/** For the server: pages of text in every language. What is not translated is English. */
export const content = createTexts(en, { de, fr, ar });
