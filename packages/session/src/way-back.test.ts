import { expect, it } from 'vitest';
import { wayBack } from './way-back.ts';

const languages = ['de', 'ar'];
const cookie = (address: string, name = 'next-auth.callback-url') => `a=b; ${name}=${encodeURIComponent(address)}; c=d`;

it.each([
  ['http://localhost:3000/de/account?tab=1', '/de', '/de/account?tab=1'],
  ['http://localhost:3006/apply', '', '/apply'],
  ['/ar', '/ar', '/ar'],
  ['/de-luxe/x', '', '/de-luxe/x'],
  // Never to another host, whatever the cookie says.
  ['https://evil.example/de/steal', '/de', '/de/steal'],
])('%s', (address, language, target) => {
  expect(wayBack(cookie(address), languages)).toEqual({ language, target });
  expect(wayBack(cookie(address, '__Secure-next-auth.callback-url'), languages)).toEqual({ language, target });
});

it('goes nowhere without the cookie, or with one that is no address', () => {
  const nowhere = { language: '', target: null };
  expect(wayBack('', languages)).toEqual(nowhere);
  expect(wayBack('next-auth.callback-url=%E0%A4%A', languages)).toEqual(nowhere);
  expect(wayBack(cookie('http://[broken'), languages)).toEqual(nowhere);
});
