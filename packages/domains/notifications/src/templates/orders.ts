import { currencySchema } from '@mallhive/kernel';
import { z } from 'zod';
import type { Words } from '../messages/en.ts';
import { firstName, template } from './template.ts';

export const lineSchema = z.object({
  title: z.string(),
  variantTitle: z.string(),
  quantity: z.int(),
  total: z.int(),
});
type Line = Pick<z.output<typeof lineSchema>, 'variantTitle' | 'quantity'>;

/** What stands below the title of a line: its variant and how many. */
export const described = ({ variantTitle, quantity }: Line, words: Words) =>
  [variantTitle, words.order.quantity(quantity)].filter(Boolean).join(' · ');

/** What shoppers hear about their orders. */
export const orderTemplates = {
  /** The order is paid. */
  'order-confirmation': template(
    'orders',
    z.object({
      number: z.string(),
      name: z.string(),
      currency: currencySchema,
      lines: z.array(lineSchema),
      items: z.int(),
      /** Of goods and delivery together. */
      discount: z.int().default(0),
      shipping: z.int(),
      tax: z.int(),
      taxIncluded: z.boolean().default(true),
      total: z.int(),
      parcels: z.int(),
      orderUrl: z.string(),
    }),
    (data, { words, money }) => {
      const { number, name, currency, lines, items, discount, shipping, tax, taxIncluded, total, parcels } = data;
      const price = (amount: number) => money({ amount, currency });
      const { confirmed, because: closing, see } = words.order;
      return {
        subject: confirmed.subject(number),
        preview: confirmed.preview(price(total)),
        heading: confirmed.heading,
        paragraphs: [words.hello(firstName(name)), confirmed.text(number, confirmed.coming(parcels))],
        items: lines.map((line) => ({ title: line.title, detail: described(line, words), value: price(line.total) })),
        figures: [
          { label: confirmed.goods, value: price(items) },
          { label: confirmed.delivery, value: price(shipping) },
          ...(discount > 0 ? [{ label: confirmed.discount, value: price(-discount) }] : []),
          { label: taxIncluded ? confirmed.tax : confirmed.taxOnTop, value: price(tax) },
          { label: confirmed.total, value: price(total), strong: true },
        ],
        action: { label: see, url: data.orderUrl },
        closing,
      };
    },
  ),

  /** A seller handed a parcel to a carrier. */
  'order-shipped': template(
    'orders',
    z.object({
      orderNumber: z.string(),
      name: z.string(),
      sellerName: z.string(),
      carrier: z.string(),
      trackingNumber: z.string(),
      trackingUrl: z.string().nullable(),
      lines: z.array(lineSchema.pick({ title: true, variantTitle: true, quantity: true })),
      orderUrl: z.string(),
    }),
    ({ orderNumber, name, sellerName, carrier, trackingNumber, trackingUrl, lines, orderUrl }, { words }) => {
      const { shipped, because: closing, see } = words.order;
      return {
        subject: shipped.subject(orderNumber),
        preview: shipped.preview(sellerName, carrier),
        heading: shipped.heading,
        paragraphs: [words.hello(firstName(name)), shipped.text(sellerName, orderNumber, carrier)],
        facts: [
          { label: shipped.carrier, value: carrier },
          { label: shipped.tracking, value: trackingNumber },
        ],
        items: lines.map((line) => ({ title: line.title, detail: line.variantTitle, value: `× ${line.quantity}` })),
        action: trackingUrl ? { label: shipped.track, url: trackingUrl } : { label: see, url: orderUrl },
        closing,
      };
    },
  ),

  /** The order will not be fulfilled. */
  'order-cancelled': template(
    'orders',
    z.object({
      number: z.string(),
      reason: z.enum(['expired', 'payment_failed', 'stock_lost']),
      refunded: z.boolean(),
      shopUrl: z.string(),
    }),
    ({ number, reason, refunded, shopUrl }, { words }) => {
      const { cancelled, because: closing } = words.order;
      const money = refunded ? cancelled.refunded : cancelled.notCharged;
      return {
        subject: cancelled.subject(number),
        preview: money,
        heading: cancelled.heading,
        paragraphs: [words.hello(''), `${cancelled.text(number)} ${cancelled.reasons[reason]}`, money],
        action: { label: cancelled.action, url: shopUrl },
        closing,
      };
    },
  ),

  /** An order arrived some days ago, and not all of it is reviewed. */
  'review-request': template(
    'reviews',
    z.object({
      orderNumber: z.string(),
      name: z.string(),
      products: z.array(z.object({ title: z.string(), url: z.string() })).min(1),
    }),
    ({ orderNumber, name, products }, { words }) => {
      const { subject, preview, heading, text, write, because: closing } = words.review;
      return {
        subject,
        preview,
        heading,
        paragraphs: [words.hello(firstName(name)), text(orderNumber)],
        links: products.map(({ title, url }) => ({ label: write(title), url })),
        closing,
      };
    },
  ),
} as const;
