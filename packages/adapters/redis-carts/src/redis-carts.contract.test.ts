import { describeCartStore } from '@mallhive/cart/testing/cart-store-contract';
import { createTestDatabase } from '@mallhive/db/testing';
import { startRedis } from '@mallhive/testing/redis';
import { createRedisCarts } from './index.ts';

describeCartStore('Redis', async () => {
  const [test, server] = await Promise.all([createTestDatabase(), startRedis()]);
  const open: { disconnect(): Promise<void> }[] = [];
  return {
    db: test.db,
    carts: (needs) => {
      const carts = createRedisCarts({ ...needs, url: server.url, onState: () => undefined });
      open.push(carts);
      return carts;
    },
    async close() {
      for (const carts of open) await carts.disconnect();
      await server.stop();
      await test.close();
    },
  };
});
