import type { DeliveryNotice } from '@mallhive/notifications/ports';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { registerErrors } from '../http/errors.ts';
import { registerMailFeedback } from './register-mail-feedback.ts';

const notice = (id: string): DeliveryNotice => ({
  id,
  provider: 'ses',
  channel: 'email',
  providerRef: 'm-1',
  recipient: 'ada@example.com',
  outcome: 'bounce',
  detail: '550',
});

test('what SNS posts is noted in its order; what is not from SNS is refused, and news that could not be read comes again', async () => {
  const noted: string[] = [];
  const app = fastify();
  registerErrors(app);
  registerMailFeedback(app, { noteDelivery: async ({ id }) => noted.push(id) }, async (body) => {
    if (body === 'unreachable') throw new Error('the certificate cannot be had');
    return body === 'right' ? { state: 'taken', notices: [notice('1'), notice('2')] } : { state: 'refused' };
  });
  const post = async (payload: string) =>
    (await app.inject({ method: 'POST', url: '/webhooks/ses', payload, headers: { 'content-type': 'text/plain' } }))
      .statusCode;
  expect(await post('right')).toBe(204);
  expect(await post('wrong')).toBe(403);
  expect(await post('unreachable')).toBe(500);
  expect(await post('x'.repeat(600_000))).toBe(413);
  expect(noted).toEqual(['1', '2']);
  await app.close();
});
