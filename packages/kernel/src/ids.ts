import { z } from 'zod';

export const idSchema = z.uuid();

/** A version 7 UUID (RFC 9562): ordered by creation time, so that indexes stay compact. */
export function newId(now: number = Date.now()): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  const time = BigInt(now);
  for (let index = 0; index < 6; index += 1) bytes[index] = Number((time >> BigInt(8 * (5 - index))) & 0xffn);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
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
