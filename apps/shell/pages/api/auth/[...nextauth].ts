import { createAuthOptions } from '@mallhive/session';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { config } from '../../../config.ts';

const options = createAuthOptions({
  apiUrl: config.apiUrl,
  internalSecret: config.internalSecret,
  secret: config.sessionSecret,
  secure: config.shellUrl.startsWith('https:'),
});

export default function handler(request: NextApiRequest, response: NextApiResponse) {
  return NextAuth(request, response, options);
}
