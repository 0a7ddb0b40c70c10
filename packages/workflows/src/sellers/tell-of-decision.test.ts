import { productModerated } from '@mallhive/catalog/events';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { createIdentity, type Identity } from '@mallhive/identity';
import { fakePasswords, testMasterKey } from '@mallhive/identity/testing';
import { newId } from '@mallhive/kernel';
import { createNotifications } from '@mallhive/notifications';
import { fakeMail } from '@mallhive/notifications/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twice } from '../orders/testing/shop.ts';
import { handleDecision } from './tell-of-decision.ts';

const mail = fakeMail();
let base: TestDatabase;
let identity: Identity;
let sellerId: string;

beforeAll(async () => {
  base = await createTestDatabase();
  identity = createIdentity({ db: base.db, master: testMasterKey(), passwords: fakePasswords(), secret: 'x' });
  const sellers = await identity.upsertSellers([
    { slug: 'north', name: 'North' },
    { slug: 'south', name: 'South' },
  ]);
  sellerId = sellers.get('north') ?? '';
  const member = (name: string, role: 'owner' | 'manager' | 'fulfilment', sellerSlug = 'north') => ({
    email: `${name}@example.test`,
    name,
    password: 'quiet otters paint fences',
    memberships: [{ sellerSlug, role }],
  });
  await identity.upsertUsers([
    member('olive', 'owner'),
    member('max', 'manager'),
    member('finn', 'fulfilment'),
    member('sam', 'owner', 'south'),
  ]);
});
afterAll(() => base.close());

test('owners and managers of that shop hear it once, with the reason, whatever they switched off', async () => {
  const web = { shellUrl: 'https://shop.test', sellerUrl: 'https://seller.test', internalSecret: '' };
  const notifications = createNotifications({ db: base.db, mail, shellUrl: web.shellUrl });
  const productId = newId();
  const data = productModerated.schema.parse({
    productId,
    sellerId,
    title: 'A lamp <b>',
    decision: 'rejected',
    reason: 'The picture shows something else.',
  });
  const event = { id: newId(), data, ts: Date.now() };
  for (let round = 0; round < 2; round += 1) await handleDecision({ identity, notifications, web }, event, twice);

  const mails = [...mail.mails.values()];
  expect(mails.map(({ to }) => to).sort()).toEqual(['max@example.test', 'olive@example.test']);
  for (const { subject, text, html, headers } of mails) {
    expect(subject).toBe('Not approved: A lamp <b>');
    expect(text).toContain('What we noticed: The picture shows something else.');
    expect(text).toContain(`https://seller.test/products/${productId}`);
    expect(html).not.toContain('<b>');
    expect(headers).toEqual({});
  }
  // Decided once more is another message.
  const approved = { ...event, id: newId(), data: { ...data, decision: 'approved', reason: '' } };
  await handleDecision({ identity, notifications, web }, approved, twice);
  expect([...mail.mails.values()].slice(2).map(({ subject }) => subject)).toEqual(
    Array(2).fill('Approved: A lamp <b>'),
  );
});
