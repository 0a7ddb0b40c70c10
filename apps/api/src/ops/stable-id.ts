import { createHash } from 'node:crypto';

/**
 * The same UUID (version 8) for the same time and words: what was recorded once is recognised the next time.
 * It begins with the time, as version 7 does, so that past orders fill indexes from one end.
 */
export function stableId(at: Date, ...words: (string | number)[]): string {
  const bytes = createHash('sha256').update(words.join('\0')).digest().subarray(0, 16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
