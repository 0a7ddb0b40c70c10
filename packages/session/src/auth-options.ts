import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextAuthOptions, User } from 'next-auth';
import CredentialsImport from 'next-auth/providers/credentials';
import { type ApiAccess, readMe, type SignedIn, SignInRefused, signIn, signInExternal, signOut } from './api-calls.ts';
import { readSessionConfig, type SessionConfig } from './config.ts';
import { externalProviders, type VouchedUser } from './external-providers.ts';
import { writeSignInError } from './sign-in-outcome.ts';
import { createSessionReader } from './token.ts';
import { keepDevice, readVisitor } from './visitor.ts';
import { wayBack } from './way-back.ts';

export interface SessionOptions extends ApiAccess {
  /** SESSION_SECRET; the API has the same. */
  secret: string;
  /** True behind HTTPS: cookies are then sent over HTTPS alone. */
  secure: boolean;
  /** Where somebody who must sign in is sent. */
  signInPath?: string;
  /** Where somebody comes back to after linking an outside account; `?linked=<provider>` is added. */
  linkedPath?: string;
  /** Languages that stand first in addresses, `de` in `/de/sign-in`: after an outside issuer people come back to theirs. */
  languages?: readonly string[];
  /** From the environment by default. */
  config?: SessionConfig;
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

const readers = new Map<string, ReturnType<typeof createSessionReader>>();
/** One per secret and process, because it remembers what it has decrypted. */
function readerOf(secret: string) {
  const reader = readers.get(secret) ?? createSessionReader(secret);
  readers.set(secret, reader);
  return reader;
}

/**
 * NextAuth for one request to a web app: password (in one step or two) and outside issuers against the API, session in an
 * encrypted HTTP-only cookie. What the browser can read of it (name, roles) is for display; the API decides by its own tables.
 */
export function createAuthOptions(
  options: SessionOptions,
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  response: ServerResponse,
): NextAuthOptions {
  const { secret, secure, languages = [] } = options;
  const { language, target } = wayBack(request.headers.cookie ?? '', languages);
  const signInPath = language + (options.signInPath ?? '/sign-in');
  const linkedPath = language + (options.linkedPath ?? '/account/security');
  const signInAgain = (why: Record<string, string>) =>
    `${signInPath}?${new URLSearchParams({ ...why, ...(target && { callbackUrl: target }) })}`;
  const config = options.config ?? readSessionConfig();
  const visitor = readVisitor(request, { secure, trustedProxies: config.trustedProxies, languages });

  const enter = ({ user, sessionId, device }: SignedIn): User => {
    keepDevice(response, device, secure);
    return { ...user, sessionId };
  };

  return {
    secret,
    session: { strategy: 'jwt', maxAge: days * 86_400, updateAge: 86_400 },
    useSecureCookies: secure,
    pages: { signIn: signInPath, error: signInPath },
    providers: [
      Credentials({
        name: 'E-mail and password',
        credentials: { email: {}, password: {}, challenge: {}, code: {} },
        authorize: async (given) => {
          const { email, password, challenge, code } = given ?? {};
          try {
            if (challenge && code) return enter(await signIn(options, { challenge, code }, visitor));
            return email && password ? enter(await signIn(options, { email, password }, visitor)) : null;
          } catch (error) {
            const outcome = error instanceof SignInRefused ? error.outcome : ({ kind: 'failed' } as const);
            // NextAuth hands the message of the error to the page.
            throw new Error(writeSignInError(outcome), { cause: error });
          }
        },
      }),
      ...externalProviders(config.providers),
    ],
    callbacks: {
      /** For outside issuers: the API decides who that is here. A path instead of `true` is where the browser goes. */
      signIn: async ({ user, account }) => {
        if (account?.type !== 'oauth') return true;
        const { email, emailVerified, name } = user as unknown as VouchedUser;
        const person = { provider: account.provider, subject: account.providerAccountId, email, emailVerified, name };
        const claims = await readerOf(secret)(request.headers.cookie);
        const outcome = await signInExternal(options, secret, person, visitor, claims?.sessionId ?? null);
        if (outcome.kind === 'refused') return signInAgain({ error: outcome.reason });
        if (outcome.kind === 'second_factor') return signInAgain({ challenge: outcome.challenge });
        if (outcome.kind === 'linked') return `${linkedPath}?linked=${outcome.provider}`;
        Object.assign(user, enter(outcome));
        return true;
      },
      jwt: async ({ token, user, trigger }) => {
        if (user) return { sub: user.id, sid: user.sessionId, name: user.name, email: user.email, roles: user.roles };
        if (trigger !== 'update' || !token.sub || !token.sid) return token;
        // `update()` in the browser: the person changed their name or address.
        const me = await readMe(options, secret, { userId: token.sub, sessionId: token.sid });
        return me ? { ...token, name: me.name, email: me.email, roles: me.roles } : token;
      },
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
