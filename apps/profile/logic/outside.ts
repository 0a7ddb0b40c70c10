export interface OutsideProvider {
  id: 'google' | 'github' | 'oidc';
  name: string;
}

const isProvider = (value: { id: string }): value is OutsideProvider => ['google', 'github', 'oidc'].includes(value.id);

/** The issuers that this shop is configured for. */
export async function outsideProviders(): Promise<OutsideProvider[]> {
  const response = await fetch('/api/auth/providers');
  if (!response.ok) throw new Error(`Providers: ${response.status}`);
  const all = (await response.json()) as Record<string, { id: string; name: string }>;
  return Object.values(all).filter(isProvider);
}

/** Leaves for an issuer, as NextAuth's own `signIn` does. */
export async function leaveFor(provider: string): Promise<void> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const response = await fetch(`/api/auth/signin/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl: location.href, json: 'true' }),
  });
  if (!response.ok) throw new Error(`Sign-in with ${provider}: ${response.status}`);
  location.assign(((await response.json()) as { url: string }).url);
}
