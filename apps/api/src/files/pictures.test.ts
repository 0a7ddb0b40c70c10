import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';

describe('uploading pictures', () => {
  let api: ApiFixture;
  let shopper: { cookie: string };
  let photo: Buffer;
  beforeAll(async () => {
    api = await startApi();
    shopper = await api.signIn('pictures@example.test');
    photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#446688' } })
      .jpeg()
      .toBuffer();
  });
  afterAll(() => api.close());
  const put = (body: Buffer | string, headers: Record<string, string> = {}, query = '') =>
    fetch(`${api.url}/api/files/pictures${query}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg', cookie: shopper.cookie, ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
  const reason = async (response: Response) => [
    response.status,
    ((await response.json()) as { error: { reason: string } }).error.reason,
  ];

  it('is refused to strangers, from other sites, and for other organisations', async () => {
    expect(await reason(await put(photo, { cookie: '' }))).toEqual([401, 'sign_in_required']);
    expect(await reason(await put(photo, { origin: 'https://evil.test' }))).toEqual([403, 'origin_not_trusted']);
    expect(await reason(await put(photo, { 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'origin_not_trusted']);
    expect(await reason(await put(photo, {}, '?sellerId=nonsense'))).toEqual([400, 'invalid_input']);
    const [status] = await reason(await put(photo, {}, '?sellerId=01900000-0000-7000-8000-000000000000'));
    expect(status).toBe(403);
  });

  it('says what is wrong with what is no picture', async () => {
    expect(await reason(await put('hello'))).toEqual([422, 'picture_unreadable']);
    expect(await reason(await put('<svg onload="alert(1)"/>'))).toEqual([422, 'picture_kind_refused']);
    expect(await reason(await put(Buffer.alloc(13 * 1024 * 1024)))).toEqual([422, 'picture_too_large']);
  });

  it('keeps a picture and serves it at an address that never changes', async () => {
    const response = await put(photo);
    expect(response.headers.get('cache-control')).toContain('no-store');
    const { image } = (await response.json()) as { image: { url: string; width: number } };
    expect(image).toMatchObject({ width: 300, height: 200 });
    const served = await fetch(`${api.url}${image.url}?w=160`, { headers: { accept: 'image/avif,image/webp' } });
    expect(served.status).toBe(200);
    expect(served.headers.get('content-type')).toBe('image/avif');
    expect(served.headers.get('cache-control')).toContain('immutable');
    const again = (await (await put(photo)).json()) as { image: { url: string } };
    expect(again.image.url).toBe(image.url);
  });
});
