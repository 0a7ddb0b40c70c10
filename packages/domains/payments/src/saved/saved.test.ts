import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { silentLogger } from '@mallhive/observability';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Deps } from '../deps.ts';
import { createPaymentRepository } from '../payment.repository.ts';
import type { SavedMethods } from '../ports.ts';
import { fakeProvider } from '../testing.ts';
import { createSavedMethods } from './index.ts';

let test: TestDatabase;
let saved: ReturnType<typeof createSavedMethods>;
const made: string[] = [];
const attached: Parameters<SavedMethods['attach']>[0][] = [];
const forgotten: string[] = [];
const cards = new Map<string, string>();
let down = false;

const keeper: SavedMethods = {
  async customer({ userId }) {
    made.push(userId);
    return `cus_${userId}`;
  },
  async attach(input) {
    attached.push(input);
  },
  async list(ref) {
    if (down) throw new Error('down');
    return [...cards]
      .filter(([, owner]) => owner === ref)
      .map(([id]) => ({ id, label: 'Visa 4242', expires: '08/31' }));
  },
  remove: async ({ customerRef, methodId }) => cards.get(methodId) === customerRef && cards.delete(methodId),
  async forget(ref) {
    forgotten.push(ref);
  },
};

beforeAll(async () => {
  test = await createTestDatabase();
  const stripe = { ...fakeProvider(), code: 'stripe', saved: keeper };
  const deps = {
    payments: createPaymentRepository(test.db),
    providers: new Map([
      ['stripe', stripe],
      ['test', fakeProvider()],
    ]),
    logger: silentLogger,
  } as unknown as Deps;
  saved = createSavedMethods(test.db, deps);
});
beforeEach(() => {
  made.length = attached.length = 0;
  down = false;
});
afterAll(() => test.close());

async function aPayment(status = 'requires_method', provider = 'stripe') {
  const id = newId();
  const clientSecret = `secret_${id}`;
  await test.db.pool.query(
    `insert into payments.payments (id, order_id, idempotency_key, provider, provider_ref, client_secret, status, amount, currency, country, allocations)
     values ($1::uuid, $2, $1::text, $3, 'ref_' || $1::text, $4, $5, 500, 'GBP', 'GB', '[]')`,
    [id, newId(), provider, clientSecret, status],
  );
  return { paymentId: id, clientSecret };
}

describe('claiming a payment', () => {
  it('refuses a wrong secret, and a payment that is over', async () => {
    const payment = await aPayment();
    const wrong = { ...payment, clientSecret: 'another secret', save: true };
    await expect(saved.claim(newId(), wrong)).rejects.toMatchObject({ reason: 'payment_not_found' });
    const paid = { ...(await aPayment('captured')), save: true };
    await expect(saved.claim(newId(), paid)).rejects.toMatchObject({ reason: 'payment_over' });
    expect(attached).toEqual([]);
  });

  it('makes the person known to the provider once, and says whether to keep the card', async () => {
    const userId = newId();
    expect(await saved.claim(userId, { ...(await aPayment()), save: true })).toEqual({ claimed: true });
    expect(await saved.claim(userId, { ...(await aPayment()), save: false })).toEqual({ claimed: true });
    expect(made).toEqual([userId]);
    expect(attached.map(({ customerRef, save }) => [customerRef, save])).toEqual([
      [`cus_${userId}`, true],
      [`cus_${userId}`, false],
    ]);
  });

  it('does nothing where the provider keeps nothing', async () => {
    expect(await saved.claim(newId(), { ...(await aPayment('requires_method', 'test')), save: true })).toEqual({
      claimed: false,
    });
  });
});

describe('what is kept', () => {
  it('is shown to and removed by its owner alone, and goes with the person', async () => {
    const [ada, bob] = [newId(), newId()];
    for (const person of [ada, bob]) await saved.claim(person, { ...(await aPayment()), save: true });
    cards.set('pm_ada', `cus_${ada}`);
    expect(await saved.list(ada)).toEqual([
      { provider: 'stripe', id: 'pm_ada', label: 'Visa 4242', expires: '08/31', isDefault: false },
    ]);
    expect(await saved.list(bob)).toEqual([]);
    expect(await saved.list(newId())).toEqual([]);
    const card = { provider: 'stripe', methodId: 'pm_ada' };
    for (const person of [bob, newId()])
      await expect(saved.remove(person, card)).rejects.toMatchObject({ reason: 'saved_method_not_found' });
    expect(await saved.remove(ada, card)).toEqual({ removed: true });
    await expect(saved.remove(ada, card)).rejects.toMatchObject({ reason: 'saved_method_not_found' });
    expect(await saved.forgetPerson(ada)).toBe(1);
    expect(await saved.forgetPerson(ada)).toBe(0);
    expect(forgotten).toEqual([`cus_${ada}`]);
  });

  it('has one to pay with first, chosen by its owner; a new choice takes the place of the old one', async () => {
    const [ada, bob] = [newId(), newId()];
    for (const person of [ada, bob]) await saved.claim(person, { ...(await aPayment()), save: true });
    for (const id of ['pm_1', 'pm_2']) cards.set(id, `cus_${ada}`);
    const choose = (person: string, methodId: string) => saved.choose(person, { provider: 'stripe', methodId });
    for (const [person, id] of [
      [bob, 'pm_1'],
      [newId(), 'pm_1'],
      [ada, 'pm_unknown'],
    ] as const)
      await expect(choose(person, id)).rejects.toMatchObject({ reason: 'saved_method_not_found' });
    for (const id of ['pm_1', 'pm_2', 'pm_2']) {
      await choose(ada, id);
      const methods = await saved.list(ada);
      expect(methods.map((method) => method.isDefault)).toEqual([true, false]);
      expect(methods[0]?.id).toBe(id);
    }
    cards.clear();
    expect(await saved.list(ada)).toEqual([]);
  });

  it('does not keep checkout from opening when the provider is down', async () => {
    const userId = newId();
    await saved.claim(userId, { ...(await aPayment()), save: true });
    down = true;
    expect(await saved.list(userId)).toEqual([]);
  });
});
