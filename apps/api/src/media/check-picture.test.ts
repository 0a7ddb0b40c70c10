import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createPictureChecker } from './check-picture.ts';

const checker = createPictureChecker();
const square = (width = 40, height = 30) => sharp({ create: { width, height, channels: 3, background: '#a05030' } });

describe('what is refused', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'picture_unreadable'],
    ['a text', Buffer.from('hello'), 'picture_unreadable'],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'picture_kind_refused',
    ],
    [
      'an SVG with a declaration',
      Buffer.from('\ufeff<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'),
      'picture_kind_refused',
    ],
    ['a page', Buffer.from('  <!doctype html><p>'), 'picture_kind_refused'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), 'picture_unreadable'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'picture_unreadable'],
    [
      'an SVG that begins like a JPEG',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<svg/>')]),
      'picture_unreadable',
    ],
    ['a bitmap', Buffer.from('BM1234567890123456', 'latin1'), 'picture_unreadable'],
  ])('%s', async (_, body, refusal) => {
    expect(await checker.check(body)).toBe(refusal);
  });

  it('a picture that is cut off', async () => {
    const whole = await square(400, 400).jpeg().toBuffer();
    expect(await checker.check(whole.subarray(0, whole.length / 2))).toBe('picture_unreadable');
  });

  it('a small file that would be a huge picture', async () => {
    const bomb = await square(9_000, 9_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await checker.check(bomb)).toBe('picture_too_many_pixels');
    expect(await checker.check(await square(17_000, 10).png().toBuffer())).toBe('picture_too_many_pixels');
  });
});

describe('what is kept', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('%s', async (format) => {
    const checked = await checker.check(await square().toFormat(format).toBuffer());
    expect(checked).toMatchObject({ width: 40, height: 30 });
  });

  it('is upright and tells nothing of place, camera or owner', async () => {
    const body = await square(40, 30)
      .withExif({ IFD0: { Copyright: 'Ada Byron', Model: 'Camera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const checked = await checker.check(body);
    if (typeof checked === 'string') throw new Error(checked);
    expect([checked.width, checked.height]).toEqual([30, 40]);
    const metadata = await sharp(checked.body).metadata();
    expect(metadata.exif).toBeUndefined();
    expect(metadata.orientation).toBeUndefined();
    expect(checked.body.includes('Ada Byron')).toBe(false);
  });

  it('has nothing behind its end', async () => {
    const body = Buffer.concat([await square().png().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    const checked = await checker.check(body);
    if (typeof checked === 'string') throw new Error(checked);
    expect(checked.body.includes('<script>')).toBe(false);
  });

  it('is the first picture of an animation', async () => {
    const frames = await sharp({ create: { width: 20, height: 40, channels: 3, background: '#fff' } })
      .raw()
      .toBuffer();
    const animation = await sharp(frames, { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } })
      .gif({ delay: [100, 100], loop: 0 })
      .toBuffer();
    expect(await checker.check(animation)).toMatchObject({ width: 20, height: 20 });
  });

  it('keeps what is see-through', async () => {
    const body = await sharp({
      create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .webp()
      .toBuffer();
    const checked = await checker.check(body);
    if (typeof checked === 'string') throw new Error(checked);
    expect((await sharp(checked.body).metadata()).hasAlpha).toBe(true);
  });
});
