import { Badge } from '@mallhive/ui';
import { giftCardMessages } from '../../../messages/gift-cards.ts';
import type { GiftCard } from '../../../types.ts';

const tones = { active: 'positive', blocked: 'danger', expired: 'neutral', closed: 'neutral' } as const;

export const CardStatus = ({ status }: Pick<GiftCard, 'status'>) => (
  <Badge tone={tones[status]}>{giftCardMessages.statuses[status]}</Badge>
);
