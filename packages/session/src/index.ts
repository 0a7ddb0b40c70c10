export { createAuthOptions, type SessionOptions } from './auth-options.ts';
export { sessionCookieNames } from './cookie.ts';
