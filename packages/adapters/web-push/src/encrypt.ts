import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { PushTarget } from '@mallhive/notifications/ports';

const recordSize = 4096;
const hkdf = (salt: Uint8Array, key: Uint8Array, info: Uint8Array, length: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length));

/** What only that browser can read (RFC 8291, with the coding `aes128gcm` of RFC 8188). */
export function encryptFor({ p256dh, auth }: Pick<PushTarget, 'p256dh' | 'auth'>, content: string): Buffer {
  const [browser, secret] = [Buffer.from(p256dh, 'base64url'), Buffer.from(auth, 'base64url')];
  const own = createECDH('prime256v1');
  const ownKey = own.generateKeys();
  const shared = own.computeSecret(browser);
  const key = hkdf(secret, shared, Buffer.concat([Buffer.from('WebPush: info\0'), browser, ownKey]), 32);
  const salt = randomBytes(16);
  const contentKey = hkdf(salt, key, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = hkdf(salt, key, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', contentKey, nonce);
  // One record, the last one: a delimiter of 2.
  const sealed = [cipher.update(content, 'utf8'), cipher.update(Buffer.from([2])), cipher.final(), cipher.getAuthTag()];
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordSize);
  return Buffer.concat([salt, size, Buffer.from([ownKey.length]), ownKey, ...sealed]);
}
