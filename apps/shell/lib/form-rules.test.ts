import { describe, expect, it } from 'vitest';
import { en } from '../messages/en.ts';
import { checkRegistration, checkSignIn, safeReturnPath } from './form-rules.ts';

describe('safeReturnPath', () => {
  it.each([
    ['https://evil.example/p', '/account'],
    ['//evil.example', '/account'],
    ['/\\evil.example', '/account'],
    ['javascript:alert(1)', '/account'],
    [undefined, '/account'],
    ['/checkout?step=2', '/checkout?step=2'],
    ['/', '/'],
  ])('%s leads to %s', (wanted, path) => expect(safeReturnPath(wanted)).toBe(path));
});

describe('form rules', () => {
  it('names every field that is wrong', () => {
    expect(
      Object.keys(checkRegistration({ name: ' ', email: 'ann', password: 'short' }, en.register, en.signIn)),
    ).toEqual(['name', 'email', 'password']);
    expect(Object.keys(checkSignIn({ email: 'ann@example', password: '' }, en.signIn))).toEqual(['email', 'password']);
  });
  it('lets good values through', () => {
    expect(
      checkRegistration({ name: 'Ann', email: 'ann@example.com', password: 'long enough!' }, en.register, en.signIn),
    ).toEqual({});
    expect(checkSignIn({ email: ' ann@example.com ', password: 'x' }, en.signIn)).toEqual({});
  });
});
