import type { Identity } from '@mallhive/identity';
import { localisedUrl } from '@mallhive/kernel';

type Link = NonNullable<Awaited<ReturnType<Identity['linkToken']>>>;

/** The shell's pages behind the links in mails. Each asks before it acts, so that a mail program that looks ahead does nothing. */
const pages: Record<Link['kind'], string> = {
  verify_email: '/verify-email',
  reset_password: '/reset-password',
  change_email: '/confirm-email',
};

export const accountLink = (shellUrl: string, { kind, token, locale }: Link): string =>
  `${localisedUrl(shellUrl, locale, pages[kind])}?token=${encodeURIComponent(token)}`;
