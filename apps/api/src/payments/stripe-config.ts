import { z } from 'zod';

const loopback = ['127.0.0.1', 'localhost', '[::1]'];
const signingSecrets = /^whsec_\w+(\s*,\s*whsec_\w+)?$/;

/** All of the first three, or Stripe is not offered. */
export const stripeVariables = {
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_\w+$/, 'must be a secret key: it begins with sk_ or rk_')
    .optional(),
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_\w+$/, 'must be a publishable key: it begins with pk_')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(signingSecrets, 'must be a signing secret (whsec_…), or two with a comma during a rotation')
    .optional(),
  // The secret key goes there: in the clear only within this machine.
  STRIPE_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .refine((url) => new URL(url).protocol === 'https:' || loopback.includes(new URL(url).hostname), {
      error: 'must begin with https://',
    })
    .optional(),
};

export interface StripeConfig {
  secretKey: string;
  publishableKey: string;
  /** The current one, then the one of before. */
  webhookSecrets: string[];
  apiUrl: string | undefined;
}

const variables = z.object(stripeVariables);
const isLive = (key: string) => key.includes('_live_');

/** Null: not offered. A text says which variable is wrong. */
export function stripeConfig(values: z.output<typeof variables>): StripeConfig | string | null {
  const { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET } = values;
  const needed = { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === Object.keys(needed).length) return null;
  if (!STRIPE_SECRET_KEY || !STRIPE_PUBLISHABLE_KEY || !STRIPE_WEBHOOK_SECRET)
    return `${missing.join(' and ')} is missing. Stripe needs it beside the others; unset all STRIPE_ variables to do without Stripe.`;
  if (isLive(STRIPE_SECRET_KEY) !== isLive(STRIPE_PUBLISHABLE_KEY))
    return 'STRIPE_PUBLISHABLE_KEY is not of the same mode as STRIPE_SECRET_KEY: one is for tests and one is live.';
  return {
    secretKey: STRIPE_SECRET_KEY,
    publishableKey: STRIPE_PUBLISHABLE_KEY,
    webhookSecrets: STRIPE_WEBHOOK_SECRET.split(',').map((secret) => secret.trim()),
    apiUrl: values.STRIPE_API_URL,
  };
}
