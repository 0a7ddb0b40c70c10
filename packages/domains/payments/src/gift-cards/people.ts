import type { Locale } from '@mallhive/kernel';

/** The people of the shop, as far as credit needs them. */
export interface CreditPeople {
  /** Of an account that is open; the address in lower case. */
  byEmail(email: string): Promise<{ userId: string; email: string; name: string; locale: Locale } | null>;
}
