import type { z } from 'zod';
import type { deliverySchema, webhookSchema } from './contract.ts';
import type { DeliveryRow } from './delivery-log.repository.ts';
import type { Endpoint } from './endpoint.repository.ts';

/** Without its secrets. */
export function endpointView(endpoint: Endpoint, now: Date): z.output<typeof webhookSchema> {
  const { id, url, description, events, status, disabledReason, failingSince, previousUntil, createdAt } = endpoint;
  return {
    ...{ id, url, description, events, status, disabledReason },
    failingSince: failingSince?.toISOString() ?? null,
    previousSecretUntil: previousUntil && previousUntil > now ? previousUntil.toISOString() : null,
    createdAt: createdAt.toISOString(),
  };
}

export function deliveryView(row: DeliveryRow): z.output<typeof deliverySchema> {
  const { id, type, status, attempts, lastStatus, problem, createdAt, settledAt, nextAt } = row;
  return {
    ...{ id, type, status, attempts, lastStatus, problem },
    createdAt: createdAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
    nextAt: nextAt?.toISOString() ?? null,
  };
}
