import { describe, expect, it } from 'vitest';
import { imageUrl, srcSet, tileColour } from './srcset.ts';

describe('srcSet', () => {
  it('names each width up to the picture’s own', () => {
    expect(srcSet('/media/a/b.webp', 320)).toBe(
      '/media/a/b.webp?w=96 96w, /media/a/b.webp?w=160 160w, /media/a/b.webp?w=320 320w',
    );
  });
  it('rounds a picture between two widths up and stops at the largest', () => {
    expect(srcSet('/m.webp', 700).endsWith('960w')).toBe(true);
    expect(srcSet('/m.webp', 5000).endsWith('1280w')).toBe(true);
  });
  it('keeps what the address already asks for', () => {
    expect(imageUrl('/m.webp?v=2', 96)).toBe('/m.webp?v=2&w=96');
  });
});

it('gives one address always the same tint', () => {
  expect(tileColour('/media/a.webp')).toBe(tileColour('/media/a.webp'));
  expect(tileColour('')).toMatch(/^var\(--mh-tile-[1-6]\)$/);
});
