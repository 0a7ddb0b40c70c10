import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, Refusal } from './answers.ts';
import { approvalPage, gonePage, returnAddress } from './approval-page.ts';
import { createBooks, type Funding } from './books.ts';
import { createFaults } from './faults.ts';
import { createOrders } from './orders.ts';
import { createPayments } from './payments.ts';
import { createRoutes } from './routes.ts';
import { createViews } from './views.ts';
import { createWebhooks, type Webhook } from './webhooks.ts';

export interface PayPalOptions {
  /** 0 takes a free one. */
  port?: number;
  clientId?: string;
  clientSecret?: string;
  webhooks?: readonly Webhook[];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const fundings: readonly string[] = ['works', 'declined', 'in_review'] satisfies Funding[];

/**
 * PayPal on loopback, for tests: OAuth, Orders v2, authorisations, captures, refunds, signed webhooks with a verification
 * that is real, an approval page, and faults on demand. It keeps everything in memory.
 */
export async function startPayPal(options: PayPalOptions = {}) {
  const { clientId = 'fake-client', clientSecret = `fake-secret-${randomBytes(8).toString('hex')}` } = options;
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const books = createBooks();
  const views = createViews(books, url);
  const webhooks = createWebhooks(() => url);
  for (const webhook of options.webhooks ?? []) webhooks.register(webhook);
  const orders = createOrders(books, views, webhooks.tell);
  const payments = createPayments(books, views, webhooks.tell);
  const faults = createFaults();
  const routes = createRoutes({ clientId, clientSecret, orders, payments, views, webhooks });
  const calls: { request: string; requestId: string | undefined }[] = [];

  function show(response: ServerResponse, status: number, body: string): void {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body);
  }

  async function shopper(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const order = books.orders.get(new URL(request.url ?? '', url).searchParams.get('token') ?? '');
    if (!order || order.status === 'COMPLETED') return show(response, 404, gonePage());
    if (request.method !== 'POST') return show(response, 200, approvalPage(order));
    const outcome = new URLSearchParams(await bodyOf(request)).get('outcome') ?? '';
    const approved = fundings.includes(outcome);
    if (approved) orders.approve(order.id, outcome as Funding);
    const target = approved ? order.returnUrl : order.cancelUrl;
    if (!target) return show(response, 200, gonePage());
    response.writeHead(303, { location: returnAddress(target, order, approved) }).end();
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request;
    const { pathname: path } = new URL(request.url ?? '/', url);
    if (path === '/checkoutnow') return shopper(request, response);
    const debugId = randomBytes(7).toString('hex').slice(0, 13);
    let answer: Answer;
    let lost: string | null = null;
    try {
      const body = await bodyOf(request);
      const headers = request.headers as Record<string, string | undefined>;
      calls.push({ request: `${method} ${path}`, requestId: headers['paypal-request-id'] });
      lost = await faults.before(`${method} ${path}`);
      if (lost === 'lost_request') return void request.socket.destroy();
      answer = await routes.answer({ method, path, headers, body });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer = { status: error.status, body: { ...error.body, debug_id: debugId } };
    }
    if (lost === 'lost_answer') return void request.socket.destroy();
    const text = answer.body === null ? '' : JSON.stringify(answer.body);
    response.writeHead(answer.status, { 'content-type': 'application/json', 'paypal-debug-id': debugId }).end(text);
  }

  return {
    url,
    clientId,
    clientSecret,
    books,
    webhooks,
    faults,
    /** Every request so far: `POST /v2/checkout/orders`, with its `PayPal-Request-Id`. */
    calls,
    revokeTokens: routes.revokeTokens,
    /** As the shopper on the approval page does, without a browser. */
    approve: (orderId: string, funding: Funding = 'works') => void orders.approve(orderId, funding),
    review: payments.review,
    async close(): Promise<void> {
      await webhooks.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type PayPalServer = Awaited<ReturnType<typeof startPayPal>>;
