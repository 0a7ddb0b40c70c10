import { expect, it } from 'vitest';
import { rememberWish, takeWish } from './wish-intent.ts';

function memory(): () => Storage {
  const held = new Map<string, string>();
  const storage = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
  return () => storage as unknown as Storage;
}
const wish = { productId: 'mug', variantId: 'blue-mug' };
const minute = 60_000;

it('is nothing where storage is refused or holds something else', () => {
  const refused = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  rememberWish(refused, wish);
  expect(takeWish(refused, 'mug')).toBeNull();
  const storage = memory();
  expect(takeWish(storage, 'mug')).toBeNull();
  storage().setItem('mallhive-wish', '{"productId":"mug","at":1e300,"variantId":7}');
  expect(takeWish(storage, 'mug')).toBeNull();
  storage().setItem('mallhive-wish', 'no json');
  expect(takeWish(storage, 'mug')).toBeNull();
});

it('is of the product that was looked at, once, and not for ever', () => {
  const storage = memory();
  rememberWish(storage, wish, 0);
  expect(takeWish(storage, 'lamp', minute)).toBeNull();
  expect(takeWish(storage, 'mug', minute)).toBe('blue-mug');
  expect(takeWish(storage, 'mug', minute)).toBeNull();
  rememberWish(storage, wish, 0);
  expect(takeWish(storage, 'mug', 31 * minute)).toBeNull();
});
