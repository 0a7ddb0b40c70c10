import { createHmac, timingSafeEqual } from 'node:crypto';

/** Proofs that only this shop can make: keyed hashes, a different key for each purpose. */
export interface Keyed {
  sign(purpose: string, text: string): string;
  matches(purpose: string, text: string, signature: string): boolean;
}

export function createKeyed(secret: string): Keyed {
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', createHmac('sha256', secret).update(`mallhive identity ${purpose}`).digest())
      .update(text)
      .digest('base64url');
  return {
    sign,
    matches: (purpose, text, signature) => {
      const [expected, given] = [Buffer.from(sign(purpose, text)), Buffer.from(signature)];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}

/** `<text>.<proof>`; null when it is not one of ours. */
export function readSigned(keyed: Keyed, purpose: string, token: string): string | null {
  const at = token.lastIndexOf('.');
  if (at < 1) return null;
  const text = token.slice(0, at);
  return keyed.matches(purpose, text, token.slice(at + 1)) ? text : null;
}

export const writeSigned = (keyed: Keyed, purpose: string, text: string) => `${text}.${keyed.sign(purpose, text)}`;
