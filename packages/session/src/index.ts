export { createAuthHandler } from './auth-handler.ts';
export type { SessionOptions } from './auth-options.ts';
export { type ExternalProvider, readSessionConfig, type SessionConfig } from './config.ts';
export { sessionCookieNames } from './cookie.ts';
