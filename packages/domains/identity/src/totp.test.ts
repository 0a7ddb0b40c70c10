import { expect, test } from 'vitest';
import { matchTotp, newRecoveryCode, newTotpSecret, toBase32, totpCode, totpStep, totpUri } from './totp.ts';

const secret = toBase32(Buffer.from('12345678901234567890'));

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('RFC 6238 at second %i', (seconds, code) => {
  expect(totpCode(secret, totpStep(new Date(seconds * 1000)))).toBe(code);
});

test('one step to either side is taken, two are not', () => {
  const at = new Date('2026-03-01T10:00:15Z');
  const step = totpStep(at);
  expect([-2, -1, 0, 1, 2].map((offset) => matchTotp(secret, totpCode(secret, step + offset), at))).toEqual([
    null,
    step - 1,
    step,
    step + 1,
    null,
  ]);
  expect(matchTotp(secret, '', at)).toBeNull();
});

test('secrets and recovery codes are random and readable', () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  const codes = new Set(Array.from({ length: 500 }, newRecoveryCode));
  expect(codes.size).toBe(500);
  for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
  expect(totpUri(secret, 'ann@example.com')).toContain('otpauth://totp/MallHive%3Aann%40example.com?secret=');
});
