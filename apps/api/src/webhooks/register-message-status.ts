import { AppError } from '@mallhive/kernel';
import type { NotificationsFacade } from '@mallhive/notifications';
import type { DeliveryNotice } from '@mallhive/notifications/ports';
import type { FastifyInstance } from 'fastify';

type ReadStatus = (signature: string, fields: Record<string, string>) => DeliveryNotice | 'unsigned' | null;

/** `POST /webhooks/twilio`: what became of a text message. Only with Twilio's signature; 2xx means that it is stored. */
export function registerMessageStatus(
  app: FastifyInstance,
  notifications: Pick<NotificationsFacade, 'noteDelivery'>,
  readStatus: ReadStatus,
): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    scope.post('/webhooks/twilio', async (request, reply) => {
      const fields = Object.fromEntries(new URLSearchParams(String(request.body ?? '')));
      const notice = readStatus(String(request.headers['x-twilio-signature'] ?? ''), fields);
      if (notice === 'unsigned') throw new AppError('forbidden', 'signature_invalid', 'The signature is not right.');
      if (notice) await notifications.noteDelivery(notice);
      return reply.code(204).send();
    });
  });
}
