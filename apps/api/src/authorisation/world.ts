import { savePromotionInput, saveShopPromotionInput } from '@mallhive/cart/promotions';
import { productDraft, sellerProfile } from '@mallhive/catalog/testing';
import { newId } from '@mallhive/kernel';
import { createSessionCookie } from '@mallhive/session/token';
import type { ApiFixture } from '../testing/api-fixture.ts';
import type { Values } from './sample-input.ts';

const password = 'ninety green umbrellas';

/** Who calls. The first owns a shopper's things; the three after `other shopper` work for the organisation that owns a seller's. */
export const principals = [
  'shopper',
  'other shopper',
  'owner',
  'manager',
  'fulfilment',
  'other seller',
  'suspended seller',
  'administrator',
] as const;
export type Principal = (typeof principals)[number] | 'nobody';

export interface World {
  cookieOf(principal: Principal): string | undefined;
  sellerId: string;
  otherSellerId: string;
  suspendedSellerId: string;
  /** Gives back what calls on themselves took from principals: sessions, password, memberships. */
  restore(): Promise<void>;
  /** What belongs to the shopper and to the seller, by field name. */
  theirs: Values;
  /** The same fields with ids of things that do not exist. */
  nothing: Values;
}

const organisations = { ours: 'matrix-ours', other: 'matrix-other', suspended: 'matrix-suspended' };
const roleOf: Partial<Record<Principal, { sellerSlug: string; role: 'owner' | 'manager' | 'fulfilment' }>> = {
  owner: { sellerSlug: organisations.ours, role: 'owner' },
  manager: { sellerSlug: organisations.ours, role: 'manager' },
  fulfilment: { sellerSlug: organisations.ours, role: 'fulfilment' },
  'other seller': { sellerSlug: organisations.other, role: 'owner' },
  'suspended seller': { sellerSlug: organisations.suspended, role: 'owner' },
};
const addressOf = (principal: Principal) => `${principal.replace(' ', '-')}@example.com`;

/** What the fields are called that are no ids: valid, and the same for everybody. */
const plain: Values = {
  email: 'somebody@example.com',
  contactEmail: 'somebody@example.com',
  code: '000000',
  number: '4242 4242 4242 4242',
  expiry: '12/40',
  cvc: '123',
  country: 'GB',
  month: '2026-01',
  returnUrl: '/checkout',
  'catalog.setExchangeRates.rate': '1.25',
  'payments.saveTaxClass.code': 'matrix',
  'payments.saveSellerShipping.zoneId': '00000000-0000-7000-8000-000000000041',
  'payments.saveSellerShipping.version': 0,
  'payments.saveSellerShipping.offer': null,
  'notifications.createWebhook.url': 'https://systems.example.com/hook',
  'notifications.updateWebhook.url': 'https://systems.example.com/hook',
  'cart.savePromotion.version': 1,
  'cart.savePromotion.percentBp': 1_000,
  'cart.savePromotion.codes': [],
  'cart.savePromotion.endsAt': null,
  'cart.saveShopPromotion.percentBp': 1_000,
  'cart.saveShopPromotion.codes': [],
  'cart.saveShopPromotion.endsAt': null,
  'cart.transferStock.toId': '00000000-0000-7000-8000-000000000001',
};

