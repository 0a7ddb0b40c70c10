import { Client, Environment, type OAuthToken, OrdersController, PaymentsController } from '@paypal/paypal-server-sdk';
import { faultOf, issuesOf, PayPalFault } from './fault.ts';

export interface ApiOptions {
  clientId: string;
  clientSecret: string;
  environment: 'sandbox' | 'live';
  /** In place of PayPal's own address, for tests. */
  apiUrl?: string | undefined;
  /** How long one try may take. */
  timeoutMs?: number | undefined;
  /** How often a call is tried again, and how long after the first try; the pauses double. */
  patience?: { retries: number; firstPauseMs: number } | undefined;
}

const addresses = { sandbox: 'https://api-m.sandbox.paypal.com', live: 'https://api-m.paypal.com' } as const;

/**
 * Every POST carries a request id, so each may be sent again after a timeout, a fault or while its twin is still running
 * (409): PayPal answers what the first did.
 */
const retryable = {
  retryOnTimeout: true,
  maximumRetryWaitTime: 5,
  backoffFactor: 2,
  httpStatusCodesToRetry: [408, 409, 429, 500, 502, 503, 504],
  httpMethodsToRetry: ['GET', 'POST', 'PATCH'] as ('GET' | 'POST' | 'PATCH')[],
};
const usual = { retries: 4, firstPauseMs: 150 };

interface Controllers {
  orders: OrdersController;
  payments: PaymentsController;
  fetchToken(): Promise<OAuthToken>;
}

/** PayPal's SDK with one token for all, a new one when PayPal no longer takes it, and errors that tell no secret. */
export function createApi(options: ApiOptions) {
  const { clientId, clientSecret, environment, apiUrl, timeoutMs = 8_000, patience = usual } = options;
  const official = addresses[environment];
  const address = apiUrl ?? official;
  let token: Promise<OAuthToken> | null = null;

  class AddressedClient extends Client {
    override getRequestBuilderFactory(): ReturnType<Client['getRequestBuilderFactory']> {
      const make = super.getRequestBuilderFactory();
      return (...args) => {
        const builder = make(...args);
        if (address !== official) {
          builder.interceptRequest((request) => ({ ...request, url: request.url.replace(official, address) }));
        }
        return builder;
      };
    }
  }

  function connect(): Controllers {
    const client = new AddressedClient({
      environment: environment === 'live' ? Environment.Production : Environment.Sandbox,
      timeout: timeoutMs,
      clientCredentialsAuthCredentials: {
        oAuthClientId: clientId,
        oAuthClientSecret: clientSecret,
        oAuthTokenProvider: () => currentToken(),
      },
      httpClientOptions: {
        timeout: timeoutMs,
        retryConfig: {
          ...retryable,
          maxNumberOfRetries: patience.retries,
          retryInterval: patience.firstPauseMs / 1_000,
        },
      },
    });
    return {
      orders: new OrdersController(client),
      payments: new PaymentsController(client),
      fetchToken: () => client.clientCredentialsAuthManager.fetchToken(),
    };
  }
  let controllers = connect();

  function currentToken(): Promise<OAuthToken> {
    token ??= controllers.fetchToken().catch((error: unknown) => {
      token = null;
      throw faultOf(error, 'signing in');
    });
    return token;
  }

  /** The SDK keeps a token, and also the failure to get one, as long as it lives. */
  function startOver(): void {
    token = null;
    controllers = connect();
  }

  async function call<Result>(
    what: string,
    act: (api: Controllers) => Promise<{ result: Result }>,
    again = true,
  ): Promise<Result> {
    const before = controllers;
    try {
      return (await act(before)).result;
    } catch (error) {
      const fault = faultOf(error, what);
      const signedOut = fault.status === 401 || fault.message.startsWith('PayPal, signing in');
      if (signedOut && controllers === before) startOver();
      if (fault.status === 401 && again) return call(what, act, false);
      throw fault;
    }
  }

  /** An address of PayPal's that the SDK does not know. `body` goes out as it is. */
  async function post(what: string, path: string, body: string, again = true): Promise<unknown> {
    const { accessToken } = await currentToken();
    const answer = await fetch(new URL(path, address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw faultOf(error, what);
    });
    const said: unknown = await answer.json().catch(() => null);
    if (answer.ok) return said;
    if (answer.status === 401 && again) {
      startOver();
      return post(what, path, body, false);
    }
    throw new PayPalFault(what, answer.status, issuesOf(said), answer.headers.get('paypal-debug-id'));
  }

  return {
    call,
    post,
    /** Signs in, whatever was known before. Throws PayPalFault; its status 401 means that the keys are wrong. */
    async signIn(): Promise<void> {
      startOver();
      await currentToken();
    },
  };
}
export type Api = ReturnType<typeof createApi>;
