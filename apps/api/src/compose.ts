import { hkdfSync } from 'node:crypto';
import path from 'node:path';
import { printInvoice, printStatement } from '@mallhive/adapter-documents-pdf';
import { createMailbox } from '@mallhive/adapter-mailbox';
import { createLocalStorage } from '@mallhive/adapter-media-local';
import { createS3Storage } from '@mallhive/adapter-media-s3';
import { createOpenSearchIndex } from '@mallhive/adapter-opensearch';
import { createPayPal } from '@mallhive/adapter-paypal';
import { createPublicFetcher, createWebhookSender } from '@mallhive/adapter-public-fetch';
import { createMemoryRateLimiter, createRedisRateLimiter } from '@mallhive/adapter-rate-limits';
import { createStripePayments } from '@mallhive/adapter-stripe';
import { createTestPayments } from '@mallhive/adapter-test-payments';
import { createAnalytics } from '@mallhive/analytics';
import { createCart } from '@mallhive/cart';
import { createCatalog } from '@mallhive/catalog';
import { createDatabase } from '@mallhive/db';
import { createIdentity } from '@mallhive/identity';
import { type Clock, systemClock } from '@mallhive/kernel';
import { createNotifications } from '@mallhive/notifications';
import { createLogger } from '@mallhive/observability';
import { createOrders } from '@mallhive/orders';
import { homeCountry } from '@mallhive/orders/contract';
import { createPayments } from '@mallhive/payments';
import type { CardProvider } from '@mallhive/payments/ports';
import { createSearch } from '@mallhive/search';
import { createFunctions } from '@mallhive/workflows';
import { createAuditSources } from './audit-sources.ts';
import { accountLink } from './auth/account-link.ts';
import { createAws } from './aws/aws.ts';
import { cartsInRedis } from './carts-in-redis.ts';
import { createChannels } from './channels/channels.ts';
import type { Config } from './config.ts';
import { createInngest } from './inngest/client.ts';
import { createMasterKey } from './master-key.ts';
import { createMedia, createMediaStore, createPictureChecker } from './media/index.ts';
import { createMeter } from './ops/business/meter.ts';
import { createBusinessRegistry } from './ops/business/metrics.ts';
import { createPreparedQuery } from './prepared-query.ts';

export interface ComposeOptions {
  /** Called with every SQL statement, for benchmarks and tests. */
  onStatement?: (text: string) => void;
  /** Time as the money path sees it (carts, payments, orders, messages); for tests that move it. */
  clock?: Clock;
  /** Stands between us and the test provider; for tests in which it is slow, fails, or succeeds without an answer. */
  wrapTestProvider?: (provider: CardProvider) => CardProvider;
}

/** One secret in the environment, a different key for each purpose. */
function derivedSecret(secret: string, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', `mallhive ${purpose}`, 32)).toString('hex');
}

/**
 * Database, adapters and domains, wired. Used by the server and by every operation (seed, import), so that both go
 * through the same rules. Opens no connection and starts nothing by itself.
 */
