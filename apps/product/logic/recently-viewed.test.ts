import { describe, expect, it } from 'vitest';
import { readRecentlyViewed, remembered, rememberViewed } from './recently-viewed.ts';

function storage(initial: Record<string, string> = {}) {
  const entries = new Map(Object.entries(initial));
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  };
}
const shut = {
  getItem: () => null,
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
};

describe('recently viewed', () => {
  it('puts the newest first, once, and forgets the thirteenth', () => {
    expect(remembered(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
    expect(
      remembered(
        Array.from({ length: 12 }, (_, index) => `${index}`),
        'x',
      ),
    ).toHaveLength(12);
  });
  it('survives broken and shut storage', () => {
    expect(readRecentlyViewed(() => storage({ 'mh-recently-viewed': '{' }))).toEqual([]);
    expect(readRecentlyViewed(() => storage({ 'mh-recently-viewed': '[1,"a"]' }))).toEqual(['a']);
    expect(() => rememberViewed(() => shut, 'a')).not.toThrow();
  });
});
