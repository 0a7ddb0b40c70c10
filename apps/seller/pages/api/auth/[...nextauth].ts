import { createAuthOptions } from '@mallhive/session';
import NextAuth from 'next-auth';
import { config } from '../../../config.ts';

export default NextAuth(
  createAuthOptions({
    apiUrl: config.apiUrl,
    internalSecret: config.internalSecret,
    secret: config.sessionSecret,
    secure: config.sellerUrl.startsWith('https:'),
  }),
);
