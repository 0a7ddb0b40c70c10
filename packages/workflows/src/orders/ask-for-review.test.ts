import { saveReviewInput } from '@mallhive/catalog/contract';
import { catalogFixture, productDraft } from '@mallhive/catalog/testing';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { createIdentity } from '@mallhive/identity';
import { fakePasswords, testMasterKey } from '@mallhive/identity/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { createNotifications } from '@mallhive/notifications';
import { fakeMail } from '@mallhive/notifications/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { handleDelivered } from './ask-for-review.ts';
import { twice } from './testing/shop.ts';

const clock = fixedClock('2026-03-01T10:00:00Z');
const mail = fakeMail();
let base: TestDatabase;
let dependencies: Parameters<typeof handleDelivered>[0];
let catalog: Awaited<ReturnType<typeof catalogFixture>>['catalog'];
let sellerId: string;
let userId: string;
let orderId: string;

beforeAll(async () => {
  base = await createTestDatabase();
  const { db } = base;
  const fixture = await catalogFixture(db, clock);
  catalog = fixture.catalog;
  sellerId = fixture.seller.sellerId;
  const identity = createIdentity({ db, master: testMasterKey(), passwords: fakePasswords(), clock, secret: 'x' });
  const web = { shellUrl: 'https://shop.test', sellerUrl: 'https://seller.test', internalSecret: '' };
  const notifications = createNotifications({ db, mail, shellUrl: web.shellUrl, linkSecret: 'a secret' });
  dependencies = { identity, catalog, notifications, web } as unknown as typeof dependencies;
});
afterAll(() => base.close());

beforeEach(async () => {
  mail.mails.clear();
  orderId = newId();
  const { identity } = dependencies;
  const email = `${newId()}@example.test`;
  await identity.register({ email, name: 'Ann Archer', password: 'quiet otters paint fences', locale: 'de' });
  userId = (await identity.signIn({ email, password: 'quiet otters paint fences' })).user.id;
});

/** Products that came with the order. */
async function bought(count: number): Promise<{ id: string; title: string }[]> {
  const products = await catalog.upsertProducts(
    Array.from({ length: count }, (_, index) => productDraft({ sellerId, title: `Lamp ${index} ${newId()}` })),
  );
  const productIds = products.map(({ id }) => id);
  await catalog.grantReviewRights({ userId, orderId, productIds, at: clock.now() });
  return (await base.db.prisma.product.findMany({ where: { id: { in: productIds } } })).map(({ id, title }) => ({
    id,
    title,
  }));
}
const parcel = (by: string | null = userId) => ({
  data: {
    shipmentId: newId(),
    orderId,
    orderNumber: 'MH-7K2M9QXT',
    subOrderId: newId(),
    email: 'ann@example.test',
    userId: by,
  },
  ts: Date.parse('2026-03-01T10:00:00Z'),
});
const review = (productId: string) =>
  catalog.saveReview(
    { id: userId, name: 'Ann' },
    saveReviewInput.parse({ productId, rating: 5, title: 'A', body: 'B' }),
  );
const sent = () => [...mail.mails.values()];

test('asks once for each order, a week after it came, in the buyer’s language, for what is not reviewed', async () => {
  const [reviewed, open] = await bought(2);
  await review(reviewed?.id ?? '');
  const waits: Date[] = [];
  const steps = { ...twice, sleepUntil: async (_: string, time: Date) => void waits.push(time) };
  // Two parcels, each told of twice.
  const parcels = [parcel(), parcel()];
  for (const arrived of [...parcels, ...parcels]) await handleDelivered(dependencies, arrived, steps);
  expect(waits[0]).toEqual(new Date('2026-03-08T10:00:00Z'));
  expect(sent()).toHaveLength(1);
  const [{ subject, text, headers } = { subject: '', text: '', headers: {} }] = sent();
  expect(subject).toBe('Wie gefällt Ihnen, was Sie gekauft haben?');
  expect(text).toContain(`„${open?.title}“ bewerten`);
  expect(text).toMatch(/https:\/\/shop\.test\/de\/p\/[\w-]+#reviews/);
  expect(text).not.toContain(reviewed?.title);
  expect(headers).toHaveProperty('List-Unsubscribe');
});

test('asks nobody who reviewed everything, went, does not want it, or has no account', async () => {
  await bought(1);
  expect(await handleDelivered(dependencies, parcel(null), twice)).toEqual({ asked: false });
  expect(await handleDelivered(dependencies, parcel(newId()), twice)).toEqual({ asked: false });

  const off = { kind: 'reviews', channel: 'email', wanted: false } as const;
  await dependencies.notifications.setPreferences({ userId, sells: false }, { changes: [off] });
  await handleDelivered(dependencies, parcel(), twice);
  expect(sent()).toEqual([]);

  await dependencies.notifications.setPreferences({ userId, sells: false }, { changes: [{ ...off, wanted: true }] });
  orderId = newId();
  const [reviewed] = await bought(1);
  await review(reviewed?.id ?? '');
  expect(await handleDelivered(dependencies, parcel(), twice)).toEqual({ asked: false });
  expect(sent()).toEqual([]);
});
