import { randomBytes } from 'node:crypto';
import { type Answer, refusal, unauthorised } from './answers.ts';
import type { createOrders } from './orders.ts';
import type { createPayments } from './payments.ts';
import { createRequests } from './requests.ts';
import type { Views } from './views.ts';
import type { createWebhooks } from './webhooks.ts';

export interface Call {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

interface Parts {
  clientId: string;
  clientSecret: string;
  orders: ReturnType<typeof createOrders>;
  payments: ReturnType<typeof createPayments>;
  views: Views;
  webhooks: ReturnType<typeof createWebhooks>;
}

type Json = Record<string, unknown>;
type Resource = { id: string; status: string; links: object[] };

/** PayPal's REST addresses, as far as a shop needs them. */
export function createRoutes({ clientId, clientSecret, orders, payments, views, webhooks }: Parts) {
  const tokens = new Set<string>();
  const once = createRequests();

  function token({ headers, body }: Call): Answer {
    const given = headers.authorization?.replace(/^Basic /, '') ?? '';
    const expected = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    if (given !== expected) throw unauthorised('invalid_client');
    if (new URLSearchParams(body).get('grant_type') !== 'client_credentials') throw refusal(400);
    const accessToken = `A21AA${randomBytes(24).toString('base64url')}`;
    tokens.add(accessToken);
    const scope = 'https://uri.paypal.com/services/payments/payment/authcapture';
    return {
      status: 200,
      body: { scope, access_token: accessToken, token_type: 'Bearer', app_id: 'APP-FAKE', expires_in: 32_400 },
    };
  }

  function parsed(body: string): Json {
    try {
      return JSON.parse(body || '{}') as Json;
    } catch {
      throw refusal(400, 'MALFORMED_REQUEST_JSON');
    }
  }

  async function route(call: Call): Promise<Answer> {
    const { method, path, headers, body } = call;
    const [, id = '', action = ''] = /^\/v2\/[a-z]+\/[a-z]+\/([A-Z0-9]+)(?:\/([\w-]+))?$/.exec(path) ?? [];
    const whole = headers.prefer === 'return=representation';
    const shown = (view: Resource) => (whole ? view : views.minimal(view));
    const does = (status: number, act: () => () => Resource) =>
      once(`${method} ${path}`, headers['paypal-request-id'], async () => {
        const look = act();
        return () => ({ status, body: shown(look()) });
      });

    if (path === '/v1/notifications/verify-webhook-signature') return { status: 200, body: webhooks.verify(body) };
    if (method === 'POST' && path === '/v2/checkout/orders') {
      const asked = parsed(body);
      if (asked.payment_source && !headers['paypal-request-id']) throw refusal(400, 'PAYPAL_REQUEST_ID_REQUIRED');
      return does(asked.payment_source ? 200 : 201, () => {
        const order = orders.create(asked);
        return () => views.order(order);
      });
    }
    if (path.startsWith('/v2/checkout/orders/')) {
      if (method === 'GET' && !action) return { status: 200, body: views.order(orders.known(id)) };
      if (method === 'PATCH' && !action) {
        orders.patch(id, parsed(body) as unknown as Json[]);
        return { status: 204, body: null };
      }
      if (method === 'POST' && action === 'confirm-payment-source') {
        return { status: 200, body: shown(views.order(orders.confirm(id, parsed(body)))) };
      }
      if (method === 'POST' && action === 'authorize') {
        return does(201, () => {
          const order = orders.authorize(id);
          return () => views.order(order);
        });
      }
    }
    if (path.startsWith('/v2/payments/authorizations/')) {
      if (method === 'GET' && !action) return { status: 200, body: views.authorization(payments.authorization(id)) };
      if (method === 'POST' && action === 'capture') {
        return does(201, () => {
          const capture = payments.capture(id, parsed(body));
          return () => views.capture(capture);
        });
      }
      if (method === 'POST' && action === 'void') {
        const answer = await does(200, () => {
          const voided = payments.void(id);
          return () => views.authorization(voided);
        });
        return whole ? answer : { status: 204, body: null };
      }
    }
    if (path.startsWith('/v2/payments/captures/')) {
      if (method === 'GET' && !action) return { status: 200, body: views.capture(payments.captured(id)) };
      if (method === 'POST' && action === 'refund') {
        return does(201, () => {
          const refund = payments.refund(id, parsed(body));
          return () => views.refund(refund);
        });
      }
    }
    if (method === 'GET' && path.startsWith('/v2/payments/refunds/'))
      return { status: 200, body: views.refund(payments.refunded(id)) };
    throw refusal(404);
  }

  return {
    async answer(call: Call): Promise<Answer> {
      if (call.method === 'POST' && call.path === '/v1/oauth2/token') return token(call);
      const bearer = call.headers.authorization?.replace(/^Bearer /, '') ?? '';
      if (!tokens.has(bearer)) throw unauthorised('invalid_token');
      return route(call);
    },
    /** As after a rotation of the secret, or nine hours. */
    revokeTokens: (): void => tokens.clear(),
  };
}
