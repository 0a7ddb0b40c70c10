import type { Address } from '../types.ts';
import { type CardFields, formatCardNumber, formatCvc, formatExpiry } from './card.ts';

const addressFields = ['name', 'line1', 'line2', 'city', 'region', 'postcode', 'phone'] as const;

export interface TypedEarly {
  email: string | null;
  address: Partial<Address>;
  card: Partial<CardFields>;
}

/**
 * What somebody typed before the page's scripts ran: the browser keeps it in the fields, React does not hear of it, and
 * would wipe it with the first change of another field. `read` answers a field's text, or null where there is none.
 */
export function typedEarly(read: (id: string) => string | null): TypedEarly {
  const address = addressFields.flatMap((name) => {
    const text = read(`checkout-address-${name}`);
    return text ? [[name, text] as const] : [];
  });
  const [number, expiry, cvc] = ['number', 'expiry', 'cvc'].map((name) => read(`checkout-card-${name}`));
  return {
    email: read('checkout-email') || null,
    address: Object.fromEntries(address),
    card: {
      ...(number && { number: formatCardNumber(number) }),
      ...(expiry && { expiry: formatExpiry(expiry, '') }),
      ...(cvc && { cvc: formatCvc(cvc, number ?? '') }),
    },
  };
}
