import type { Locale } from '@mallhive/kernel';
import type { AccountRepository } from './account.repository.ts';
import type { LinkKind } from './link.repository.ts';
import type { Links } from './links.ts';
import type { SessionRepository } from './session.repository.ts';

export interface Contact {
  userId: string;
  email: string;
  name: string;
  /** The language they read. */
  locale: Locale;
}

/** `Firefox, Windows`; empty when the browser does not say. */
function deviceName(userAgent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1] ?? '';
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux)/.exec(userAgent)?.[1] ?? '';
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS', CrOS: 'ChromeOS' };
  return [browser, system].flatMap((part) => (part ? [names[part] ?? part] : [])).join(', ');
}

/** What the jobs that write mails ask for: events carry only ids. */
export function createMailContacts(deps: { accounts: AccountRepository; links: Links; sessions: SessionRepository }) {
  const contact = async (userId: string): Promise<Contact | null> => {
    const account = await deps.accounts.byId(userId);
    return account && { userId, email: account.email, name: account.name, locale: account.locale };
  };
  return {
    /** Null when the account is gone. */
    contact,
    /** Of many people at once, in no order; those whose account is gone or closed are left out. */
    contacts: (userIds: readonly string[]): Promise<Contact[]> => deps.accounts.contacts(userIds),
    /** Who signed in on which device, to be told of it. Null for a first sign-in, and when the session has ended meanwhile. */
    newDevice: async (userId: string, sessionId: string): Promise<(Contact & { device: string; at: Date }) | null> => {
      const found = await deps.sessions.signIn(userId, sessionId);
      const known = found?.again ? await contact(userId) : null;
      return found && known ? { ...known, device: deviceName(found.userAgent), at: found.at } : null;
    },
    /** By the address (lower case) of an account that is open; null when there is none. */
    contactByEmail: async (email: string): Promise<Contact | null> => {
      const account = await deps.accounts.byEmail(email);
      if (!account || account.disabled_at) return null;
      return { userId: account.id, email: account.email, name: account.name, locale: account.locale };
    },
    /**
     * To whom the mail of a link goes: to the new address when that is what the link confirms, and after the change to the
     * old one. Null when the link is over, or was never made because there is no such account.
     */
    linkContact: async (linkId: string): Promise<(Contact & { kind: LinkKind; used: boolean }) | null> => {
      const link = await deps.links.row(linkId);
      const account = link && (await deps.accounts.byId(link.userId));
      if (!account) return null;
      const { id: userId, email, name, locale } = account;
      const target = link.targetSealed ? await deps.accounts.openTarget(account, link.targetSealed) : email;
      return { userId, email: target, name, locale, kind: link.kind, used: link.usedAt !== null };
    },
    /** The token of the link's address; made anew each time it is asked for and kept nowhere. Null when it is over or used. */
    linkToken: async (linkId: string): Promise<{ kind: LinkKind; token: string; locale: Locale } | null> => {
      const link = await deps.links.tokenOf(linkId);
      const account = link && (await deps.accounts.byId(link.userId));
      return account && { kind: link.kind, token: link.token, locale: account.locale };
    },
  };
}
