import { createRedisCarts, type RedisCartsOptions } from '@mallhive/adapter-redis-carts';
import type { Logger } from '@mallhive/observability';

/** Carts of `REDIS_URL`, and words for the log about what becomes of them. Connects when the first cart is asked for. */
export function cartsInRedis(url: string, logger: Logger) {
  const opened: { disconnect(): Promise<void> }[] = [];
  const onState: RedisCartsOptions['onState'] = (state, { error, kept }) => {
    if (state === 'lost')
      logger.error({ error }, 'Redis does not answer: carts cannot be shown or changed until it does');
    else if (kept === false)
      logger.warn({}, 'Carts are in Redis, and are gone when it restarts: its `appendonly` is off');
    else logger.info({}, 'Carts are in Redis');
  };
  return {
    open(needs: Pick<RedisCartsOptions, 'offers' | 'limits'>) {
      const carts = createRedisCarts({ ...needs, url, onState });
      opened.push(carts);
      return carts;
    },
    close: async () => {
      for (const carts of opened) await carts.disconnect();
    },
  };
}
