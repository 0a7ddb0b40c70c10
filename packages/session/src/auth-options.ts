import type { NextAuthOptions } from 'next-auth';
import CredentialsImport from 'next-auth/providers/credentials';
import { type ApiAccess, signIn, signOut } from './api-calls.ts';

export interface SessionOptions extends ApiAccess {
  /** SESSION_SECRET; the API has the same. */
  secret: string;
  /** True behind HTTPS: cookies are then sent over HTTPS alone. */
  secure: boolean;
  /** Where somebody who must sign in is sent. */
  signInPath?: string;
}

declare module 'next-auth' {
  interface User {
    sessionId: string;
    roles: string[];
  }
  interface Session {
    user: { id: string; name: string; email: string; roles: string[] };
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string;
    roles?: string[];
  }
}

const days = 30;
// A CommonJS module: bundlers hand over its default export, Node the whole module.
const Credentials =
  (CredentialsImport as unknown as { default?: typeof CredentialsImport }).default ?? CredentialsImport;

function first(value: unknown): string {
  return String(Array.isArray(value) ? value[0] : (value ?? ''));
}

/**
 * NextAuth for a web app: password sign-in against the API, session in an encrypted HTTP-only cookie.
 * What the browser can read of it (name, roles) is for display; the API decides by its own tables.
 */
export function createAuthOptions(options: SessionOptions): NextAuthOptions {
  const { secret, secure, signInPath = '/sign-in' } = options;
  return {
    secret,
    session: { strategy: 'jwt', maxAge: days * 86_400, updateAge: 86_400 },
    useSecureCookies: secure,
    pages: { signIn: signInPath, error: signInPath },
    providers: [
      Credentials({
        name: 'E-mail and password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (credentials, request) => {
          if (!credentials?.email || !credentials.password) return null;
          const visitor = {
            userAgent: first(request.headers?.['user-agent']),
            address: first(request.headers?.['x-forwarded-for']),
          };
          const { email, password } = credentials;
          const result = await signIn(options, { email, password }, visitor);
          return result && { ...result.user, sessionId: result.sessionId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user ? { sub: user.id, sid: user.sessionId, name: user.name, email: user.email, roles: user.roles } : token,
      session: ({ session, token }) => ({
        ...session,
        user: { id: token.sub ?? '', name: token.name ?? '', email: token.email ?? '', roles: token.roles ?? [] },
      }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sub && token.sid) await signOut(options, secret, { userId: token.sub, sessionId: token.sid });
      },
    },
  };
}
