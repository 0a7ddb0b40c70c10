import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface IssuerAccount {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

/**
 * A real OpenID Connect issuer at which whoever comes is signed in as the account last chosen, and agrees to everything.
 * @param redirectUris where the apps take people back.
 * @param port 0 takes a free one.
 */
export async function startIssuer(redirectUris: readonly string[], port = 0) {
  const accounts = new Map<string, IssuerAccount>();
  let chosen = '';
  const server = createServer((request, response) => {
    const { url = '' } = request;
    if (url.startsWith('/interaction/')) return void interact(request, response);
    callback(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { client_id: 'mallhive', client_secret: 'issuer secret', redirect_uris: redirectUris };
  const provider = new Provider(issuer, {
    clients: [{ ...client, grant_types: ['authorization_code'], response_types: ['code'] }],
    cookies: { keys: ['test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // Otherwise the claims are only at the userinfo endpoint.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => accounts.get(id) }),
  });
  const callback = provider.callback();

  async function interact(...[request, response]: Parameters<typeof callback>): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, { login: { accountId: chosen } });
    }
    const grant = new provider.Grant({ accountId: session?.accountId ?? chosen, clientId: params.client_id });
    grant.addOIDCScope('openid email profile');
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }

  return {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    /** Who signs in next. */
    choose: (account: IssuerAccount) => {
      accounts.set(account.sub, account);
      chosen = account.sub;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
