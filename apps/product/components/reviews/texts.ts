import { useI18n } from '@mallhive/ui';
import { ar } from '../../messages/reviews/ar.ts';
import { de } from '../../messages/reviews/de.ts';
import { en } from '../../messages/reviews/en.ts';
import { fr } from '../../messages/reviews/fr.ts';

const all = { en, de, fr, ar };

/** Words of what loads when reviews are opened; they come with that code and not with the page. */
export const useReviewTexts = (): typeof en => all[useI18n().locale];
