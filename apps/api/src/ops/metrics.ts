import { Counter, createRegistry, durationBuckets, Gauge, Histogram } from '@mallhive/observability';
import type { Context } from '@mallhive/trpc';
import type { FastifyInstance } from 'fastify';
import type { OutboxTable } from '../outbox/outbox-table.ts';
import type { PublicCache } from '../trpc/public-cache.ts';

export interface MetricSources {
  pool: { totalCount: number; idleCount: number; waitingCount: number };
  cache: PublicCache;
  outbox: OutboxTable;
  business: { registry: { metrics(): Promise<string> } };
}

/** `/metrics` in Prometheus' format. */
export function createMetrics({ pool, cache, outbox, business }: MetricSources) {
  const registry = createRegistry('api');
  const registers = [registry];
  const procedures = new Histogram({
    name: 'mallhive_procedure_duration_seconds',
    help: 'Duration of tRPC procedures, without transport',
    labelNames: ['procedure', 'outcome'],
    buckets: durationBuckets,
    registers,
  });
  const requests = new Histogram({
    name: 'mallhive_http_request_duration_seconds',
    help: 'Duration of HTTP requests by route; answers from the public cache are counted there',
    labelNames: ['route', 'method', 'status'],
    buckets: durationBuckets,
    registers,
  });
  new Gauge({
    name: 'mallhive_db_connections',
    help: 'Connections of the pool by state',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'open' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  new Gauge({
    name: 'mallhive_public_cache_entries',
    help: 'Answers kept in memory',
    registers,
    collect() {
      this.set(cache.size);
    },
  });
  new Counter({
    name: 'mallhive_public_cache_requests_total',
    help: 'tRPC reads by whether the public cache answered them',
    labelNames: ['result'],
    registers,
    collect() {
      this.reset();
      this.inc({ result: 'hit' }, cache.counts.hits);
      this.inc({ result: 'miss' }, cache.counts.misses);
      this.inc({ result: 'dropped' }, cache.counts.dropped);
    },
  });
  new Gauge({
    name: 'mallhive_outbox_waiting',
    help: 'Events not yet handed to Inngest',
    labelNames: ['domain'],
    registers,
    async collect() {
      for (const { domain, waiting } of await outbox.lag()) this.set({ domain }, waiting);
    },
  });
  new Gauge({
    name: 'mallhive_outbox_lag_seconds',
    help: 'Age of the oldest event not yet handed to Inngest',
    labelNames: ['domain'],
    registers,
    async collect() {
      for (const { domain, seconds } of await outbox.lag()) this.set({ domain }, seconds);
    },
  });

  const onProcedure: NonNullable<Context['onProcedure']> = ({ path, outcome, seconds }) =>
    procedures.observe({ procedure: path, outcome }, seconds);

  return {
    onProcedure,
    register(app: FastifyInstance): void {
      app.addHook('onResponse', async (request, reply) => {
        const route = request.routeOptions.url ?? 'none';
        requests.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000);
      });
      app.get('/metrics', { logLevel: 'warn' }, async (_request, reply) =>
        reply.type(registry.contentType).send(`${await registry.metrics()}\n${await business.registry.metrics()}`),
      );
    },
  };
}
