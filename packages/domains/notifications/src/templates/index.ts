import { currencySchema, formatMoney } from '@mallhive/kernel';
import { z } from 'zod';
import { accountTemplates } from './account.ts';
import type { Letter } from './layout.ts';
import { organisationTemplates } from './organisations.ts';
import { personalDataTemplates } from './personal-data.ts';
import { greeting, template } from './template.ts';

const lineSchema = z.object({ title: z.string(), variantTitle: z.string(), quantity: z.int(), total: z.int() });

const quietly = 'You get this because of an order at MallHive. Just reply if something is not right.';

type Line = z.output<typeof lineSchema>;
const described = ({ variantTitle, quantity }: Pick<Line, 'variantTitle' | 'quantity'>) =>
  [variantTitle, `Quantity ${quantity}`].filter(Boolean).join(' · ');

/** Every message the shop sends. Fired by workflows; the data is checked when it is sent. */
export const templates = {
  ...accountTemplates,
  ...organisationTemplates,
  ...personalDataTemplates,
  /** The order is paid. To the shopper. */
  'order-confirmation': template(
    z.object({
      number: z.string(),
      name: z.string(),
      currency: currencySchema,
      lines: z.array(lineSchema),
      items: z.int(),
      shipping: z.int(),
      tax: z.int(),
      total: z.int(),
      parcels: z.int(),
      orderUrl: z.string(),
    }),
    ({ number, name, currency, lines, items, shipping, tax, total, parcels, orderUrl }) => {
      const price = (amount: number) => formatMoney({ amount, currency });
      const coming =
        parcels === 1 ? 'It comes in one parcel' : `It comes in ${parcels} parcels from ${parcels} sellers`;
      return {
        subject: `Your order ${number}`,
        preview: `Thank you. We have your payment of ${price(total)}.`,
        heading: 'Thank you for your order',
        paragraphs: [
          greeting(name),
          `We have your payment, and order ${number} is being packed. ${coming}; we write again when something is on its way.`,
        ],
        items: lines.map((line) => ({ title: line.title, detail: described(line), value: price(line.total) })),
        figures: [
          { label: 'Goods', value: price(items) },
          { label: 'Delivery', value: price(shipping) },
          { label: 'VAT included', value: price(tax) },
          { label: 'Total', value: price(total), strong: true },
        ],
        action: { label: 'See your order', url: orderUrl },
        closing: quietly,
      };
    },
  ),

  /** A seller handed a parcel to a carrier. To the shopper. */
  'order-shipped': template(
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
    ({ orderNumber, name, sellerName, carrier, trackingNumber, trackingUrl, lines, orderUrl }) => ({
      subject: `On its way: a parcel of your order ${orderNumber}`,
      preview: `${sellerName} sent it with ${carrier}.`,
      heading: 'Your parcel is on its way',
      paragraphs: [greeting(name), `${sellerName} handed a parcel of order ${orderNumber} to ${carrier}.`],
      facts: [
        { label: 'Carrier', value: carrier },
        { label: 'Tracking number', value: trackingNumber },
      ],
      items: lines.map((line) => ({ title: line.title, detail: line.variantTitle, value: `× ${line.quantity}` })),
      action: trackingUrl
        ? { label: 'Track the parcel', url: trackingUrl }
        : { label: 'See your order', url: orderUrl },
      closing: quietly,
    }),
  ),

  /** The order will not be fulfilled. To the shopper. */
  'order-cancelled': template(
    z.object({
      number: z.string(),
      reason: z.enum(['expired', 'payment_failed', 'stock_lost']),
      refunded: z.boolean(),
      shopUrl: z.string(),
    }),
    ({ number, reason, refunded, shopUrl }) => {
      const why = {
        expired: 'The payment did not arrive in time, so the products are back on the shelf.',
        payment_failed: 'The payment did not go through, so the products are back on the shelf.',
        stock_lost: 'By the time your payment arrived the last ones were sold. We are sorry.',
      }[reason];
      const money = refunded ? 'What you paid is on its way back to you.' : 'You have not been charged.';
      return {
        subject: `Your order ${number} was cancelled`,
        preview: money,
        heading: 'Your order was cancelled',
        paragraphs: ['Hello,', `Order ${number} was cancelled. ${why}`, money],
        action: { label: 'Back to the shop', url: shopUrl },
        closing: quietly,
      };
    },
  ),

  /** A paid order for this seller. To the people of the shop. */
  'seller-new-order': template(
    z.object({
      number: z.string(),
      sellerName: z.string(),
      currency: currencySchema,
      country: z.string(),
      lines: z.array(lineSchema),
      total: z.int(),
      url: z.string(),
    }),
    ({ number, sellerName, currency, country, lines, total, url }) => ({
      subject: `New order ${number}`,
      preview: `${formatMoney({ amount: total, currency })}, to ${country}.`,
      heading: 'You have a new order',
      paragraphs: [`Order ${number} for ${sellerName} is paid and ready to be packed.`],
      items: lines.map((line) => ({
        title: line.title,
        detail: described(line),
        value: formatMoney({ amount: line.total, currency }),
      })),
      figures: [{ label: 'Total with delivery', value: formatMoney({ amount: total, currency }), strong: true }],
      action: { label: 'Pack and send it', url },
      closing: `You get this because you belong to ${sellerName} on MallHive.`,
    }),
  ),

  /** Somebody verified the address of a new account. */
  welcome: template(z.object({ name: z.string(), shopUrl: z.string() }), ({ name, shopUrl }) => ({
    subject: 'Welcome to MallHive',
    preview: 'Your account is ready.',
    heading: 'Welcome to MallHive',
    paragraphs: [
      greeting(name),
      'Your account is ready. Your orders, addresses and basket stay with you on every device.',
    ],
    action: { label: 'Look around', url: shopUrl },
    closing:
      'You get this because somebody opened an account at MallHive with this address. If it was not you, just reply.',
  })),
} as const;

export type TemplateName = keyof typeof templates;
export type TemplateData = { [Name in TemplateName]: z.input<(typeof templates)[Name]['schema']> };

/** The letter of a template. Throws ZodError when the data is not what the template needs. */
export function writeLetter<Name extends TemplateName>(name: Name, data: TemplateData[Name]): Letter {
  const { schema, write } = templates[name] as { schema: z.ZodType; write: (data: unknown) => Letter };
  return write(schema.parse(data));
}
