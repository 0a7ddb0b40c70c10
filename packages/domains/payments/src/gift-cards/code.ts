import { createHash, createHmac } from 'node:crypto';

/** No letter or digit that is taken for another one; 31 of them, a prime, so that the last one finds every slip. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const base = BigInt(alphabet.length);
const random = 19;

/** Differs whenever one character was mistyped or two neighbours changed places. */
function checkOf(characters: string): string {
  let sum = 0;
  [...characters].forEach((character, index) => {
    sum += (index + 1) * alphabet.indexOf(character);
  });
  return alphabet[sum % alphabet.length] ?? '';
}

/**
 * The code of a card, 94 bits that nobody can guess. Derived from the card's id, so that a mail can be written again; the
 * database keeps only its hash, so that reading it spends nothing.
 */
export function codeFor(secret: string, cardId: string): string {
  let number = BigInt(`0x${createHmac('sha256', secret).update(`gift-card:${cardId}`).digest('hex')}`);
  let characters = '';
  for (let index = 0; index < random; index += 1) {
    characters += alphabet[Number(number % base)];
    number /= base;
  }
  return characters + checkOf(characters);
}

/** As it is printed: five groups of four. */
export const printCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** What somebody typed as it is kept; null when it cannot be a code (too short, or mistyped). */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  const known = code.length === random + 1 && [...code].every((character) => alphabet.includes(character));
  return known && checkOf(code.slice(0, random)) === code.at(-1) ? code : null;
}

export const hashCode = (code: string): string => createHash('sha256').update(`gift-card:${code}`).digest('hex');
