import type { SesIntake } from '@mallhive/adapter-aws-messages';
import { AppError } from '@mallhive/kernel';
import type { NotificationsFacade } from '@mallhive/notifications';
import type { FastifyInstance } from 'fastify';

type ReadFeedback = (body: string) => Promise<SesIntake>;

/** `POST /webhooks/ses`: bounces, complaints and deliveries, as SNS posts them. Only with its signature; 2xx means that it is stored. */
export function registerMailFeedback(
  app: FastifyInstance,
  notifications: Pick<NotificationsFacade, 'noteDelivery'>,
  readFeedback: ReadFeedback,
): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // SNS posts at most 256 KB.
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 512 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    scope.post('/webhooks/ses', async (request, reply) => {
      const feedback = await readFeedback(String(request.body ?? ''));
      if (feedback.state === 'refused')
        throw new AppError('forbidden', 'signature_invalid', 'The signature is not right.');
      for (const notice of feedback.notices) await notifications.noteDelivery(notice);
      return reply.code(204).send();
    });
  });
}
