import type { ProviderEvent } from '@mallhive/payments/ports';
import { z } from 'zod';
import type { Api } from './api.ts';
import { PayPalFault } from './fault.ts';
import { paymentIdIn } from './state.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** PayPal repeats for three days what was not taken. */
const oldestMs = 4 * 24 * 60 * 60 * 1000;
const aheadMs = 10 * 60 * 1000;

const signature = z.object({
  auth_algo: z.string().regex(/^[a-zA-Z0-9]{1,100}$/),
  cert_url: z.url().max(500),
  transmission_id: z.string().regex(/^[\w-]{1,50}$/),
  transmission_sig: z.string().regex(/^[A-Za-z0-9+/=]{1,500}$/),
  transmission_time: z.iso.datetime({ offset: true }).max(100),
});

const eventSchema = z.object({
  id: z.string().min(1).max(200),
  event_type: z.string().max(200),
  resource: z.looseObject({
    custom_id: z.string().optional(),
    id: z.string().max(100).optional(),
    status: z.string().max(40).optional(),
    purchase_units: z.array(z.looseObject({ custom_id: z.string().optional() })).optional(),
  }),
});

function signatureIn(headers: Headers, now: Date): z.output<typeof signature> | null {
  const given = signature.safeParse({
    auth_algo: headers['paypal-auth-algo'],
    cert_url: headers['paypal-cert-url'],
    transmission_id: headers['paypal-transmission-id'],
    transmission_sig: headers['paypal-transmission-sig'],
    transmission_time: headers['paypal-transmission-time'],
  });
  if (!given.success) return null;
  const age = now.getTime() - Date.parse(given.data.transmission_time);
  return age <= oldestMs && age >= -aheadMs ? given.data : null;
}

/** One JSON object, so that nothing of it can be taken for a field of the question it is put into. */
function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * PayPal itself verifies its signature, under each of the configured webhook ids (two during a rotation). The event goes
 * there byte for byte, since the signature is over its bytes. Throws when PayPal cannot be asked: then it sends again.
 */
export async function verifyWebhook(
  api: Api,
  webhookIds: readonly string[],
  rawBody: string,
  headers: Headers,
  now: Date,
): Promise<ProviderEvent | null> {
  const signed = signatureIn(headers, now);
  const body = signed && parsed(rawBody);
  if (!signed || !body) return null;
  for (const webhookId of webhookIds) {
    const question = JSON.stringify({ ...signed, webhook_id: webhookId });
    const request = `${question.slice(0, -1)},"webhook_event":${rawBody}}`;
    if (await isGenuine(api, request)) return eventOf(body);
  }
  return null;
}

async function isGenuine(api: Api, request: string): Promise<boolean> {
  try {
    const answer = await api.post('verifying a webhook', '/v1/notifications/verify-webhook-signature', request);
    return (answer as { verification_status?: unknown } | null)?.verification_status === 'SUCCESS';
  } catch (error) {
    // PayPal does not even understand it.
    if (error instanceof PayPalFault && (error.status === 400 || error.status === 422)) return false;
    throw error;
  }
}

/** An event says that something happened; where the payment stands now is asked for when it is processed. */
function eventOf(body: object): ProviderEvent {
  const { id, event_type: type, resource } = eventSchema.parse(body);
  const paymentId = paymentIdIn(resource.custom_id ?? resource.purchase_units?.[0]?.custom_id);
  // Of a refund only that it did not arrive is news: it was taken when it was asked for.
  if (/^PAYMENT\.REFUND\./.test(type)) {
    const { id: refundRef, status } = resource;
    const isLost = refundRef !== undefined && (status === 'FAILED' || status === 'CANCELLED');
    return { id, type, paymentId: null, state: null, ...(isLost && { lostRefund: { refundRef, reason: status } }) };
  }
  const ours = /^(CHECKOUT\.ORDER|PAYMENT\.(AUTHORIZATION|CAPTURE))\./.test(type);
  return { id, type, paymentId: ours && z.uuid().safeParse(paymentId).success ? paymentId : null, state: null };
}
