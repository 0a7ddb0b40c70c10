import { currencySchema } from '@mallhive/kernel';
import { z } from 'zod';
import { sellerWords } from '../messages/sellers.ts';
import { described, lineSchema } from './orders.ts';
import { firstName, template } from './template.ts';

const linesSchema = z.array(lineSchema.pick({ title: true, variantTitle: true, quantity: true }));
const about = { orderNumber: z.string(), name: z.string(), sellerName: z.string(), orderUrl: z.string() };
const amounts = { amount: z.int(), currency: currencySchema };

/** What is told after an order was paid: cancellations, refunds, returns. */
export const afterSaleTemplates = {
  /** Items of a paid order will not be sent. */
  'items-cancelled': template(
    'orders',
    z.object({ ...about, ...amounts, byShopper: z.boolean(), note: z.string(), lines: linesSchema }),
    ({ orderNumber, name, sellerName, orderUrl, amount, currency, byShopper, note, lines }, { words, money }) => {
      const { cancelled } = words.afterSale;
      const back = amount > 0 ? cancelled.refund(money({ amount, currency })) : cancelled.nothing;
      const why = byShopper ? cancelled.byYou(sellerName, orderNumber) : cancelled.byShop(sellerName, orderNumber);
      return {
        subject: cancelled.subject(orderNumber),
        preview: back,
        heading: cancelled.heading,
        paragraphs: [words.hello(firstName(name)), why, back],
        ...(note ? { facts: [{ label: cancelled.note, value: note }] } : {}),
        items: lines.map((line) => ({ title: line.title, detail: described(line, words), value: '' })),
        action: { label: words.order.see, url: orderUrl },
        closing: words.order.because,
      };
    },
  ),

  /** A parcel did not arrive: it is sent once more, or its price goes back. */
  'parcel-lost': template(
    'orders',
    z.object({
      ...about,
      ...amounts,
      carrier: z.string(),
      trackingNumber: z.string(),
      resend: z.boolean(),
      lines: linesSchema,
    }),
    (data, { words, money }) => {
      const { orderNumber, name, sellerName, orderUrl, carrier, trackingNumber, resend, amount, currency } = data;
      const { lost, cancelled } = words.afterSale;
      const next = resend
        ? lost.again(sellerName)
        : amount > 0
          ? cancelled.refund(money({ amount, currency }))
          : cancelled.nothing;
      return {
        subject: lost.subject(orderNumber),
        preview: next,
        heading: lost.heading,
        paragraphs: [words.hello(firstName(name)), lost.text(sellerName, orderNumber), next],
        facts: [{ label: carrier, value: trackingNumber }],
        items: data.lines.map((line) => ({ title: line.title, detail: described(line, words), value: '' })),
        action: { label: words.order.see, url: orderUrl },
        closing: words.order.because,
      };
    },
  ),

  /** Money went back that no other message tells of. */
  'order-refunded': template(
    'orders',
    z.object({ ...about, ...amounts }),
    ({ orderNumber, name, sellerName, orderUrl, amount, currency }, { words, money }) => {
      const { refunded } = words.afterSale;
      const price = money({ amount, currency });
      return {
        subject: refunded.subject(price, orderNumber),
        preview: refunded.patience,
        heading: refunded.heading(price),
        paragraphs: [words.hello(firstName(name)), refunded.text(sellerName, orderNumber), refunded.patience],
        action: { label: words.order.see, url: orderUrl },
        closing: words.order.because,
      };
    },
  ),

  /** A return went on. */
  'return-update': template(
    'orders',
    z.object({
      ...about,
      ...amounts,
      number: z.string(),
      state: z.enum(['approved', 'refused', 'received', 'inspected', 'exchanged']),
      text: z.string(),
      lines: linesSchema,
    }),
    ({ name, sellerName, orderUrl, amount, currency, number, state, text, lines }, { words, money }) => {
      const { returned } = words.afterSale;
      const label = state === 'approved' ? returned.instructions : returned.reason;
      const back = amount > 0 ? [returned.refund(money({ amount, currency }))] : [];
      return {
        subject: returned.subject(number, returned.states[state]),
        preview: returned.texts[state](sellerName),
        heading: returned.states[state],
        paragraphs: [words.hello(firstName(name)), returned.texts[state](sellerName), ...back],
        ...(text ? { facts: [{ label, value: text }] } : {}),
        items: lines.map((line) => ({ title: line.title, detail: described(line, words), value: '' })),
        action: { label: words.order.see, url: orderUrl },
        closing: words.order.because,
      };
    },
  ),

  /** To a seller: the shopper took something back or wants to send something back. */
  'seller-order-changed': template(
    'sales',
    z.object({
      number: z.string(),
      sellerName: z.string(),
      change: z.enum(['cancelled', 'return']),
      lines: linesSchema,
      url: z.string(),
    }),
    ({ number, sellerName, change, lines, url }, { words }) => {
      const { subject, text } = sellerWords.changed[change](number);
      return {
        subject,
        preview: text,
        heading: subject,
        paragraphs: [text],
        items: lines.map((line) => ({ title: line.title, detail: described(line, words), value: '' })),
        action: { label: sellerWords.dashboard, url },
        closing: sellerWords.because(sellerName),
      };
    },
  ),
} as const;
