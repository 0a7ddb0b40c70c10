import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';

let api: ApiFixture;
const token = 'twilio-token';
beforeAll(async () => {
  api = await startApi({ TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: token, TWILIO_FROM: '+441234567890' });
});
afterAll(() => api.close());

const tell = (fields: Record<string, string>, secret = token) => {
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => `${text}${name}${fields[name]}`, `${api.composition.config.apiUrl}/webhooks/twilio`);
  const signature = createHmac('sha1', secret).update(signed).digest('base64');
  const headers = { 'x-twilio-signature': signature };
  return fetch(`${api.url}/webhooks/twilio`, { method: 'POST', body: new URLSearchParams(fields), headers });
};
const blocked = async () =>
  (await api.composition.db.pool.query('select channel, recipient, reason from notifications.suppressions')).rows;

test('a number that nobody has is not written to again; only Twilio can say so, and once is enough', async () => {
  const gone = { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30005', To: '+447700900123' };
  expect((await tell(gone, 'somebody else')).status).toBe(403);
  expect(await blocked()).toEqual([]);
  expect((await tell(gone)).status).toBe(204);
  expect((await tell(gone)).status).toBe(204);
  expect((await tell({ MessageSid: 'SM2', MessageStatus: 'delivered', To: '+447700900999' })).status).toBe(204);
  expect(await blocked()).toEqual([{ channel: 'sms', recipient: '+447700900123', reason: 'bounce' }]);
});
