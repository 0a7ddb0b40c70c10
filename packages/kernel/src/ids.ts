import { z } from 'zod';

export const idSchema = z.uuid();

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Random bytes are fetched by the page: one call of the system for 128 ids. */
const page = new Uint8Array(1280);
let used = page.length;
let lastTime = -1;
let sequence = 0;

/**
 * A version 7 UUID (RFC 9562): ordered by creation time, so that indexes stay compact, and within one millisecond by a
 * counter that starts anywhere in its lower half. 62 bits are random.
 */
export function newId(now: number = Date.now()): string {
  if (used + 10 > page.length) {
    globalThis.crypto.getRandomValues(page);
    used = 0;
  }
  const byte = (index: number) => hexOf[page[used + index] ?? 0];
  sequence = now === lastTime ? (sequence + 1) & 0xfff : (((page[used] ?? 0) << 8) | (page[used + 1] ?? 0)) & 0x7ff;
  lastTime = now;
  const time = now.toString(16).padStart(12, '0');
  const variant = hexOf[((page[used + 2] ?? 0) & 0x3f) | 0x80];
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${variant}${byte(3)}-${byte(4)}${byte(5)}${byte(6)}${byte(7)}${byte(8)}${byte(9)}`;
  used += 10;
  return id;
}

const readable = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number that people read aloud: `MH-7K2M9QXT`, 40 random bits in Crockford's alphabet. */
export function newOrderNumber(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(8));
  return `MH-${Array.from(bytes, (byte) => readable[byte & 31]).join('')}`;
}

/** A secret of 256 random bits for links and cookies, URL-safe. Store its hash, never itself. */
export function newToken(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
