import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPayments, type PaymentsFacade } from '../index.ts';
import type { Transfers } from '../ports.ts';
import { fakeProvider } from '../testing.ts';
import type { MoneyActor } from './actor.ts';

let test: TestDatabase;
let payments: PaymentsFacade;
let now = new Date('2026-11-02T09:00:00Z');
const ready = new Set<string>();
const opened: string[] = [];
const returnUrl = 'https://sell.example/payouts?account=test';
const transfers: Transfers = {
  send: async () => ({ transferRef: 'none' }),
  reverse: async () => ({ reversalRef: 'none' }),
  ready: async (ref) => ready.has(ref),
  // Another account each time, as a provider whose memory of keys has run out.
  onboarding: {
    name: 'Fake Connect',
    open: async ({ sellerId }) => {
      const accountRef = `acct_${opened.length}_${sellerId}`;
      opened.push(accountRef);
      return { accountRef };
    },
    page: async ({ accountRef, returnUrl: back }) => ({ url: `https://fake.example/${accountRef}?back=${back}` }),
  },
};
const provider = Object.assign(fakeProvider(), { transfers });
const sellerId = newId();
const member = (role: 'owner' | 'manager' | 'fulfilment', of = sellerId): MoneyActor => ({
  id: newId(),
  roles: ['seller'],
  memberships: [{ sellerId: of, role }],
});
const otherId = newId();
const owner = member('owner');
const input = { sellerId, method: 'test' };
const secrets = {
  seal: async (_purpose: string, text: string) => `key1:${Buffer.from(text).toString('base64')}`,
  open: async (_purpose: string, sealed: string) => Buffer.from(sealed.slice(5), 'base64').toString(),
};

beforeAll(async () => {
  test = await createTestDatabase();
  payments = createPayments({
    db: test.db,
    providers: [provider],
    cards: provider,
    orders: { awaitsPayment: async () => true, paymentCaptured: async () => undefined },
    sellers: { secrets, names: async () => new Map(), print: async () => Buffer.from('%PDF') },
    clock: { now: () => now },
  });
});
afterAll(() => test.close());

const stateFor = async (actor = owner, id = sellerId) =>
  (await payments.payouts.payoutSettings(actor, id)).methods.find(({ code }) => code === 'test');
const save = (change: object = {}) =>
  payments.payouts.savePayoutSettings(owner, { ...input, frequency: 'weekly', minimum: 0, ...change });
const rows = async () =>
  (await test.db.pool.query('select account_ref, ready from payments.seller_accounts where seller_id = $1', [sellerId]))
    .rows;

it('is for owners of this seller only, and for providers that open accounts', async () => {
  for (const actor of [member('manager'), member('fulfilment'), member('owner', newId())]) {
    await expect(payments.payouts.openPayoutAccount(actor, { ...input, returnUrl })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(payments.payouts.checkPayoutAccount(actor, input)).rejects.toMatchObject({ code: 'forbidden' });
  }
  for (const method of ['file', 'nobody']) {
    await expect(payments.payouts.openPayoutAccount(owner, { sellerId, method, returnUrl })).rejects.toMatchObject({
      reason: 'payout_method_unknown',
    });
    await expect(payments.payouts.checkPayoutAccount(owner, { sellerId, method })).rejects.toMatchObject({
      reason: 'payout_method_unknown',
    });
  }
  expect(opened).toEqual([]);
  expect(await payments.payouts.checkPayoutAccount(owner, input)).toEqual({ state: 'not_begun' });
  expect(await stateFor(member('manager'))).toEqual({ code: 'test', name: 'Fake Connect', onboarding: 'not_begun' });
  await expect(save()).rejects.toMatchObject({ reason: 'destination_missing' });
});

it('keeps the first account however often it is begun at once, and writes down who began', async () => {
  const pages = await Promise.all(
    Array.from({ length: 5 }, () => payments.payouts.openPayoutAccount(owner, { ...input, returnUrl })),
  );
  const kept = await rows();
  expect(kept).toHaveLength(1);
  expect(new Set(pages.map(({ url }) => url))).toEqual(
    new Set([`https://fake.example/${kept[0].account_ref}?back=${returnUrl}`]),
  );
  const before = opened.length;
  await payments.payouts.openPayoutAccount(owner, { ...input, returnUrl });
  expect(opened).toHaveLength(before);
  const { rows: log } = await test.db.pool.query(
    `select actor_user_id as by from payments.audit_entries where action = 'payout_account.open' and seller_id = $1`,
    [sellerId],
  );
  expect(log).toEqual([{ by: owner.id }]);
  expect((await stateFor())?.onboarding).toBe('details_missing');
  await expect(save()).rejects.toMatchObject({ reason: 'account_not_ready' });
});

it('becomes ready by webhook or on return, is then paid to without being typed, and stops being ready', async () => {
  const ref: string = (await rows())[0].account_ref;
  const tell = async (accountRef: string) => {
    now = new Date(now.getTime() + 1_000);
    const { body, headers } = provider.accountNews(accountRef);
    return (await payments.receiveWebhook('test', body, headers)).processed;
  };
  expect(await tell(ref)).toBe('details_missing');
  expect(await tell('acct_of_nobody')).toBe('ignored');
  ready.add(ref);
  expect(await tell(ref)).toBe('ready');
  expect((await stateFor())?.onboarding).toBe('ready');
  expect((await stateFor(member('owner', otherId), otherId))?.onboarding).toBe('not_begun');
  await save();
  const { settings } = await payments.payouts.payoutSettings(owner, sellerId);
  expect(settings).toMatchObject({ method: 'test', masked: `•••• ${ref.slice(-4)}` });
  ready.delete(ref);
  now = new Date(now.getTime() + 1_000);
  expect(await payments.payouts.checkPayoutAccount(owner, input)).toEqual({ state: 'details_missing' });
  // The way of payout stays as it was; a payout asks again before it goes.
  await save({ frequency: 'daily' });
  expect((await payments.payouts.payoutSettings(owner, sellerId)).settings).toMatchObject({ frequency: 'daily' });
});

it('an answer to an older question changes nothing', async () => {
  const ref: string = (await rows())[0].account_ref;
  ready.add(ref);
  now = new Date(now.getTime() - 60_000);
  await payments.payouts.checkPayoutAccount(owner, input);
  expect((await stateFor())?.onboarding).toBe('details_missing');
  now = new Date(now.getTime() + 120_000);
  expect(await payments.payouts.checkPayoutAccount(owner, input)).toEqual({ state: 'ready' });
});
