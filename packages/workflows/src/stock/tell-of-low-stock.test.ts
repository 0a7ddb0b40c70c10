import { stockLow } from '@mallhive/cart/events';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { createIdentity, type Identity } from '@mallhive/identity';
import { fakePasswords, testMasterKey } from '@mallhive/identity/testing';
import { newId } from '@mallhive/kernel';
import { createNotifications } from '@mallhive/notifications';
import { fakeMail } from '@mallhive/notifications/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { twice } from '../orders/testing/shop.ts';
import { handleLowStock } from './tell-of-low-stock.ts';

let base: TestDatabase;
let identity: Identity;
let sellerId: string;
beforeAll(async () => {
  base = await createTestDatabase();
  identity = createIdentity({ db: base.db, master: testMasterKey(), passwords: fakePasswords(), secret: 'x' });
  sellerId = (await identity.upsertSellers([{ slug: 'north', name: 'North' }])).get('north') ?? '';
  const member = (name: string, role: 'owner' | 'fulfilment') => ({
    email: `${name}@example.test`,
    name,
    password: 'quiet otters paint fences',
    memberships: [{ sellerSlug: 'north', role }],
  });
  await identity.upsertUsers([member('olive', 'owner'), member('finn', 'fulfilment'), member('nora', 'fulfilment')]);
});
afterAll(() => base.close());

test('one mail for all that went low, once, to those of the shop who want it', async () => {
  const mail = fakeMail();
  const web = { shellUrl: 'https://shop.test', sellerUrl: 'https://seller.test', internalSecret: '' };
  const notifications = createNotifications({ db: base.db, mail, shellUrl: web.shellUrl });
  const [mug, gone] = [newId(), newId()];
  const catalog = {
    variantsForStock: async () => [
      {
        variantId: mug,
        productId: newId(),
        sellerId,
        sku: 'M-1',
        title: 'A <mug>',
        variantTitle: 'Blue',
        imageUrl: null,
      },
    ],
  } as Pick<WorkflowDependencies['catalog'], 'variantsForStock'> as WorkflowDependencies['catalog'];
  const [seller] = await identity.sellerContacts([sellerId]);
  const nora = seller?.members.find(({ email }) => email.startsWith('nora'))?.userId ?? '';
  await notifications.setPreferences(
    { userId: nora, sells: true },
    { changes: [{ kind: 'stock', channel: 'email', wanted: false }] },
  );
  const low = (variantId: string, available: number) => ({ variantId, productId: newId(), available, lowBelow: 6 });
  const data = stockLow.schema.parse({ sellerId, variants: [low(mug, 2), low(gone, 0)] });
  const event = { id: newId(), data, ts: Date.now() };
  for (let round = 0; round < 2; round += 1) {
    await handleLowStock({ identity, notifications, catalog, web }, event, twice);
  }

  const mails = [...mail.mails.values()];
  expect(mails.map(({ to }) => to).sort()).toEqual(['finn@example.test', 'olive@example.test']);
  for (const { subject, text, html, headers } of mails) {
    expect(subject).toBe('Running low: A <mug>');
    expect(text).toContain('2 left');
    expect(text).toContain('https://seller.test/stock?state=low');
    expect(html).not.toContain('<mug>');
    expect(Object.keys(headers ?? {})).toContain('List-Unsubscribe');
  }
});
