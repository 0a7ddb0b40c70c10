import { z } from 'zod';

/** An outside issuer whose accounts may be used to sign in. */
export type ExternalProvider = {
  id: 'google' | 'github' | 'oidc';
  /** On the button. */
  name: string;
  clientId: string;
  clientSecret: string;
  /** Where the issuer is; GitHub's web address for `github`. */
  issuer: string;
};

export interface SessionConfig {
  providers: ExternalProvider[];
  /** How many proxies of ours stand before the web app and add to X-Forwarded-For; 0: the other end of the connection is the visitor. */
  trustedProxies: number;
}

const text = z.string().min(1).optional();
const address = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const schema = z.object({
  AUTH_GOOGLE_ID: text,
  AUTH_GOOGLE_SECRET: text,
  AUTH_GITHUB_ID: text,
  AUTH_GITHUB_SECRET: text,
  /** For GitHub Enterprise. */
  AUTH_GITHUB_URL: address.default('https://github.com'),
  AUTH_OIDC_ID: text,
  AUTH_OIDC_SECRET: text,
  AUTH_OIDC_ISSUER: address.optional(),
  AUTH_OIDC_NAME: z.string().min(1).max(40).default('Single sign-on'),
  TRUSTED_PROXIES: z.coerce.number({ error: 'must be a number' }).int().min(0).max(10).default(0),
});

/** What sign-in reads from the environment of a web app. Throws an error that names the variable. */
export function readSessionConfig(source: Record<string, string | undefined> = process.env): SessionConfig {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}`).join('\n'));
  }
  const env = parsed.data;
  const providers: ExternalProvider[] = [];
  const add = (provider: Pick<ExternalProvider, 'id' | 'name'>, variables: Record<string, string | undefined>) => {
    const missing = Object.keys(variables).filter((name) => !variables[name]);
    if (missing.length === Object.keys(variables).length) return;
    if (missing.length > 0) throw new Error(`${missing.join(' and ')} is missing for signing in with ${provider.name}`);
    const [clientId = '', clientSecret = '', issuer = ''] = Object.values(variables);
    providers.push({ ...provider, clientId, clientSecret, issuer });
  };
  add(
    { id: 'google', name: 'Google' },
    { AUTH_GOOGLE_ID: env.AUTH_GOOGLE_ID, AUTH_GOOGLE_SECRET: env.AUTH_GOOGLE_SECRET },
  );
  add(
    { id: 'github', name: 'GitHub' },
    { AUTH_GITHUB_ID: env.AUTH_GITHUB_ID, AUTH_GITHUB_SECRET: env.AUTH_GITHUB_SECRET },
  );
  add(
    { id: 'oidc', name: env.AUTH_OIDC_NAME },
    {
      AUTH_OIDC_ID: env.AUTH_OIDC_ID,
      AUTH_OIDC_SECRET: env.AUTH_OIDC_SECRET,
      AUTH_OIDC_ISSUER: env.AUTH_OIDC_ISSUER,
    },
  );
  const issuers = {
    google: 'https://accounts.google.com',
    github: env.AUTH_GITHUB_URL,
    oidc: env.AUTH_OIDC_ISSUER ?? '',
  };
  return {
    providers: providers.map((provider) => ({ ...provider, issuer: issuers[provider.id].replace(/\/$/, '') })),
    trustedProxies: env.TRUSTED_PROXIES,
  };
}
