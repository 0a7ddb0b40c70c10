import { textsOf } from '@mallhive/ui';
import type { en } from './messages/en.ts';

export const useTexts = textsOf<typeof en>('profile');