/** A shop in which one shopper and one seller own one of everything that a call can name. */
export async function createWorld(api: ApiFixture, secret: string): Promise<World> {
  const { identity, catalog, cart, orders, notifications } = api.composition.facades;
  const slugs = Object.values(organisations);
  const sellers = await identity.upsertSellers(
    slugs.map((slug) => ({ slug, name: slug, status: slug === organisations.suspended ? 'suspended' : 'approved' })),
  );
  const sellerOf = (slug: string) => sellers.get(slug) ?? '';
  const sellerId = sellerOf(organisations.ours);
  await catalog.upsertCategories([{ path: 'home-living', name: 'Home & living' }]);
  await catalog.upsertSellerProfiles(
    slugs.map((slug) => sellerProfile({ sellerId: sellerOf(slug), slug, name: slug, changedAt: new Date() })),
  );

  const signedIn = new Map<Principal, { userId: string; sessionId: string; cookie: string }>();
  async function enter(principal: (typeof principals)[number]): Promise<void> {
    const membership = roleOf[principal];
    const email = addressOf(principal);
    const memberships = membership ? [membership] : [];
    const administrator = principal === 'administrator';
    await identity.upsertUsers([{ email, name: principal, password, administrator, memberships }]);
    const reply = await identity.signIn({ email, password });
    const claims = { userId: reply.user.id, sessionId: reply.sessionId };
    signedIn.set(principal, { ...claims, cookie: await createSessionCookie(secret, claims, 3_600) });
  }
  for (const principal of principals) await enter(principal);
  const whoAmI = async (principal: Principal): Promise<string> => {
    const reply = await api.query('identity.me', undefined, { cookie: signedIn.get(principal)?.cookie ?? '' });
    return JSON.stringify(((await reply.json()) as { result: { data: unknown } }).result.data);
  };
  const known = new Map(await Promise.all(principals.map(async (name) => [name, await whoAmI(name)] as const)));
  async function restore(): Promise<void> {
    for (const principal of principals) if ((await whoAmI(principal)) !== known.get(principal)) await enter(principal);
  }
  const shopper = signedIn.get('shopper');
  if (!shopper) throw new Error('the shopper is missing');
  const cookie = { cookie: shopper.cookie };

  const [product] = await catalog.upsertProducts([
    productDraft({ sellerId, slug: 'matrix-chair', categoryPath: 'home-living' }),
  ]);
  const [variant] = product?.variants ?? [];
  if (!product || !variant) throw new Error('the product is missing');
  await cart.upsertStock([{ variantId: variant.id, productId: product.id, sellerId, onHand: 20 }]);

  const mutate = async <Data>(procedure: string, input: unknown): Promise<Data> => {
    const response = await api.mutate(procedure, input, cookie);
    const body = (await response.json()) as { result?: { data: Data } };
    if (!body.result) throw new Error(`${procedure}: ${JSON.stringify(body)}`);
    return body.result.data;
  };
  const { address } = await mutate<{ address: { id: string } }>('identity.saveAddress', {
    name: 'A',
    line1: '1 Long Lane',
    city: 'Leeds',
    postcode: 'LS1 1AA',
    country: 'GB',
  });
  await mutate('cart.addItem', { variantId: variant.id, quantity: 1 });
  await mutate('cart.addWish', { variantId: variant.id });
  const { checkout } = await mutate<{ checkout: { id: string } }>('orders.startCheckout', { country: 'GB' });
  await orders.importOrders([
    {
      source: 'matrix',
      sourceRef: 'one',
      placedAt: new Date(),
      currency: 'GBP',
      userId: shopper.userId,
      email: addressOf('shopper'),
      country: 'GB',
      lines: [
        {
          productId: product.id,
          variantId: variant.id,
          slug: 'matrix-chair',
          sku: 'MATRIX',
          title: 'Chair',
          sellerId,
          sellerSlug: organisations.ours,
          sellerName: organisations.ours,
          quantity: 1,
          unitPrice: 4_900,
        },
      ],
    },
  ]);
  const owner = { cookie: signedIn.get('owner')?.cookie ?? '' };
  const read = async <Data>(procedure: string, input: unknown, headers: Record<string, string>): Promise<Data> => {
    const response = await api.query(procedure, input, headers);
    return ((await response.json()) as { result: { data: Data } }).result.data;
  };
  await api.mutate('identity.inviteMember', { sellerId, email: 'invited@example.com', role: 'manager' }, owner);
  const [{ orders: placed }, { items: sold }, { invitations }, { locations }] = await Promise.all([
    read<{ orders: { id: string }[] }>('orders.mine', {}, cookie),
    read<{ items: { id: string }[] }>('orders.sellerOrders', { sellerId }, owner),
    read<{ invitations: { id: string }[] }>('identity.team', { sellerId }, owner),
    read<{ locations: { id: string }[] }>('cart.stockLocations', { sellerId }, owner),
  ]);
  const ids = [placed, sold, invitations, locations].map(([first]) => first?.id);
  if (ids.some((id) => id === undefined)) throw new Error('something that could be named is missing');
  const [orderId, subOrderId, invitationId, locationId] = ids;

  const [promotionId, shopPromotionId] = [newId(), newId()];
  const percent = { kind: 'percent', percentBp: 1_000, startsAt: '2026-01-01T00:00:00Z', codes: ['MATRIX'] };
  await cart.savePromotion(
    { id: signedIn.get('owner')?.userId ?? '', memberships: [{ sellerId, role: 'owner' }] },
    savePromotionInput.parse({ ...percent, id: promotionId, sellerId, title: 'Ours' }),
  );
  await cart.saveShopPromotion(
    { id: signedIn.get('administrator')?.userId ?? '' },
    saveShopPromotionInput.parse({ ...percent, id: shopPromotionId, title: 'Everybody', codes: ['MATRIX-SHOP'] }),
  );
  const { webhooks } = notifications;
  const asOwner = {
    id: signedIn.get('owner')?.userId ?? '',
    memberships: [{ sellerId, role: 'owner' as const }],
  };
  const target = { sellerId, url: 'https://systems.example.com/hook', description: '' };
  const { webhook } = await webhooks.create(asOwner, { ...target, events: ['product.approved'] });
  const ping = await webhooks.ping(asOwner, { sellerId, webhookId: webhook.id });
  const theirs = {
    ...plain,
    webhookId: webhook.id,
    deliveryId: ping.deliveryId,
    sellerId,
    productId: product.id,
    productIds: [product.id],
    variantId: variant.id,
    variantIds: [variant.id],
    orderId,
    subOrderId,
    locationId,
    fromId: locationId,
    'cart.savePromotion.id': promotionId,
    'cart.setPromotionStatus.id': promotionId,
    'cart.saveShopPromotion.id': shopPromotionId,
    'cart.setShopPromotionStatus.id': shopPromotionId,
    'identity.resendInvitation.id': invitationId,
    'identity.revokeInvitation.id': invitationId,
    checkoutId: checkout.id,
    userId: signedIn.get('manager')?.userId,
    'identity.saveAddress.id': address.id,
    'identity.removeAddress.id': address.id,
    'identity.revokeSession.id': shopper.sessionId,
  };
  const nothing = {
    ...theirs,
    ...Object.fromEntries(
      Object.keys(theirs)
        .filter((name) => /id$/i.test(name) && name !== 'sellerId')
        .map((name) => [name, newId()]),
    ),
    productIds: [newId()],
    variantIds: [newId()],
  };
  return {
    restore,
    cookieOf: (principal) => signedIn.get(principal)?.cookie,
    sellerId,
    otherSellerId: sellerOf(organisations.other),
    suspendedSellerId: sellerOf(organisations.suspended),
    theirs,
    nothing,
  };
}
