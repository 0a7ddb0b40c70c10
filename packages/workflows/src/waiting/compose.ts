import { currencySchema, idSchema, localisedUrl, money } from '@mallhive/kernel';
import type { MessageInput, NoticeBatch } from '@mallhive/notifications';
import { z } from 'zod';
import type { WorkflowDependencies } from '../dependencies.ts';
import { describe, type ProductsOf, readProducts } from './read-products.ts';
import { leftAfterMs } from './watch-carts.ts';

export type ComposeDependencies = Pick<WorkflowDependencies, 'identity' | 'catalog' | 'cart' | 'web'>;
type Contact = Awaited<ReturnType<WorkflowDependencies['identity']['contacts']>>[number];
type Cart = Awaited<ReturnType<WorkflowDependencies['cart']['idleCarts']>>[number];

const productItem = z.object({ variantId: idSchema, currency: currencySchema });
const dropItem = productItem.extend({ from: z.int() });
const cartItem = z.object({ cartId: idSchema });
const dayItem = z.object({
  shop: z.string(),
  day: z.iso.date(),
  orders: z.int(),
  sales: z.array(z.object({ amount: z.int(), currency: currencySchema })),
  toPack: z.int(),
  returns: z.int(),
  url: z.string(),
});

/** A batch with what is known about it now. */
interface Due extends NoticeBatch {
  contact: Contact;
  web: WorkflowDependencies['web'];
  products: ProductsOf;
  inStock: ReadonlySet<string>;
  carts: ReadonlyMap<string, Cart>;
  restoreToken: (cartId: string) => string;
}

/**
 * The messages of what is due, as things are now: what is sold out or dearer again, was ordered, or whose reader is gone,
 * is not said any more. However many there are, each domain is asked once.
 */
export async function composeDue(
  dependencies: ComposeDependencies,
  batches: readonly NoticeBatch[],
  now: Date,
): Promise<MessageInput[]> {
  const { identity, cart, web } = dependencies;
  const carts = await readCarts(dependencies, batches, now);
  const people = await identity.contacts([...new Set(batches.map(({ userId }) => userId))]);
  const contacts = new Map(people.map((contact) => [contact.userId, contact]));
  const wanted = batches.flatMap((batch) => {
    const locale = contacts.get(batch.userId)?.locale;
    return locale ? variantsOf(batch, carts).map((one) => ({ ...one, locale })) : [];
  });
  const [products, inStock] = await Promise.all([
    readProducts(dependencies, wanted),
    cart.inStock([...new Set(wanted.map(({ variantId }) => variantId))]),
  ]);
  const facts = { web, products, inStock: new Set(inStock), carts, restoreToken: cart.restoreToken };
  return batches.flatMap((batch) => {
    const contact = contacts.get(batch.userId);
    return contact ? write[batch.topic]({ ...batch, ...facts, contact }) : [];
  });
}

/** Those that nobody touched since; the others are carts again, or orders. */
async function readCarts(
  { cart }: ComposeDependencies,
  batches: readonly NoticeBatch[],
  now: Date,
): Promise<ReadonlyMap<string, Cart>> {
  if (!batches.some(({ topic }) => topic === 'abandoned-cart')) return new Map();
  const before = new Date(now.getTime() - leftAfterMs + 60_000);
  const from = new Date(now.getTime() - 8 * 86_400_000);
  const idle = await cart.idleCarts({ from, before, limit: 20_000 });
  return new Map(idle.map((one) => [one.id, one]));
}

function variantsOf({ topic, items }: NoticeBatch, carts: ReadonlyMap<string, Cart>) {
  if (topic === 'seller-daily') return [];
  if (topic !== 'abandoned-cart') return z.array(productItem).parse(items);
  return z
    .array(cartItem)
    .parse(items)
    .flatMap(({ cartId }) => {
      const { lines = [], currency } = carts.get(cartId) ?? {};
      return currency ? lines.map(({ variantId }) => ({ variantId, currency })) : [];
    });
}

const common = ({ topic, batchId, contact }: Due) => ({
  key: `${topic}:${batchId}`,
  to: { email: contact.email, userId: contact.userId },
  locale: contact.locale,
  inbox: true,
});
const once = <Item extends { variantId: string }>(items: readonly Item[]): Item[] => [
  ...new Map(items.toReversed().map((item) => [item.variantId, item])).values(),
];

const write: Record<NoticeBatch['topic'], (due: Due) => MessageInput[]> = {
  'back-in-stock': (due): MessageInput<'back-in-stock'>[] => {
    const { contact, web, products, inStock } = due;
    const { name, locale } = contact;
    const back = once(z.array(productItem).parse(due.items)).flatMap((item) => {
      const product = products({ ...item, locale });
      return product && inStock.has(item.variantId) ? [describe(product, web.shellUrl, locale)] : [];
    });
    if (back.length === 0) return [];
    return [{ ...common(due), push: true, template: 'back-in-stock', data: { name, products: back } }];
  },

  'price-drop': (due): MessageInput<'price-drop'>[] => {
    const { contact, web, products, inStock } = due;
    const { name, locale } = contact;
    const cheaper = once(z.array(dropItem).parse(due.items)).flatMap(({ from, ...item }) => {
      const product = products({ ...item, locale });
      if (!product || product.unitPrice.amount >= from || !inStock.has(item.variantId)) return [];
      return [{ ...describe(product, web.shellUrl, locale), before: money(from, item.currency) }];
    });
    if (cheaper.length === 0) return [];
    const wishlistUrl = localisedUrl(web.shellUrl, locale, '/account/wishlist');
    return [{ ...common(due), push: true, template: 'price-drop', data: { name, products: cheaper, wishlistUrl } }];
  },

  'abandoned-cart': (due): MessageInput<'abandoned-cart'>[] => {
    const { contact, web, products, inStock, carts, restoreToken } = due;
    const { name, locale } = contact;
    const [left] = z
      .array(cartItem)
      .parse(due.items)
      .flatMap(({ cartId }) => carts.get(cartId) ?? []);
    if (!left) return [];
    const { id, currency } = left;
    const lines = left.lines.flatMap(({ variantId, quantity }) => {
      const product = products({ variantId, currency, locale });
      if (!product || !inStock.has(variantId)) return [];
      const { title, variantTitle, unitPrice } = product;
      return [{ title, variantTitle, quantity, total: money(unitPrice.amount * quantity, currency) }];
    });
    if (lines.length === 0) return [];
    const total = money(
      lines.reduce((sum, line) => sum + line.total.amount, 0),
      currency,
    );
    const restoreUrl = `${localisedUrl(web.shellUrl, locale, '/cart')}?restore=${encodeURIComponent(restoreToken(id))}`;
    return [{ ...common(due), template: 'abandoned-cart', data: { name, lines, total, restoreUrl } }];
  },

  // Somebody may belong to several shops: a message for each.
  'seller-daily': (due): MessageInput<'seller-daily'>[] =>
    z
      .array(dayItem)
      .parse(due.items)
      .map((data) => ({
        ...common(due),
        key: `seller-daily:${due.batchId}:${data.url}`,
        locale: 'en',
        template: 'seller-daily',
        data,
      })),
};
