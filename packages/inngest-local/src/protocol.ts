import { z } from 'zod';

const concurrencySchema = z.object({
  limit: z.number(),
  key: z.string().optional(),
  scope: z.enum(['fn', 'env', 'account']).optional(),
});
export type Concurrency = z.infer<typeof concurrencySchema>;

/** A function as the SDK registers it. Unknown members are dropped: a newer SDK may send more. */
export const functionConfigSchema = z.object({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(
    z.object({ event: z.string().optional(), expression: z.string().nullish(), cron: z.string().optional() }),
  ),
  steps: z.record(
    z.string(),
    z.object({
      retries: z.object({ attempts: z.number().optional() }).optional(),
      runtime: z.object({ url: z.string() }),
    }),
  ),
  idempotency: z.string().optional(),
  batchEvents: z
    .object({ maxSize: z.number(), timeout: z.string(), key: z.string().optional(), if: z.string().optional() })
    .optional(),
  rateLimit: z.object({ key: z.string().optional(), limit: z.number(), period: z.string() }).optional(),
  throttle: z
    .object({ key: z.string().optional(), limit: z.number(), period: z.string(), burst: z.number().optional() })
    .optional(),
  debounce: z.object({ key: z.string().optional(), period: z.string(), timeout: z.string().optional() }).optional(),
  singleton: z.object({ key: z.string().optional(), mode: z.enum(['skip', 'cancel']) }).optional(),
  priority: z.object({ run: z.string().optional() }).optional(),
  timeouts: z.object({ start: z.string().optional(), finish: z.string().optional() }).optional(),
  cancel: z
    .array(z.object({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }))
    .optional(),
  concurrency: z.union([z.number(), concurrencySchema, z.array(concurrencySchema)]).optional(),
});
export type FunctionConfig = z.infer<typeof functionConfigSchema>;

/** What an app answers to a sync (in band) or sends to `/fn/register` (out of band). */
export const registrationSchema = z.object({
  functions: z.array(functionConfigSchema),
  sdk: z.string().optional(),
  framework: z.string().optional(),
  app_id: z.string().optional(),
  appName: z.string().optional(),
  url: z.string().optional(),
});
export type Registration = z.infer<typeof registrationSchema>;

const eventSchema = z.object({
  id: z.string().optional(),
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().optional(),
  v: z.string().optional(),
  user: z.record(z.string(), z.unknown()).optional(),
  meta: z.unknown().optional(),
});
/** One event or a list of them. */
export const eventsBodySchema = z.preprocess((body) => (Array.isArray(body) ? body : [body]), z.array(eventSchema));

/** An event as functions see it. */
export interface EventPayload {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  v?: string;
  user?: Record<string, unknown>;
}

export const operationSchema = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  timing: z.unknown().optional(),
});
export type Operation = z.infer<typeof operationSchema>;

/** The SDK names the end of the function body by this hash of `complete`. */
export const completeStepId = '0737c22d3bfae812339732d14d8c7dbd6dc4e09c';

export const internalEvents = {
  failed: 'inngest/function.failed',
  finished: 'inngest/function.finished',
  cancelled: 'inngest/function.cancelled',
  invoked: 'inngest/function.invoked',
  cron: 'inngest/scheduled.timer',
} as const;

export interface FunctionError {
  name: string;
  message: string;
  stack?: string;
  [member: string]: unknown;
}

/** Whatever an app threw, in the shape that the SDK can rebuild. */
export function toFunctionError(value: unknown): FunctionError {
  if (typeof value === 'object' && value !== null) {
    const members = value as Record<string, unknown>;
    const message = members.message ?? members.error;
    return {
      ...members,
      name: typeof members.name === 'string' ? members.name : 'Error',
      message: typeof message === 'string' ? message : JSON.stringify(value),
    };
  }
  return { name: 'Error', message: typeof value === 'string' ? value : JSON.stringify(value ?? 'Unknown error') };
}
