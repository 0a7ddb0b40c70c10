import { describe, expect, it } from 'vitest';
import { LinesHint } from './lines-hint.ts';

const guest = (tokenHash: string) => ({ userId: null, tokenHash });

describe('LinesHint', () => {
  it('knows nothing of a cart it never saw, and forgets one that is empty', () => {
    const hint = new LinesHint();
    expect(hint.of(guest('a'))).toEqual([]);
    hint.remember(guest('a'), ['one', 'two']);
    expect(hint.of(guest('a'))).toEqual(['one', 'two']);
    expect(hint.of({ userId: 'b', tokenHash: null })).toEqual([]);
    hint.remember(guest('a'), []);
    expect(hint.of(guest('a'))).toEqual([]);
  });

  it('is bounded in carts and in lines; what was written last stays', () => {
    const hint = new LinesHint();
    for (let cart = 0; cart <= 5_000; cart += 1) {
      hint.remember(guest(`${cart}`), ['x']);
      hint.remember(guest('kept'), ['y']);
    }
    expect(hint.of(guest('0'))).toEqual([]);
    expect(hint.of(guest('5000'))).toEqual(['x']);
    expect(hint.of(guest('kept'))).toEqual(['y']);
    hint.remember(
      guest('long'),
      Array.from({ length: 99 }, (_, index) => `${index}`),
    );
    expect(hint.of(guest('long'))).toHaveLength(30);
    expect(hint.of(guest('long')).at(-1)).toBe('98');
  });
});
