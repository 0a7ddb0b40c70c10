import { createTestDatabase } from '@mallhive/db/testing';
import { describeCartStore } from './cart-store.contract.ts';

describeCartStore('PostgreSQL', async () => {
  const test = await createTestDatabase();
  return { db: test.db, close: () => test.close() };
});
