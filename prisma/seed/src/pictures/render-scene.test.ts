import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeScene, iconDocument, memoryMasterCache, renderScene, type Scene, sceneHash } from './index.ts';
import { stageNames } from './scene.ts';
import { tintPixels } from './tint.ts';

const icons = {
  svg: async (name: string) =>
    name === 'block' ? iconDocument('<rect x="8" y="8" width="16" height="20" fill="#d42e6b"/>') : null,
};
const scene = (stage: Scene['stage'], icon = 'block'): Scene => ({
  kind: 'scene',
  v: 1,
  width: 1200,
  height: 900,
  stage,
  tone: { wall: '#e8dccb', floor: '#f0e7da', accent: '#d8bb98' },
  items: [{ icon, x: 0.5, y: 0.8, size: 0.5, tint: '#2f5f46' }],
});
const draw = async (which: Scene, width: number) =>
  await (await renderScene(which, width, { icons, masters: memoryMasterCache() }))
    .raw()
    .toBuffer({ resolveWithObject: true });

describe('drawing a scene', () => {
  it.each(stageNames)('fills the %s stage at the width asked for, always the same', async (stage) => {
    const first = await draw(scene(stage), 320);
    const second = await draw(scene(stage), 320);
    expect([first.info.width, first.info.height]).toEqual([320, 240]);
    const hash = (pixels: Buffer) => createHash('sha256').update(pixels).digest('hex');
    expect(hash(first.data)).toBe(hash(second.data));
    const alpha = first.data.filter((_, index) => index % first.info.channels === 3);
    expect(Math.min(...alpha)).toBe(255);
  });

  it('refuses an icon it does not have', async () => {
    await expect(draw(scene('sweep', 'unknown'), 96)).rejects.toThrow('unknown');
  });

  it('hashes by content', () => {
    expect(sceneHash(encodeScene(scene('arch')))).toBe(sceneHash(encodeScene({ ...scene('arch') })));
    expect(sceneHash(encodeScene(scene('arch')))).not.toBe(sceneHash(encodeScene(scene('disc'))));
  });
});

describe('tinting', () => {
  it('moves the main hue to the target and leaves another part alone', () => {
    const pixels = new Uint8Array(400 * 4);
    for (let index = 0; index < 400; index += 1)
      pixels.set(index < 320 ? [212, 46, 107, 255] : [255, 200, 40, 255], index * 4);
    tintPixels(pixels, '#2f5f46');
    const [red = 0, green = 0, blue = 0] = pixels.subarray(0, 3);
    expect(green).toBeGreaterThan(red);
    expect(green).toBeGreaterThan(blue);
    expect([...pixels.subarray(399 * 4, 399 * 4 + 3)]).toEqual([255, 200, 40]);
  });
});
