import { expect, test } from 'vitest';
import { judgePassword } from './password-policy.ts';
import { argon2Passwords } from './passwords.ts';

const ann = { email: 'ann.example@shop.test', name: 'Xylqora Vrenthild' };

test.each([
  ['too short', 'x9$kQ', 'too_short'],
  ['leaked', '1234567890', 'breached'],
  ['leaked, in capitals', 'Qwertyuiop', 'breached'],
  ['one letter', 'aaaaaaaaaaaaaaaa', 'too_guessable'],
  ['a walk over the keyboard', 'zaqxswcdevfr', 'too_guessable'],
  ['a date', '24.12.1998!', 'too_guessable'],
  ['a common word with the usual changes', 'p4ssw0rd2024', 'too_guessable'],
  ['the own name', 'xylqoravrenthild', 'too_personal'],
])('%s is refused', async (_, password, problem) => {
  expect(await judgePassword(password, ann)).toMatchObject({ problem });
});

test.each(['quiet otters paint fences', 'Tr4mpoline$Giraffe!88', 'été à la plage — 7 mouettes', 'x7$Kq!29vLmZ'])(
  '%s is taken',
  async (password) => {
    expect(await judgePassword(password, ann)).toMatchObject({ problem: null, score: expect.any(Number) });
  },
);

test('a very long one is judged as quickly', async () => {
  await judgePassword('warm up the dictionaries', ann);
  const start = performance.now();
  expect((await judgePassword('ab'.repeat(100), ann)).problem).toBe('too_guessable');
  expect(performance.now() - start).toBeLessThan(1_000);
});

test('a hash says with which parameters it was made', async () => {
  const { hash } = await import('@node-rs/argon2');
  const old = await hash('secret', { algorithm: 2, memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  expect(argon2Passwords.isOld(old)).toBe(true);
  expect(await argon2Passwords.verify(old, 'secret')).toBe(true);
  expect(argon2Passwords.isOld(await argon2Passwords.hash('secret'))).toBe(false);
});
