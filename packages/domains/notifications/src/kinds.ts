import { z } from 'zod';

/** Ways to a person. Which of them this shop has is a matter of configuration. */
export const channels = ['email', 'inbox', 'sms', 'push'] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

/** What messages are about, as people choose them. `account`, `orders` and `shop` always come. */
export const kindNames = [
  'account',
  'orders',
  'reviews',
  'wishlist',
  'offers',
  'sales',
  'daily',
  'stock',
  'shop',
] as const;
export const kindSchema = z.enum(kindNames);
export type Kind = z.infer<typeof kindSchema>;

interface KindRules {
  /** Part of what was agreed on, or about the safety of the account: nobody can switch it off. */
  mandatory: boolean;
  /** Unless the person says otherwise. Advertising waits until somebody asks for it. */
  wanted: boolean;
  /** `seller`: for people who belong to a seller organisation. */
  audience: 'everybody' | 'seller';
}

export const kinds: Record<Kind, KindRules> = {
  account: { mandatory: true, wanted: true, audience: 'everybody' },
  orders: { mandatory: true, wanted: true, audience: 'everybody' },
  reviews: { mandatory: false, wanted: true, audience: 'everybody' },
  wishlist: { mandatory: false, wanted: true, audience: 'everybody' },
  offers: { mandatory: false, wanted: false, audience: 'everybody' },
  sales: { mandatory: false, wanted: true, audience: 'seller' },
  daily: { mandatory: false, wanted: true, audience: 'seller' },
  stock: { mandatory: false, wanted: true, audience: 'seller' },
  shop: { mandatory: true, wanted: true, audience: 'seller' },
};
