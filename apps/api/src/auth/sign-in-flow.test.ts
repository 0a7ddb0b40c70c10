import { codeOfApp } from '@mallhive/identity/testing';
import { readSignInError } from '@mallhive/session/outcome';
import { startIssuer } from '@mallhive/testing/oidc-issuer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';
import { createBrowser, startAuthWebApp } from '../testing/auth-web-app.ts';

const password = 'quiet otters paint fences';
const secret = 'test secret of thirty-two characters or more';
let api: ApiFixture;
let web: Awaited<ReturnType<typeof startAuthWebApp>>;
let issuer: Awaited<ReturnType<typeof startIssuer>>;

beforeAll(async () => {
  api = await startApi({ AUTH_LIMIT_FACTOR: '100' });
  const config: { providers: object[]; trustedProxies: number } = { providers: [], trustedProxies: 0 };
  web = await startAuthWebApp((origin) => {
    vi.stubEnv('NEXTAUTH_URL', origin);
    const common = { apiUrl: api.url, secret, internalSecret: `${secret} too`, secure: false };
    return { ...common, config: config as never };
  });
  issuer = await startIssuer([`${web.origin}/api/auth/callback/oidc`]);
  config.providers.push({ id: 'oidc', name: 'Issuer', ...issuer });
});
afterAll(async () => {
  await web.close();
  await issuer.close();
  await api.close();
  vi.unstubAllEnvs();
});

const person = (name: string, email_verified = true) => ({
  sub: `sub-${name}`,
  email: `${name}@example.com`,
  email_verified,
  name: `${name} at the issuer`,
});
const register = async (name: string) => {
  const { identity } = api.composition.facades;
  await identity.register({ email: `${name}@example.com`, name, password });
  const browser = createBrowser();
  expect(await browser.signIn(web.origin, { email: `${name}@example.com`, password })).toBeNull();
  return browser;
};

test('somebody new comes in by an issuer, and the second time is the same person', async () => {
  issuer.choose(person('fresh'));
  const first = createBrowser();
  expect(await first.signInWith(web.origin, 'oidc')).toBe('/after');
  const { user } = await first.session(web.origin);
  expect(user?.email).toBe('fresh@example.com');
  const me = await api.query('identity.me', undefined, { cookie: first.cookieOf('localhost') });
  expect(await me.json()).toMatchObject({ result: { data: { user: { id: user?.id, emailVerified: true } } } });
  const second = createBrowser();
  expect(await second.signInWith(web.origin, 'oidc')).toBe('/after');
  expect((await second.session(web.origin)).user?.id).toBe(user?.id);
});

test('an address nobody vouches for, or one that has an account here, leads back to the sign-in page, signed in nowhere', async () => {
  const browser = createBrowser();
  issuer.choose(person('unvouched', false));
  expect(await browser.signInWith(web.origin, 'oidc')).toBe('/sign-in?error=email_unverified&callbackUrl=%2Fafter');
  await register('victim');
  issuer.choose(person('victim'));
  const attacker = createBrowser();
  expect(await attacker.signInWith(web.origin, 'oidc')).toBe('/sign-in?error=link_first&callbackUrl=%2Fafter');
  expect((await attacker.session(web.origin)).user).toBeUndefined();
});

test('linking goes through the session that asked for it, and then the issuer lets in', async () => {
  const browser = await register('linker');
  const { user } = await browser.session(web.origin);
  issuer.choose({ ...person('linker'), email: 'private@elsewhere.test' });
  const cookie = browser.cookieOf('localhost');
  expect((await api.mutate('identity.allowLink', { provider: 'oidc' }, { cookie })).status).toBe(200);
  expect(await browser.signInWith(web.origin, 'oidc')).toBe('/account/security?linked=oidc');
  expect((await browser.session(web.origin)).user?.id).toBe(user?.id);
  const elsewhere = createBrowser();
  expect(await elsewhere.signInWith(web.origin, 'oidc')).toBe('/after');
  expect((await elsewhere.session(web.origin)).user?.id).toBe(user?.id);
});

test('two steps: password, then code; and an issuer does not go round the second', async () => {
  const browser = await register('careful');
  const headers = () => ({ cookie: browser.cookieOf('localhost') });
  const started = await api.mutate('identity.startSecondFactor', undefined, headers());
  const { secret: key } = ((await started.json()) as { result: { data: { secret: string } } }).result.data;
  const confirmed = await api.mutate('identity.confirmSecondFactor', { code: codeOfApp(key) }, headers());
  const { recoveryCodes } = ((await confirmed.json()) as { result: { data: { recoveryCodes: string[] } } }).result.data;
  expect(recoveryCodes).toHaveLength(10);

  const other = createBrowser();
  const error = readSignInError(await other.signIn(web.origin, { email: 'careful@example.com', password }));
  if (error.kind !== 'second_factor') throw new Error(`Expected a second step, not ${error.kind}`);
  const { challenge } = error;
  expect((await other.session(web.origin)).user).toBeUndefined();
  expect(readSignInError(await other.signIn(web.origin, { challenge, code: '000000' }))).toEqual({
    kind: 'code_invalid',
  });
  expect(await other.signIn(web.origin, { challenge, code: recoveryCodes[0] ?? '' })).toBeNull();
  expect((await other.session(web.origin)).user?.email).toBe('careful@example.com');

  issuer.choose(person('by-issuer'));
  await api.mutate('identity.allowLink', { provider: 'oidc' }, headers());
  await browser.signInWith(web.origin, 'oidc');
  const third = createBrowser();
  const end = await third.signInWith(web.origin, 'oidc');
  expect(end).toMatch(/^\/sign-in\?challenge=/);
  const given = new URLSearchParams(end.split('?')[1]).get('challenge') ?? '';
  expect((await third.session(web.origin)).user).toBeUndefined();
  expect(await third.signIn(web.origin, { challenge: given, code: recoveryCodes[1] ?? '' })).toBeNull();
  expect((await third.session(web.origin)).user?.email).toBe('careful@example.com');
});

test('a wrong password says so, and the device is remembered only after a right one', async () => {
  await register('device');
  const browser = createBrowser();
  const wrong = await browser.signIn(web.origin, { email: 'device@example.com', password: 'wrong' });
  expect(readSignInError(wrong)).toEqual({ kind: 'wrong' });
  expect(browser.cookieOf('localhost')).not.toContain('mh_device');
  await browser.signIn(web.origin, { email: 'device@example.com', password });
  expect(browser.cookieOf('localhost')).toContain('mh_device=');
});
