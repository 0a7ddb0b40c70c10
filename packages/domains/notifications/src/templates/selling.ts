import { currencySchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';
import { sellerWords } from '../messages/sellers.ts';
import { template } from './template.ts';

/** What sellers hear of their shop, besides orders and stock. In English, like their dashboard. */
export const sellingTemplates = {
  /** Somebody reviewed a product for the first time. */
  'seller-review': template(
    'sales',
    z.object({
      shop: z.string(),
      product: z.string(),
      rating: z.int().min(1).max(5),
      title: z.string(),
      text: z.string(),
      url: z.string(),
    }),
    ({ shop, product, rating, title, text, url }) => {
      const { review } = sellerWords;
      return {
        subject: review.subject(product, rating),
        preview: title || text || review.noWords,
        heading: review.heading(rating),
        paragraphs: [review.text(product), ...(text ? [text] : [])],
        facts: [
          { label: review.rating, value: review.stars(rating) },
          ...(title ? [{ label: review.title, value: title }] : []),
        ],
        action: { label: review.action, url },
        closing: sellerWords.because(shop),
      };
    },
  ),

  /** A payout arrived at the seller's account, or could not. */
  'seller-payout': template(
    'sales',
    z.object({
      shop: z.string(),
      outcome: z.enum(['paid', 'failed']),
      amount: z.int(),
      currency: currencySchema,
      url: z.string(),
    }),
    ({ shop, outcome, amount, currency, url }, { money }) => {
      const { subject, text, action } = sellerWords.payout[outcome](money({ amount, currency }));
      return {
        subject,
        preview: text,
        heading: subject,
        paragraphs: [text],
        action: { label: action, url },
        closing: sellerWords.because(shop),
      };
    },
  ),

  /** What the day before brought, and what waits. In the morning, to the people of the shop. */
  'seller-daily': template(
    'daily',
    z.object({
      shop: z.string(),
      /** `YYYY-MM-DD`, UTC. */
      day: z.iso.date(),
      orders: z.int(),
      /** One for each currency. */
      sales: z.array(moneySchema),
      toPack: z.int(),
      returns: z.int(),
      url: z.string(),
    }),
    ({ shop, day: date, orders, sales, toPack, returns, url }, { money, day }) => {
      const { daily } = sellerWords;
      return {
        subject: daily.subject(shop, orders),
        preview: daily.preview(toPack),
        heading: daily.heading,
        paragraphs: [daily.text(day(`${date}T12:00:00Z`))],
        figures: [
          { label: daily.orders, value: String(orders) },
          ...sales.map((amount) => ({ label: daily.sales, value: money(amount) })),
          { label: daily.toPack, value: String(toPack), strong: true },
          { label: daily.returns, value: String(returns) },
        ],
        action: { label: sellerWords.dashboard, url },
        closing: sellerWords.because(shop),
      };
    },
  ),
} as const;
