import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const version = '1.';
const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM: random nonce, tag, then the text, as one word. `label` must be the same when it is opened. */
export function sealBytes(key: Uint8Array, label: string, plain: Uint8Array): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(label));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return version + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Throws when the key, the label or a single bit is another. */
export function openBytes(key: Uint8Array, label: string, sealed: string): Buffer {
  if (!sealed.startsWith(version)) throw new Error(`Not a sealed value of version ${version}`);
  const bytes = Buffer.from(sealed.slice(version.length), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(label));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
}
