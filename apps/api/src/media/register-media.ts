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
    const accepts = /\bimage\/avif\b/.test(request.headers.accept ?? '') ? 'avif' : 'webp';
    const known = request.headers['if-none-match'];
    // The same bytes for ever: who has them in the best form it takes is told so without looking.
    if (known === `"${hash}-${width}-${accepts}"`) {
      return reply.code(304).header('cache-control', caching).header('etag', known).header('vary', 'accept').send();
    }
    const made = await media.picture(hash, width, accepts);
    if (!made) throw missing();
    const tag = `"${hash}-${width}-${made.format}"`;
    reply.header('cache-control', caching).header('etag', tag).header('vary', 'accept');
    if (known === tag) return reply.code(304).send();
    const { body } = made;
    return reply
      .header('content-type', `image/${made.format}`)
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
