import { type Locale, localisedPath } from '@mallhive/ui/texts';

/** Where a visitor who is not signed in goes, and comes back from; in their language. */
export const toSignIn = (path: string, locale: Locale) => ({
  redirect: {
    destination: `${localisedPath(locale, '/sign-in')}?callbackUrl=${encodeURIComponent(localisedPath(locale, path))}`,
    permanent: false,
  },
});
