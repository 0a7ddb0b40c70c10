import { currencySchema } from '@mallhive/kernel';
import { z } from 'zod';
import { sellerWords } from '../messages/sellers.ts';
import { webhookWords } from '../messages/webhooks.ts';
import { described, lineSchema } from './orders.ts';
import { firstName, template } from './template.ts';

/** What sellers hear. Like their dashboard it is in English, except for the invitation, which goes to anybody. */
export const organisationTemplates = {
  /** An organisation applied, was decided on, suspended or reinstated. To its owners. */
  'seller-status': template(
    'shop',
    z.object({
      name: z.string(),
      shop: z.string(),
      status: z.enum(['pending', 'approved', 'reinstated', 'rejected', 'suspended']),
      reason: z.string(),
      url: z.string(),
    }),
    ({ name, shop, status, reason, url }) => {
      const { subject, text } = sellerWords.status[status](shop);
      return {
        subject,
        preview: text,
        heading: subject,
        paragraphs: [sellerWords.hello(firstName(name)), text, ...(reason ? [sellerWords.noticed(reason)] : [])],
        action: { label: sellerWords.dashboard, url },
        closing: sellerWords.because(shop),
      };
    },
  ),

  /** An administrator looked at a product of an organisation whose products are watched. To its owners and managers. */
  'product-decided': template(
    'shop',
    z.object({
      name: z.string(),
      shop: z.string(),
      product: z.string(),
      decision: z.enum(['approved', 'rejected']),
      reason: z.string(),
      url: z.string(),
    }),
    ({ name, shop, product, decision, reason, url }) => {
      const { subject, text } = sellerWords.decided[decision](product);
      return {
        subject,
        preview: text,
        heading: subject,
        paragraphs: [sellerWords.hello(firstName(name)), text, ...(reason ? [sellerWords.noticed(reason)] : [])],
        action: { label: sellerWords.product, url },
        closing: sellerWords.because(shop),
      };
    },
  ),

  /** A paid order for this seller. To the people of the shop. */
  'seller-new-order': template(
    'sales',
    z.object({
      number: z.string(),
      sellerName: z.string(),
      currency: currencySchema,
      country: z.string(),
      lines: z.array(lineSchema),
      total: z.int(),
      url: z.string(),
    }),
    ({ number, sellerName, currency, country, lines, total, url }, { words, money }) => {
      const price = (amount: number) => money({ amount, currency });
      const { newOrder } = sellerWords;
      return {
        subject: newOrder.subject(number),
        preview: newOrder.preview(price(total), country),
        heading: newOrder.heading,
        paragraphs: [newOrder.text(number, sellerName)],
        items: lines.map((line) => ({ title: line.title, detail: described(line, words), value: price(line.total) })),
        figures: [{ label: newOrder.total, value: price(total), strong: true }],
        action: { label: newOrder.action, url },
        closing: sellerWords.because(sellerName),
      };
    },
  ),

  /** Products went below the figure that the team wants to be told of. To the people of the shop. */
  'seller-stock-low': template(
    'stock',
    z.object({
      shop: z.string(),
      variants: z.array(z.object({ title: z.string(), variantTitle: z.string(), sku: z.string(), available: z.int() })),
      url: z.string(),
    }),
    ({ shop, variants, url }) => {
      const { stockLow } = sellerWords;
      const subject = stockLow.subject(variants.length, variants[0]?.title ?? '');
      return {
        subject,
        preview: stockLow.text(shop),
        heading: subject,
        paragraphs: [stockLow.text(shop)],
        items: variants.map(({ title, variantTitle, sku, available }) => ({
          title,
          detail: [variantTitle, sku].filter(Boolean).join(' · '),
          value: stockLow.left(available),
        })),
        action: { label: stockLow.action, url },
        closing: sellerWords.because(shop),
      };
    },
  ),

  /** Somebody is invited into a team. To the invited address. */
  'team-invitation': template(
    'account',
    z.object({ shop: z.string(), role: z.enum(['owner', 'manager', 'fulfilment']), days: z.int(), url: z.string() }),
    ({ shop, role, days, url }, { words }) => {
      const { subject, preview, heading, roles, text, action, because: closing } = words.invitation;
      return {
        subject: subject(shop),
        preview: preview(shop),
        heading: heading(shop),
        paragraphs: [words.hello(''), text(shop, roles[role], days)],
        action: { label: action, url },
        closing,
      };
    },
  ),

  /** We switched off an address of the organisation's own systems. To its owners. */
  'webhook-disabled': template(
    'shop',
    z.object({
      name: z.string(),
      shop: z.string(),
      address: z.string(),
      reason: z.enum(['gone', 'failing']),
      url: z.string(),
    }),
    ({ name, shop, address, reason, url }) => {
      const { subject, text, remedy, action } = webhookWords;
      return {
        subject,
        preview: text[reason](address),
        heading: subject,
        paragraphs: [sellerWords.hello(firstName(name)), text[reason](address), remedy],
        action: { label: action, url },
        closing: sellerWords.because(shop),
      };
    },
  ),
} as const;
