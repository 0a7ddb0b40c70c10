const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l' };

/** Lower case, without accents, apostrophes and (in Arabic) stretching: what index and queries have in common. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’ـ]/gu, '')
    .replace(/[ßæœøđł]/g, (letter) => letters[letter] ?? letter);
}

export function words(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A SKU is found as typed with or without its separators: `RC-1` gives `rc 1 rc1`. */
export function skuWords(sku: string): string[] {
  const parts = words(sku);
  return parts.length > 1 ? [...parts, parts.join('')] : parts;
}

/** More words than this say nothing more about what is wanted. */
const maximumWords = 12;

export const queryWords = (query: string) => words(query).slice(0, maximumWords);
