import { createAuthHandler } from '@mallhive/session';
import { defaultLocale, locales } from '@mallhive/ui/texts';
import { config } from '../../../config.ts';

export default createAuthHandler({
  apiUrl: config.apiUrl,
  internalSecret: config.internalSecret,
  secret: config.sessionSecret,
  secure: config.shellUrl.startsWith('https:'),
  languages: locales.filter((locale) => locale !== defaultLocale),
});
