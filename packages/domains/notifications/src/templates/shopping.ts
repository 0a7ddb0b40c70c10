import { moneySchema } from '@mallhive/kernel';
import { z } from 'zod';
import { described } from './orders.ts';
import { firstName, template } from './template.ts';

const productSchema = z.object({
  title: z.string(),
  variantTitle: z.string(),
  sellerName: z.string(),
  price: moneySchema,
  url: z.string(),
});
const detailOf = ({ variantTitle, sellerName }: z.output<typeof productSchema>) =>
  [variantTitle, sellerName].filter(Boolean).join(' · ');

/** What shoppers hear of things they wait for, want or left. */
export const shoppingTemplates = {
  /** Can be bought again. */
  'back-in-stock': template(
    'wishlist',
    z.object({ name: z.string(), products: z.array(productSchema).min(1) }),
    ({ name, products }, { words, money }) => {
      const { subject, preview, heading, text, action, link, because: closing } = words.shopping.backInStock;
      const [first] = products;
      const count = products.length;
      return {
        subject: subject(first?.title ?? '', count),
        preview,
        heading: heading(count),
        paragraphs: [words.hello(firstName(name)), text(count)],
        items: products.map((one) => ({ title: one.title, detail: detailOf(one), value: money(one.price) })),
        ...(count === 1
          ? { action: { label: action, url: first?.url ?? '' } }
          : { links: products.map(({ title, url }) => ({ label: link(title), url })) }),
        closing,
      };
    },
  ),

  /** Things on the wishlist cost less. */
  'price-drop': template(
    'wishlist',
    z.object({
      name: z.string(),
      products: z.array(productSchema.extend({ before: moneySchema })).min(1),
      wishlistUrl: z.string(),
    }),
    ({ name, products, wishlistUrl }, { words, money }) => {
      const { subject, preview, heading, text, before, action, because: closing } = words.shopping.priceDrop;
      const { link } = words.shopping.backInStock;
      return {
        subject: subject(products[0]?.title ?? '', products.length),
        preview,
        heading: heading(products.length),
        paragraphs: [words.hello(firstName(name)), text],
        items: products.map((one) => ({
          title: one.title,
          detail: [detailOf(one), before(money(one.before))].filter(Boolean).join(' · '),
          value: money(one.price),
        })),
        links: products.map(({ title, url }) => ({ label: link(title), url })),
        action: { label: action, url: wishlistUrl },
        closing,
      };
    },
  ),

  /** A cart was left with things in it. */
  'abandoned-cart': template(
    'offers',
    z.object({
      name: z.string(),
      lines: z
        .array(z.object({ title: z.string(), variantTitle: z.string(), quantity: z.int(), total: moneySchema }))
        .min(1),
      total: moneySchema,
      restoreUrl: z.string(),
    }),
    ({ name, lines, total, restoreUrl }, { words, money }) => {
      const { subject, preview, heading, text, action, because: closing, ...rest } = words.shopping.abandonedCart;
      return {
        subject: subject(lines[0]?.title ?? ''),
        preview,
        heading,
        paragraphs: [words.hello(firstName(name)), text],
        items: lines.map((line) => ({ title: line.title, detail: described(line, words), value: money(line.total) })),
        figures: [{ label: rest.total, value: money(total), strong: true }],
        action: { label: action, url: restoreUrl },
        closing,
      };
    },
  ),

  /** A parcel arrived. */
  'order-delivered': template(
    'orders',
    z.object({
      orderNumber: z.string(),
      name: z.string(),
      sellerName: z.string(),
      lines: z.array(z.object({ title: z.string(), variantTitle: z.string(), quantity: z.int() })),
      orderUrl: z.string(),
    }),
    ({ orderNumber, name, sellerName, lines, orderUrl }, { words }) => {
      const { subject, preview, heading, text, help } = words.shopping.delivered;
      return {
        subject: subject(orderNumber),
        preview: preview(sellerName),
        heading,
        paragraphs: [words.hello(firstName(name)), text(sellerName, orderNumber), help],
        items: lines.map((line) => ({ title: line.title, detail: line.variantTitle, value: `× ${line.quantity}` })),
        action: { label: words.order.see, url: orderUrl },
        closing: words.order.because,
      };
    },
  ),

  /** Somebody signed in on a device that never did before. */
  'new-device': template(
    'account',
    z.object({ name: z.string(), device: z.string(), at: z.iso.datetime(), securityUrl: z.string() }),
    ({ name, device, at, securityUrl }, { words }) => {
      const { subject, preview, heading, text, notYou, action, ...labels } = words.shopping.newDevice;
      return {
        subject,
        preview,
        heading,
        paragraphs: [words.hello(firstName(name)), text, notYou],
        facts: [
          { label: labels.device, value: device || labels.unknown },
          { label: labels.when, value: `${at.slice(0, 16).replace('T', ' ')} UTC` },
        ],
        action: { label: action, url: securityUrl },
        closing: words.account.because,
      };
    },
  ),
} as const;
