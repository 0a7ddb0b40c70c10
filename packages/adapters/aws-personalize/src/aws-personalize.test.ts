import type { StoredBehaviour } from '@mallhive/analytics/ports';
import { type AwsFront, startAwsFront } from '@mallhive/testing/aws-front';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createPersonalize, createPersonalizeSink } from './index.ts';

// Moto knows neither recommendations nor events of Personalize: the front answers as AWS does.
let front: AwsFront;
const arn = (name: string) => `arn:aws:personalize:eu-west-1:123456789012:${name}`;
const signal = () => AbortSignal.timeout(250);
const down = { status: 503, type: 'ServiceUnavailable' };

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID ??= 'test';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'test';
  front = await startAwsFront(null);
});
afterEach(() => {
  front.calls.length = 0;
});
afterAll(() => front.stop());

describe('recommendations', () => {
  const open = () =>
    createPersonalize({
      region: 'eu-west-1',
      endpoint: front.url,
      rails: { 'for-you': arn('recommender/for-you'), similar: arn('campaign/similar') },
    });
  const items = (...ids: string[]) => ({ json: { itemList: ids.map((itemId) => ({ itemId })) } });

  test('for a person, best first, no more than asked for', async () => {
    const personalize = open();
    front.next(items('a', 'b', 'c'));
    const question = { kind: 'for-you', userId: 'u-1', productIds: ['seen'], limit: 2 } as const;
    expect(await personalize.recommend(question, signal())).toEqual(['a', 'b']);
    expect(front.calls[0]?.path).toContain('/recommendations');
    expect(JSON.parse(front.calls[0]?.body ?? '')).toEqual({
      recommenderArn: arn('recommender/for-you'),
      userId: 'u-1',
      numResults: 2,
    });
    personalize.close();
  });

  test('about a product, for a guest too', async () => {
    const personalize = open();
    front.next(items('a'));
    await personalize.recommend({ kind: 'similar', userId: null, productIds: ['p-1', 'p-2'], limit: 1000 }, signal());
    expect(JSON.parse(front.calls[0]?.body ?? '')).toEqual({
      campaignArn: arn('campaign/similar'),
      itemId: 'p-1',
      numResults: 500,
    });
    personalize.close();
  });

  test('are none, without asking, where there is nobody or nothing they could be about', async () => {
    const personalize = open();
    const nothing = [
      { kind: 'for-you', userId: null, productIds: ['p'], limit: 5 },
      { kind: 'similar', userId: 'u', productIds: [], limit: 5 },
      { kind: 'trending', userId: 'u', productIds: ['p'], limit: 5 },
    ] as const;
    for (const question of nothing) expect(await personalize.recommend(question, signal())).toEqual([]);
    expect(front.calls).toEqual([]);
    personalize.close();
  });

  test('that do not come in time, are refused or fail reject at once', async () => {
    const personalize = open();
    const question = { kind: 'for-you', userId: 'u-1', productIds: [], limit: 5 } as const;
    front.next('silence', { status: 400, type: 'ResourceNotFoundException', message: 'no such recommender' }, down);
    const start = performance.now();
    await expect(personalize.recommend(question, signal())).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(2_000);
    await expect(personalize.recommend(question, signal())).rejects.toThrow('no such recommender');
    await expect(personalize.recommend(question, signal())).rejects.toThrow();
    expect(front.calls).toHaveLength(3);
    personalize.close();
  });
});

describe('events', () => {
  const open = (timeoutMs = 1_000) =>
    createPersonalizeSink({ trackingId: 'tracker', region: 'eu-west-1', endpoint: front.url, timeoutMs });
  function event(seq: number, visitorId: string | null, productId: string | null): StoredBehaviour {
    const at = '2026-11-20T12:00:00.000Z';
    const nothing = { sellerId: null, query: null, results: null, rail: null, step: null, orderId: null };
    const base = { seq, id: `e-${seq}`, visitorId, productId, type: 'product_view', version: 1, at, receivedAt: at };
    return { ...base, ...nothing, path: '/', device: 'phone', source: 'direct' };
  }

  test('go by visit, ten a call, and only what is about a product by somebody who agreed', async () => {
    const sink = open();
    const mine = Array.from({ length: 12 }, (_, index) => event(index, 'v-1', `p-${index}`));
    front.next({ json: {} }, { json: {} }, { json: {} });
    await sink.write([...mine, event(20, null, 'p'), event(21, 'v-1', null), event(22, 'v-2', 'p')]);
    const told = front.calls.map(({ body }) => JSON.parse(body) as { sessionId: string; eventList: object[] });
    expect(told.map(({ sessionId, eventList }) => [sessionId, eventList.length]).toSorted()).toEqual([
      ['v-1', 10],
      ['v-1', 2],
      ['v-2', 1],
    ]);
    expect(told.find(({ sessionId }) => sessionId === 'v-2')).toMatchObject({
      trackingId: 'tracker',
      eventList: [{ eventId: 'e-22', eventType: 'product_view', itemId: 'p' }],
    });
    sink.close();
  });

  test('are sent again after throttling; an outage or silence throws', async () => {
    const sink = open(200);
    front.next({ status: 429, type: 'ThrottlingException' }, { json: {} });
    await sink.write([event(1, 'v', 'p')]);
    expect(front.calls).toHaveLength(2);
    front.next(down, down, down);
    await expect(sink.write([event(1, 'v', 'p')])).rejects.toThrow();
    front.next('silence', 'silence', 'silence');
    await expect(sink.write([event(1, 'v', 'p')])).rejects.toThrow(/timeout|timed out/i);
    sink.close();
  });

  test('that are about no product are no call', async () => {
    const sink = open();
    await sink.write([event(1, 'v', null)]);
    expect(front.calls).toEqual([]);
    sink.close();
  });
});
