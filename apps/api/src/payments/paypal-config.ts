import { z } from 'zod';

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** All of the first three, or PayPal is not offered. */
export const paypalVariables = {
  PAYPAL_CLIENT_ID: z.string().min(1).optional(),
  PAYPAL_CLIENT_SECRET: z.string().min(1).optional(),
  PAYPAL_WEBHOOK_ID: z
    .string()
    .regex(
      /^[A-Za-z0-9]{1,50}(\s*,\s*[A-Za-z0-9]{1,50})?$/,
      'must be one webhook id, or two with a comma during a rotation',
    )
    .optional(),
  PAYPAL_ENVIRONMENT: z.enum(['sandbox', 'live'], { error: 'must be sandbox or live' }).default('sandbox'),
  // Credentials go there: in the clear only within this machine.
  PAYPAL_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .refine((url) => new URL(url).protocol === 'https:' || loopback.includes(new URL(url).hostname), {
      error: 'must begin with https://',
    })
    .optional(),
};

export interface PayPalConfig {
  clientId: string;
  clientSecret: string;
  /** The current one, then the one of before. */
  webhookIds: string[];
  environment: 'sandbox' | 'live';
  apiUrl: string | undefined;
}

const variables = z.object(paypalVariables);

/** Null: not offered. A text says which variable is missing. */
export function paypalConfig(values: z.output<typeof variables>): PayPalConfig | string | null {
  const { PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET, PAYPAL_WEBHOOK_ID } = values;
  const needed = { PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET, PAYPAL_WEBHOOK_ID };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === Object.keys(needed).length) return null;
  if (!PAYPAL_CLIENT_ID || !PAYPAL_CLIENT_SECRET || !PAYPAL_WEBHOOK_ID)
    return `${missing.join(' and ')} is missing. PayPal needs it beside the others; unset all PAYPAL_ variables to do without PayPal.`;
  return {
    clientId: PAYPAL_CLIENT_ID,
    clientSecret: PAYPAL_CLIENT_SECRET,
    webhookIds: PAYPAL_WEBHOOK_ID.split(',').map((id) => id.trim()),
    environment: values.PAYPAL_ENVIRONMENT,
    apiUrl: values.PAYPAL_API_URL,
  };
}
