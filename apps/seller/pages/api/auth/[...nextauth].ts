import { createAuthHandler } from '@mallhive/session';
import { config } from '../../../config.ts';

export default createAuthHandler({
  apiUrl: config.apiUrl,
  internalSecret: config.internalSecret,
  secret: config.sessionSecret,
  secure: config.sellerUrl.startsWith('https:'),
});
