import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeScene, iconDocument, type Scene, sceneHash } from '@mallhive/seed/pictures';
import fastify, { type FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerErrors } from '../http/errors.ts';
import { createLocalMediaStore, createMedia, type MediaStore, registerMedia } from './index.ts';

const scene: Scene = {
  kind: 'scene',
  v: 1,
  width: 1200,
  height: 900,
  stage: 'plinth',
  tone: { wall: '#e8dccb', floor: '#f0e7da', accent: '#d8bb98' },
  items: [{ icon: 'block', x: 0.5, y: 0.8, size: 0.5 }],
};
const encoded = encodeScene(scene);
const hash = sceneHash(encoded);
const photo = 'a'.repeat(24);
const broken = 'b'.repeat(24);

describe('the media edge', () => {
  let app: FastifyInstance;
  let folder: string;
  let store: MediaStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mallhive-media-'));
    store = createLocalMediaStore(join(folder, 'media'));
    await store.writeIcon('block', iconDocument('<rect x="8" y="8" width="16" height="20" fill="#d42e6b"/>'));
    await store.write(hash, { kind: 'scene', body: Buffer.from(encoded) });
    const picture = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#123456' } })
      .png()
      .toBuffer();
    await store.write(photo, { kind: 'image', body: picture });
    await store.write(broken, { kind: 'image', body: Buffer.from('<svg><script>alert(1)</script>') });
    await store.writeNames({ hero: hash });
    await store.writeWarmList([hash]);
    app = fastify();
    registerErrors(app);
    registerMedia(app, createMedia({ store, cacheDirectory: join(folder, 'cache') }));
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });
  const get = async (url: string, headers: Record<string, string> = {}) => await app.inject({ url, headers });

  it.each([
    [`/media/${hash}/block.webp?w=481`, 400],
    [`/media/${hash}/block.webp?w=480px`, 400],
    [`/media/${hash}/block.webp?w=-1`, 400],
    [`/media/${hash}/block.webp?w=`, 400],
    [`/media/${'0'.repeat(24)}/block.webp?w=480`, 404],
    ['/media/..%2f..%2fnames/block.webp?w=480', 404],
    [`/media/${hash}/..%2fsecret.webp?w=480`, 404],
    [`/media/${hash}/block.png?w=480`, 404],
    ['/media/site/unknown.webp?w=480', 404],
  ])('refuses %s with %i, and nothing keeps that answer', async (url, status) => {
    const reply = await get(url);
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['cache-control'] ?? '').not.toContain('immutable');
    expect(reply.headers.etag).toBeUndefined();
    expect(reply.body).toContain(status === 400 ? 'width_unknown' : 'image_unknown');
  });

  it('draws a scene at the width asked for and lets it be kept for ever', async () => {
    const reply = await get(`/media/${hash}/block.webp?w=480`);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('image/webp');
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    const { width, height, format } = await sharp(reply.rawPayload).metadata();
    expect({ width, height, format }).toEqual({ width: 480, height: 360, format: 'webp' });
  });

  it('answers 304 to who has it already', async () => {
    const first = await get(`/media/${hash}/block.webp?w=320`);
    const again = await get(`/media/${hash}/block.webp?w=320`, { 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.rawPayload).toHaveLength(0);
  });

  it('draws once for many who ask at the same time, and keeps it on disk', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => get(`/media/${hash}/block.webp?w=640`)));
    expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    const files = await readdir(join(folder, 'cache'), { recursive: true });
    expect(files.filter((file) => file.endsWith(`${hash}-640.webp`))).toHaveLength(1);
    let asked = 0;
    const counting: MediaStore = {
      ...store,
      read: async (which) => {
        asked += 1;
        return await store.read(which);
      },
    };
    const second = createMedia({ store: counting, cacheDirectory: join(folder, 'cache') });
    expect(await second.picture(hash, 640)).toEqual({ body: replies[0]?.rawPayload, format: 'webp' });
    expect(asked).toBe(0);
  });

  it('resizes an image file, but never enlarges it', async () => {
    const small = await sharp((await get(`/media/${photo}/photo.webp?w=96`)).rawPayload).metadata();
    expect([small.width, small.height]).toEqual([96, 48]);
    const large = await sharp((await get(`/media/${photo}/photo.webp?w=1280`)).rawPayload).metadata();
    expect([large.width, large.height]).toEqual([200, 100]);
  });

  it('answers photographs as AVIF to who takes it, as WebP to others, and caches tell them apart', async () => {
    const url = `/media/${photo}/photo.webp?w=160`;
    const modern = await get(url, { accept: 'image/avif,image/webp,*/*' });
    expect(modern.headers['content-type']).toBe('image/avif');
    expect(modern.headers.vary).toBe('accept');
    expect((await sharp(modern.rawPayload).metadata()).format).toBe('heif');
    const old = await get(url, { accept: 'image/webp,*/*' });
    expect(old.headers['content-type']).toBe('image/webp');
    expect(old.headers.etag).not.toBe(modern.headers.etag);
    const again = await get(url, { accept: 'image/avif', 'if-none-match': String(modern.headers.etag) });
    expect(again.statusCode).toBe(304);
    // A drawn scene is WebP for everybody.
    const drawn = await get(`/media/${hash}/block.webp?w=160`, { accept: 'image/avif,*/*' });
    expect(drawn.headers['content-type']).toBe('image/webp');
    const kept = await get(`/media/${hash}/block.webp?w=160`, {
      accept: 'image/avif,*/*',
      'if-none-match': String(drawn.headers.etag),
    });
    expect(kept.statusCode).toBe(304);
  });

  it('does not let a damaged original be cached as an answer', async () => {
    const reply = await get(`/media/${broken}/broken.webp?w=96`);
    expect(reply.statusCode).toBe(500);
    expect(reply.headers['cache-control'] ?? '').not.toContain('immutable');
  });

  it('serves named pictures with a short life', async () => {
    const reply = await get('/media/site/hero.webp?w=960');
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['cache-control']).toContain('max-age=300');
  });

  it('warms what the shop shows first and stops when told to', async () => {
    const media = createMedia({ store, cacheDirectory: join(folder, 'warm') });
    expect(await media.warm(AbortSignal.abort())).toBe(0);
    expect(await media.warm(new AbortController().signal)).toBe(2);
    expect(await media.warm(new AbortController().signal)).toBe(0);
  });
});
