import type { Locale } from '@mallhive/kernel';
import type { AccountRepository } from './account.repository.ts';
import { tokenInvalid } from './errors.ts';

/** The language in which a person is written to. */
export function createLanguage(deps: { accounts: AccountRepository }) {
  return {
    /** Throws `token_invalid` when the account went after the session was looked up. */
    language: async (userId: string): Promise<{ locale: Locale }> => {
      const account = await deps.accounts.byId(userId);
      if (!account) throw tokenInvalid();
      return { locale: account.locale };
    },
    /** From the next message on. */
    setLanguage: async (userId: string, locale: Locale): Promise<{ locale: Locale }> => {
      await deps.accounts.setLocale(userId, locale);
      return { locale };
    },
  };
}
