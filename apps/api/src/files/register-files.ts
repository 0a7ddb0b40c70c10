import { PassThrough, type Readable } from 'node:stream';
import type { Catalog } from '@mallhive/catalog';
import { mediaLimits } from '@mallhive/catalog/contract';
import { AppError, idSchema } from '@mallhive/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type CallerDependencies, createCaller } from './caller.ts';
import { readBody } from './read-body.ts';

export interface FilesDependencies extends CallerDependencies {
  catalog: Catalog;
}

interface SellerQuery {
  Querystring: { sellerId?: string; name?: string };
}
interface FileQuery extends SellerQuery {
  Params: { id: string };
}

function sellerOf(query: { sellerId?: string }): string {
  const parsed = idSchema.safeParse(query.sellerId);
  if (!parsed.success) throw new AppError('bad_request', 'invalid_input', 'The organisation is not named.');
  return parsed.data;
}

const idOf = (text: string): string => {
  const parsed = idSchema.safeParse(text);
  if (!parsed.success) throw new AppError('not_found', 'import_not_found', 'This import does not exist.');
  return parsed.data;
};

/** Plain letters for old programs, the whole name for all others. */
function attachment(reply: FastifyReply, { fileName, body }: { fileName: string; body: Readable }): FastifyReply {
  const plain = fileName.replace(/[^\w.-]+/g, '_');
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('x-content-type-options', 'nosniff')
    .send(body);
}

const pictureTooLarge = () =>
  new AppError('unprocessable', 'picture_too_large', 'This picture is too large. Up to 12 MB are taken.');

/** What is too big for tRPC, or not JSON: pictures and CSV files, under `/api/files`. */
export function registerFiles(app: FastifyInstance, dependencies: FilesDependencies): void {
  const { catalog } = dependencies;
  const caller = createCaller(dependencies);
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Bodies arrive as streams; who reads them counts the bytes.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.addHook('onSend', async (request, reply) => {
      // Refused before all of it was read: the rest must not be taken for the next request.
      if (!request.raw.complete) {
        reply.header('connection', 'close');
        request.raw.resume();
      }
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store');
    });

    scope.put<SellerQuery>('/api/files/pictures', async (request, reply) => {
      const sellerId = request.query.sellerId === undefined ? null : sellerOf(request.query);
      const user = await caller.writer(request, reply, sellerId);
      const body = await readBody(request.raw as Readable, mediaLimits.pictureBytes, pictureTooLarge);
      const image = sellerId
        ? await catalog.uploadPicture(user, { sellerId, body })
        : await catalog.uploadOwnPicture(user.id, body);
      return { image };
    });

    scope.put<SellerQuery>('/api/files/imports', async (request, reply) => {
      const sellerId = sellerOf(request.query);
      const user = await caller.writer(request, reply, sellerId);
      const body = new PassThrough();
      // Not a pipe of pipeline: the request must outlive a refusal, so that it can be answered.
      request.raw.pipe(body);
      request.raw.once('close', () => request.raw.complete || body.destroy(new Error('the upload was broken off')));
      return catalog.createImport(user, { sellerId, fileName: request.query.name ?? 'products.csv', body });
    });

    scope.get<FileQuery>('/api/files/imports/:id/errors.csv', async (request, reply) => {
      const user = await caller.reader(request, reply);
      const input = { sellerId: sellerOf(request.query), importId: idOf(request.params.id) };
      return attachment(reply, await catalog.importErrorFile(user, input));
    });

    scope.get<FileQuery>('/api/files/exports/:id.csv', async (request, reply) => {
      const user = await caller.reader(request, reply);
      const input = { sellerId: sellerOf(request.query), exportId: idOf(request.params.id) };
      return attachment(reply, await catalog.exportFile(user, input));
    });
  });
}
