import { AppError } from '@mallhive/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { defaultMediaWidth, type Media, mediaWidths } from './media.ts';
import { hashPattern } from './media-store.ts';

const namePattern = /^[a-z0-9][a-z0-9-]{0,199}\.webp$/;
const siteName = /^([a-z0-9][a-z0-9-]{0,80})\.webp$/;

interface PictureRequest {
  Params: { hash: string; name: string };
  Querystring: { w?: string };
}

function widthOf(value: string | undefined): number {
  if (value === undefined) return defaultMediaWidth;
  const width = mediaWidths.find((candidate) => String(candidate) === value);
  if (width === undefined)
    throw new AppError('bad_request', 'width_unknown', `Pictures come in the widths ${mediaWidths.join(', ')}.`, {
      details: { widths: [...mediaWidths] },
    });
  return width;
}

const missing = (): AppError => new AppError('not_found', 'image_unknown', 'There is no such picture.');

/** `GET /media/<hash>/<name>.webp?w=480`, immutable; and `GET /media/site/<name>.webp`, which may change its meaning. */
export function registerMedia(app: FastifyInstance, media: Media): void {
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    hash: string,
    width: number,
    caching: string,
  ): Promise<FastifyReply> => {
    const tag = `"${hash}-${width}"`;
    reply.header('cache-control', caching);
    reply.header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    const body = await media.picture(hash, width).catch((error: unknown) => {
      reply.removeHeader('cache-control').removeHeader('etag');
      throw error;
    });
    if (!body) {
      reply.removeHeader('cache-control').removeHeader('etag');
      throw missing();
    }
    return reply
      .header('content-type', 'image/webp')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(body);
  };

  app.get<PictureRequest>('/media/:hash/:name', async (request, reply) => {
    const { hash, name } = request.params;
    const width = widthOf(request.query.w);
    if (hash === 'site') {
      const [, key] = siteName.exec(name) ?? [];
      const known = key ? await media.named(key) : null;
      if (!known) throw missing();
      return await send(request, reply, known, width, 'public, max-age=300, stale-while-revalidate=86400');
    }
    if (!hashPattern.test(hash) || !namePattern.test(name)) throw missing();
    return await send(request, reply, hash, width, 'public, max-age=31536000, immutable');
  });
}
