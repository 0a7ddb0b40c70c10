import { currencySchema } from '@mallhive/kernel';
import { z } from 'zod';
import { firstName, template } from './template.ts';

const amounts = { amount: z.int(), currency: currencySchema };

/** Money that somebody can spend here. */
export const giftCardTemplates = {
  /** To whom a gift card was given. `code` is a `secretLink`: only the mail itself holds it. */
  'gift-card': template(
    'account',
    z.object({
      ...amounts,
      code: z.string(),
      note: z.string(),
      expiresAt: z.iso.datetime().nullable(),
      url: z.string(),
    }),
    ({ amount, currency, code, note, expiresAt, url }, { words, money, day }) => {
      const { card } = words.giftCards;
      const price = money({ amount, currency });
      return {
        subject: card.subject(price),
        preview: card.preview,
        heading: card.heading(price),
        paragraphs: [...(note ? [note] : []), card.text],
        facts: [
          { label: card.code, value: code },
          ...(expiresAt ? [{ label: card.until, value: day(expiresAt) }] : []),
        ],
        action: { label: card.action, url },
        closing: card.because,
      };
    },
  ),

  /** To a person who got credit. */
  'credit-granted': template(
    'account',
    z.object({ ...amounts, name: z.string(), note: z.string(), url: z.string() }),
    ({ amount, currency, name, note, url }, { words, money }) => {
      const { credit } = words.giftCards;
      const price = money({ amount, currency });
      return {
        subject: credit.subject(price),
        preview: credit.preview,
        heading: credit.subject(price),
        paragraphs: [words.hello(firstName(name)), ...(note ? [note] : []), credit.text],
        action: { label: credit.action, url },
        closing: words.account.because,
      };
    },
  ),
};
