import type { PlaceIconName } from './components/frame/place-icon.tsx';
import { afterSaleMessages } from './messages/after-sale.ts';
import { analyticsMessages } from './messages/analytics.ts';
import { fileMessages } from './messages/files.ts';
import { frameMessages } from './messages/frame.ts';
import { giftCardMessages } from './messages/gift-cards.ts';
import { organisationMessages } from './messages/organisation.ts';
import { payoutMessages } from './messages/payouts.ts';
import { promotionMessages } from './messages/promotions.ts';
import { reviewMessages } from './messages/reviews.ts';
import { rulesMessages } from './messages/rules.ts';
import { searchMessages } from './messages/search.ts';
import { templateMessages } from './messages/templates.ts';
import { webhookMessages } from './messages/webhooks.ts';
import type { Membership } from './types.ts';

type Role = Membership['role'];

export interface Place {
  href: string;
  label: string;
  icon: PlaceIconName;
  /** Who sees it; without it everybody in the organisation does. The server decides again. */
  roles?: readonly Role[];
  /** One of the few that a phone shows at its lower edge, beside "More"; a text is a shorter name for there. */
  phone?: boolean | string;
}

export interface PlaceGroup {
  id: string;
  /** Empty: no heading. */
  label: string;
  places: readonly Place[];
}

const { seller, admin, groups } = frameMessages;
const selling: readonly Role[] = ['owner', 'manager'];

/** The seller's side. A new page is one line here; its label stands in the messages of its own area. */
export const sellerNavigation: readonly PlaceGroup[] = [
  {
    id: 'today',
    label: groups.today,
    places: [
      { href: '/', label: seller.overview, icon: 'overview', phone: true },
      { href: '/orders', label: seller.orders, icon: 'orders', phone: true },
      { href: '/returns', label: afterSaleMessages.nav, icon: 'returns' },
      { href: '/analytics', label: analyticsMessages.nav, icon: 'analytics' },
    ],
  },
  {
    id: 'catalogue',
    label: groups.catalogue,
    places: [
      { href: '/products', label: seller.products, icon: 'products', phone: true, roles: selling },
      { href: '/stock', label: seller.stock, icon: 'stock' },
      { href: '/promotions', label: promotionMessages.nav, icon: 'promotions' },
      { href: '/reviews', label: reviewMessages.nav.reviews, icon: 'reviews', roles: selling },
      { href: '/import', label: fileMessages.nav.import, icon: 'import', roles: selling },
      { href: '/export', label: fileMessages.nav.export, icon: 'export', roles: selling },
    ],
  },
  {
    id: 'organisation',
    label: groups.organisation,
    places: [
      { href: '/shop', label: seller.shopPage, icon: 'shop', roles: selling },
      { href: '/payouts', label: payoutMessages.nav.payouts, icon: 'money', roles: selling },
      { href: '/shipping', label: rulesMessages.nav.ownShipping, icon: 'delivery', roles: selling },
      { href: '/organisation', label: organisationMessages.nav.organisation, icon: 'organisation' },
      { href: '/team', label: organisationMessages.nav.team, icon: 'team' },
      { href: '/api-keys', label: organisationMessages.nav.keys, icon: 'keys', roles: ['owner'] },
      { href: '/webhooks', label: webhookMessages.nav, icon: 'webhooks', roles: ['owner'] },
      { href: '/activity', label: organisationMessages.nav.activity, icon: 'audit', roles: ['owner'] },
    ],
  },
];

/** The administrators' side. */
export const adminNavigation: readonly PlaceGroup[] = [
  {
    id: 'today',
    label: groups.today,
    places: [
      { href: '/admin', label: admin.overview, icon: 'overview', phone: true },
      { href: '/admin/analytics', label: analyticsMessages.nav, icon: 'analytics' },
    ],
  },
  {
    id: 'queues',
    label: groups.queues,
    places: [
      { href: '/admin/orders', label: afterSaleMessages.admin.nav, icon: 'returns' },
      { href: '/admin/products', label: admin.moderation, icon: 'moderation', phone: admin.moderationShort },
      { href: '/admin/reviews', label: reviewMessages.nav.reported, icon: 'reviews' },
      { href: '/admin/sellers', label: organisationMessages.nav.sellers, icon: 'sellers', phone: true },
    ],
  },
  {
    id: 'marketplace',
    label: groups.marketplace,
    places: [
      { href: '/admin/categories', label: admin.categories, icon: 'categories', phone: true },
      { href: '/admin/attributes', label: admin.attributes, icon: 'attributes' },
      { href: '/admin/promotions', label: promotionMessages.nav, icon: 'promotions' },
      { href: '/admin/search', label: searchMessages.nav, icon: 'search' },
      { href: '/admin/messages/templates', label: templateMessages.nav, icon: 'messages' },
      { href: '/admin/rates', label: admin.rates, icon: 'rates' },
      { href: '/admin/commission', label: payoutMessages.nav.commission, icon: 'share' },
      { href: '/admin/gift-cards', label: giftCardMessages.nav, icon: 'giftCard' },
      { href: '/admin/payouts', label: payoutMessages.nav.allPayouts, icon: 'money' },
      { href: '/admin/ledger', label: payoutMessages.nav.ledger, icon: 'ledger' },
      { href: '/admin/tax', label: rulesMessages.nav.tax, icon: 'tax' },
      { href: '/admin/shipping', label: rulesMessages.nav.shipping, icon: 'delivery' },
      { href: '/admin/audit', label: organisationMessages.nav.audit, icon: 'audit' },
    ],
  },
];

/** `/` and `/admin` are only themselves; every other place owns what is below it. */
export function isAt(href: string, path: string): boolean {
  if (href === '/' || href === '/admin') return path === href;
  return path === href || path.startsWith(`${href}/`);
}

/** Without what the role may not see, and without groups that are empty then. */
export function placesFor(navigation: readonly PlaceGroup[], role: Role | null): PlaceGroup[] {
  return navigation.flatMap((group) => {
    const places = group.places.filter(({ roles }) => !roles || (role !== null && roles.includes(role)));
    return places.length > 0 ? [{ ...group, places }] : [];
  });
}
