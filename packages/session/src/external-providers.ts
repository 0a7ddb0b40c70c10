import type { Profile } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import type { ExternalProvider } from './config.ts';

/** What an issuer says about somebody, in one shape. NextAuth hands it to the callbacks as the user. */
export interface VouchedUser {
  id: string;
  name: string;
  email: string | null;
  emailVerified: boolean;
}

const oidcClaims = z.object({
  sub: z.string(),
  email: z.string().nullish(),
  // Some issuers send the word.
  email_verified: z.union([z.boolean(), z.stringbool()]).nullish().catch(false),
  name: z.string().nullish(),
  preferred_username: z.string().nullish(),
});

/** Google and every other OpenID Connect issuer. */
function openIdConnect({ id, name, clientId, clientSecret, issuer }: ExternalProvider): OAuthConfig<unknown> {
  return {
    id,
    name,
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (claims) => {
      const { sub, email, email_verified, name: fullName, preferred_username } = oidcClaims.parse(claims);
      const user: VouchedUser = {
        id: sub,
        email: email ?? null,
        emailVerified: email_verified === true,
        name: fullName ?? preferred_username ?? '',
      };
      return user as never;
    },
  };
}

const githubUser = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() });
const githubClaims = githubUser.extend({ sub: z.string(), email: z.string().optional(), emailVerified: z.boolean() });
const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** GitHub speaks OAuth only; which address is verified is asked for separately. */
function github({ id, name, clientId, clientSecret, issuer }: ExternalProvider): OAuthConfig<unknown> {
  const api = issuer === 'https://github.com' ? 'https://api.github.com' : `${issuer}/api/v3`;
  return {
    id,
    name,
    type: 'oauth',
    authorization: { url: `${issuer}/login/oauth/authorize`, params: { scope: 'read:user user:email' } },
    token: `${issuer}/login/oauth/access_token`,
    clientId,
    clientSecret,
    checks: ['pkce', 'state'],
    userinfo: {
      url: `${api}/user`,
      request: async ({ tokens }) => {
        const get = async (path: string) => {
          const response = await fetch(`${api}${path}`, {
            headers: { authorization: `Bearer ${tokens.access_token}`, accept: 'application/vnd.github+json' },
            signal: AbortSignal.timeout(10_000),
          });
          if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${path}`);
          return response.json();
        };
        const user = githubUser.parse(await get('/user'));
        const emails = githubEmails.parse(await get('/user/emails'));
        const chosen = emails.find(({ primary }) => primary) ?? emails[0];
        // `profile` below gets it; NextAuth's own type knows only a few of the fields.
        const claims = {
          ...user,
          sub: String(user.id),
          email: chosen?.email,
          emailVerified: chosen?.verified === true,
        };
        return claims as unknown as Profile;
      },
    },
    profile: (claims) => {
      const { sub, email, emailVerified, name: fullName, login } = githubClaims.parse(claims);
      const user: VouchedUser = { id: sub, email: email ?? null, emailVerified, name: fullName || login };
      return user as never;
    },
  };
}

export const externalProviders = (providers: readonly ExternalProvider[]) =>
  providers.map((provider) => (provider.id === 'github' ? github(provider) : openIdConnect(provider)));
