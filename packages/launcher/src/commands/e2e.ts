import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startLocalStripe } from '@mallhive/testing/localstripe';
import { startPayPal } from '@mallhive/testing/paypal';
import { root } from '../../bootstrap/prepare.mjs';
import { say } from '../../bootstrap/say.mjs';
import { readConfig } from '../config.ts';
import { stopLeftovers } from '../leftovers.ts';
import { runUntilSignal } from '../run-until-signal.ts';
import { startStack } from '../stack.ts';

/** The shop that the browser tests drive: production builds, fresh demo data, ports of its own. Started by Playwright. */
export default async function e2e(): Promise<number> {
  const dataDir = path.join(root, '.mallhive', 'e2e');
  await stopLeftovers(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const config = readConfig({
    PORT_BASE: process.env.E2E_PORT_BASE ?? '4100',
    MALLHIVE_DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_shop',
  });
  // All browsers of a run come from one machine; the limits of an account stay.
  config.environment.AUTH_ADDRESS_LIMIT_FACTOR = '50';
  // The test of payouts does not wait two weeks.
  config.environment.PAYOUT_HOLD_DAYS = '0';
  // The test of sign-in with outside accounts starts this issuer.
  Object.assign(config.environment, {
    AUTH_OIDC_ID: 'mallhive',
    AUTH_OIDC_SECRET: 'issuer secret',
    AUTH_OIDC_ISSUER: `http://127.0.0.1:${config.portBase + 40}`,
    AUTH_OIDC_NAME: 'Example ID',
  });
  const paypal = await startPayPal({
    port: config.portBase + 41,
    webhooks: [{ id: 'BROWSERTESTS', url: `http://127.0.0.1:${config.port('api')}/webhooks/paypal` }],
  });
  Object.assign(config.environment, {
    PAYPAL_CLIENT_ID: paypal.clientId,
    PAYPAL_CLIENT_SECRET: paypal.clientSecret,
    PAYPAL_WEBHOOK_ID: 'BROWSERTESTS',
    PAYPAL_API_URL: paypal.url,
  });
  const stripe = await startLocalStripe(config.portBase + 42);
  await stripe.sendWebhooksTo(`http://127.0.0.1:${config.port('api')}/webhooks/stripe`, 'whsec_browsertests');
  Object.assign(config.environment, {
    STRIPE_SECRET_KEY: 'sk_test_shop',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_shop',
    STRIPE_WEBHOOK_SECRET: 'whsec_browsertests',
    STRIPE_API_URL: stripe.url,
    TEST_PAYMENTS: 'on',
  });
  try {
    return await runUntilSignal(
      () => startStack(config, { mode: 'start', seed: true, onNotice: (message) => say.note(message) }),
      async () => {},
    );
  } finally {
    // Else a shop that did not start would leave this process waiting.
    await Promise.all([stripe.stop(), paypal.close()]);
  }
}
