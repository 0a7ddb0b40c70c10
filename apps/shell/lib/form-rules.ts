import type { en } from '../messages/en.ts';

type SignInText = Pick<(typeof en)['signIn'], 'invalidEmail' | 'noPassword'>;
type RegisterText = Pick<(typeof en)['register'], 'noName' | 'shortPassword'>;

export type Errors<Name extends string> = Partial<Record<Name, string>>;

const email = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
export const isEmail = (text: string): boolean => email.test(text.trim());

export function checkSignIn(
  values: { email: string; password: string },
  text: SignInText,
): Errors<'email' | 'password'> {
  const errors: Errors<'email' | 'password'> = {};
  if (!isEmail(values.email)) errors.email = text.invalidEmail;
  if (!values.password) errors.password = text.noPassword;
  return errors;
}

export function checkRegistration(
  values: { name: string; email: string; password: string },
  text: RegisterText,
  signInText: SignInText,
) {
  const errors: Errors<'name' | 'email' | 'password'> = {};
  if (!values.name.trim()) errors.name = text.noName;
  if (!isEmail(values.email)) errors.email = signInText.invalidEmail;
  if (values.password.length < 10) errors.password = text.shortPassword;
  return errors;
}

/** Where to go after signing in: a path of this shop or the account, never another site. */
export function safeReturnPath(wanted: unknown, account = '/account'): string {
  if (typeof wanted !== 'string') return account;
  try {
    const base = 'http://shop.invalid';
    const url = new URL(wanted, base);
    const sameSite = url.origin === base || (typeof location !== 'undefined' && url.origin === location.origin);
    return sameSite && !url.pathname.startsWith('//') ? url.pathname + url.search : account;
  } catch {
    return account;
  }
}