export function compose(config: Config, options: ComposeOptions = {}) {
  const { currency } = config;
  const { clock = systemClock, wrapTestProvider = (provider) => provider } = options;
  const logger = createLogger({ name: 'api', level: config.logLevel, buffered: config.production });
  const db = createDatabase({
    url: config.databaseUrl,
    applicationName: 'mallhive-api',
    maximumConnections: config.databaseConnections,
    onError: (error) => logger.warn({ error }, 'a database connection broke'),
    onStatement: options.onStatement,
  });

  // The simulated outside systems keep their own books in the same server, behind plain SQL.
  const query = createPreparedQuery(db);
  const mailbox = createMailbox({ query });
  const testPayments = createTestPayments({
    query,
    webhookUrl: `${config.apiUrl}/webhooks/test`,
    webhookSecrets: [config.testPaymentsSecret],
    returnOrigins: config.trustedOrigins,
    logger: logger.child({ component: 'test-payments' }),
  });

  const redisLimiter = config.redisUrl
    ? createRedisRateLimiter({
        url: config.redisUrl,
        onState: (state, error) =>
          state === 'lost'
            ? logger.warn({ error }, 'Redis does not answer: rate limits count in this process until it does')
            : logger.info('Redis answers again'),
      })
    : null;
  const rateLimiter = redisLimiter ?? createMemoryRateLimiter();

  const identity = createIdentity({
    db,
    master: createMasterKey(config),
    auditSources: createAuditSources(db),
    otherSeals: () => [payments.payouts.seals, notifications.webhooks.seals],
    secret: derivedSecret(config.sessionSecret, 'proofs of identity'),
    limiter: rateLimiter,
    limitFactor: config.authLimitFactor,
    addressLimitFactor: config.authAddressLimitFactor,
    issuer: config.apiUrl,
  });
  const bucket = config.mediaS3 ? createS3Storage(config.mediaS3) : null;
  const storage = bucket ?? createLocalStorage(path.join(config.dataDir, 'media'));
  // What pages say of tax: of the country that checkout begins with. They do without when it cannot be read.
  const taxIncluded = () => payments.rates.taxIncluded(homeCountry).catch((): null => null);
  const catalog = createCatalog({
    db,
    currency,
    taxIncluded,
    people: identity,
    media: { storage, pictures: createPictureChecker(), fetcher: createPublicFetcher() },
  });
  const redisCarts = config.redisUrl ? cartsInRedis(config.redisUrl, logger) : null;
  const cart = createCart({
    db,
    variants: catalog,
    currency,
    limiter: rateLimiter,
    clock,
    taxIncluded,
    carts: redisCarts?.open,
    linkSecret: derivedSecret(config.internalSecret, 'cart links'),
  });
  const figures = createBusinessRegistry();
  const meter = createMeter(figures);
  const aws = createAws(config.aws);
  const search = createSearch({
    db,
    source: catalog,
    currency,
    index: config.openSearch && createOpenSearchIndex(config.openSearch),
    recommender: aws.recommender && meter.recommender(aws.recommender),
    limiter: rateLimiter,
    logger: logger.child({ component: 'search' }),
  });
  const analytics = createAnalytics({ db, owners: catalog, currency, sinks: aws.sinks.map(meter.sink) });
  const paypal =
    config.paypal && createPayPal({ ...config.paypal, returnOrigins: config.trustedOrigins, brand: 'MallHive' });
  const testProvider = wrapTestProvider(testPayments.provider);
  const stripe = config.stripe && createStripePayments({ ...config.stripe, returnOrigins: config.trustedOrigins });
  const payments = createPayments({
    db,
    clock,
    providers: [testProvider, ...(stripe ? [stripe.provider] : []), ...(paypal ? [paypal.provider] : [])],
    retired: config.testPayments ? [] : [testProvider.code],
    cards: testProvider,
    // Orders need payments and payments tell orders: the second way is looked up when it is used.
    orders: {
      awaitsPayment: (input) => orders.awaitsPayment(input),
      paymentCaptured: (input) => orders.completePayment(input),
    },
    giftCardSecret: derivedSecret(config.internalSecret, 'gift card codes'),
    people: { byEmail: identity.contactByEmail },
    limiter: rateLimiter,
    fees: config.paymentFees,
    holdDays: config.payoutHoldDays,
    sellers: {
      secrets: identity.secrets,
      names: async (ids) =>
        new Map((await identity.sellerProfiles([...ids])).map(({ sellerId, name }) => [sellerId, name])),
      print: printStatement,
    },
    logger: logger.child({ component: 'payments' }),
  });
  const orders = createOrders({
    db,
    clock,
    cart,
    payments,
    variants: catalog,
    print: printInvoice,
    currency,
    returnDays: config.returnDays,
    accessTokenSecret: derivedSecret(config.internalSecret, 'order access tokens'),
    logger: logger.child({ component: 'orders' }),
  });
  const messageChannels = createChannels(config, mailbox, (purpose) => derivedSecret(config.internalSecret, purpose));
  const notifications = createNotifications({
    db,
    clock,
    mail: messageChannels.mail.map(meter.mail),
    sms: messageChannels.sms.map(meter.sms),
    push: messageChannels.push.map(meter.push),
    channels: ['email', 'inbox'],
    links: async (linkId) => {
      const link = await identity.linkToken(linkId);
      if (link) return accountLink(config.shellUrl, link);
      const invitation = await identity.invitationMail(linkId);
      if (!invitation) return payments.giftCards.codeOf(linkId);
      return `${config.sellerUrl}/invitation?token=${encodeURIComponent(invitation.token)}`;
    },
    shellUrl: config.shellUrl,
    linkSecret: derivedSecret(config.internalSecret, 'unsubscribe links'),
    webhooks: {
      sender: meter.webhooks(createWebhookSender(config.webhooksAnywhere ? { plain: true, allows: () => true } : {})),
      secrets: identity.secrets,
      approved: async (ids) =>
        new Set(
          (await identity.sellerProfiles([...ids])).flatMap(({ sellerId, status }) =>
            status === 'approved' ? sellerId : [],
          ),
        ),
      limiter: rateLimiter,
    },
    logger: logger.child({ component: 'notifications' }),
  });
  const facades = { identity, catalog, cart, orders, payments, notifications, search, analytics };

  const inngest = createInngest(config, logger);
  const functions = createFunctions(inngest, {
    ...facades,
    logger: logger.child({ component: 'workflows' }),
    web: { shellUrl: config.shellUrl, sellerUrl: config.sellerUrl, internalSecret: config.internalSecret },
  });
  const mediaStore = createMediaStore(storage);
  const media = createMedia({ store: mediaStore, cacheDirectory: path.join(config.dataDir, 'media-cache') });

  return {
    config,
    logger,
    db,
    facades,
    testPayments,
    paypal,
    stripe,
    mailbox,
    messageChannels,
    figures,
    meter,
    inngest,
    functions,
    mediaStore,
    media,
    rateLimiter,
    close: async (): Promise<void> => {
      await payments.idle();
      await search.close();
      await redisLimiter?.close();
      await redisCarts?.close();
      bucket?.close();
      messageChannels.close();
      aws.close();
      await db.close();
    },
  };
}

export type Composition = ReturnType<typeof compose>;
