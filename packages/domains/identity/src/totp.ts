import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Time-based one-time passwords (RFC 6238) as every authenticator app knows them: SHA-1, six digits, thirty seconds. */
const stepSeconds = 30;
const digits = 6;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 random bits in base 32. */
export function newTotpSecret(): string {
  return toBase32(randomBytes(20));
}

export function toBase32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  let text = '';
  for (let at = 0; at + 5 <= bits.length; at += 5) text += alphabet[Number.parseInt(bits.slice(at, at + 5), 2)];
  return text;
}

function fromBase32(text: string): Buffer {
  let bits = '';
  for (const letter of text) bits += alphabet.indexOf(letter).toString(2).padStart(5, '0');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

export const totpStep = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds);

export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** The step whose code this is, one before or after now included; null when it is none. All three are always compared. */
export function matchTotp(secret: string, code: string, at: Date): number | null {
  const now = totpStep(at);
  const given = Buffer.from(code);
  let found: number | null = null;
  for (const step of [now + 1, now, now - 1]) {
    const expected = Buffer.from(totpCode(secret, step));
    if (given.length === expected.length && timingSafeEqual(given, expected)) found = step;
  }
  return found;
}

export function totpUri(secret: string, account: string): string {
  const label = `MallHive:${account}`;
  return `otpauth://totp/${encodeURIComponent(label)}?${new URLSearchParams({ secret, issuer: 'MallHive', algorithm: 'SHA1', digits: String(digits), period: String(stepSeconds) })}`;
}

/** `k7m2x-9qptd`: 50 random bits, without letters that look alike. */
export function newRecoveryCode(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const word = () => {
    let text = '';
    while (text.length < 5) {
      const [byte = 255] = randomBytes(1);
      if (byte < 248) text += letters[byte % letters.length];
    }
    return text;
  };
  return `${word()}-${word()}`;
}
