import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runningEmbeddedPostgres } from '@mallhive/db/embedded-running';
import { currencySchema } from '@mallhive/kernel';
import { logLevels } from '@mallhive/observability';
import { z } from 'zod';
import { type AwsConfig, awsConfig, awsVariables } from './aws/aws-config.ts';
import { type ChannelsConfig, channelsConfig, channelVariables } from './channels/channels-config.ts';
import { paymentFees } from './payments/fees-config.ts';
import { type PayPalConfig, paypalConfig, paypalVariables } from './payments/paypal-config.ts';
import { type StripeConfig, stripeConfig, stripeVariables } from './payments/stripe-config.ts';

const secret = z.string({ error: 'is missing' }).min(32, 'must have at least 32 characters');
const address = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT_BASE: z.coerce.number({ error: 'must be a number' }).int().min(1024).max(65_500).default(3000),
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65_535).optional(),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgresql://' }).optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(16),
  MEDIA_S3_BUCKET: z.string().min(3).optional(),
  MEDIA_S3_REGION: z.string().min(1).default('us-east-1'),
  MEDIA_S3_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._/-]*[a-z0-9]$/, 'must be a path without slashes at its ends')
    .optional(),
  MEDIA_S3_ENDPOINT: address.optional(),
  OPENSEARCH_URL: address.optional(),
  OPENSEARCH_USERNAME: z.string().min(1).optional(),
  OPENSEARCH_PASSWORD: z.string().min(1).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must begin with redis:// or rediss://' }).optional(),
  SHOP_CURRENCY: currencySchema.default('GBP'),
  MALLHIVE_DATA_DIR: z.string().min(1).optional(),
  SESSION_SECRET: secret,
  INTERNAL_SECRET: secret,
  TEST_PAYMENTS_WEBHOOK_SECRET: z.string({ error: 'is missing' }).min(16, 'must have at least 16 characters'),
  PAYMENT_FEES: paymentFees,
  PAYOUT_HOLD_DAYS: z.coerce.number({ error: 'must be a number' }).int().min(0).max(90).default(14),
  RETURN_DAYS: z.coerce.number({ error: 'must be a number' }).int().min(0).max(365).default(30),
  ...paypalVariables,
  ...stripeVariables,
  ...channelVariables,
  API_URL: address.optional(),
  SHELL_URL: address.optional(),
  SELLER_URL: address.optional(),
  REMOTE_HOME_URL: address.optional(),
  REMOTE_PRODUCT_URL: address.optional(),
  REMOTE_CART_URL: address.optional(),
  REMOTE_CHECKOUT_URL: address.optional(),
  REMOTE_PROFILE_URL: address.optional(),
  INNGEST_BASE_URL: address.optional(),
  INNGEST_EVENT_KEY: z.string().min(1).optional(),
  INNGEST_SIGNING_KEY: z.string().min(1).optional(),
  KMS_KEY_ID: z.string().min(1).optional(),
  KMS_ENDPOINT: address.optional(),
  ...awsVariables,
  TRUSTED_PROXIES: z.coerce.number({ error: 'must be a number' }).int().min(0).max(10).default(0),
  AUTH_LIMIT_FACTOR: z.coerce.number({ error: 'must be a number' }).int().min(1).max(1_000).default(1),
  AUTH_ADDRESS_LIMIT_FACTOR: z.coerce.number({ error: 'must be a number' }).int().min(1).max(1_000).default(1),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  WEBHOOK_TARGETS: z.enum(['public', 'any'], { error: 'must be public or any' }).default('public'),
  MAILBOX: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
  TEST_PAYMENTS: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
});

export interface Config {
  production: boolean;
  host: string;
  port: number;
  databaseUrl: string;
  databaseConnections: number;
  /** Null: what Redis would hold lives in this process's memory. */
  /** Null: PostgreSQL searches. */
  openSearch: { url: string; username: string | undefined; password: string | undefined } | null;
  redisUrl: string | null;
  /** Pictures and files in a bucket; null: in the data folder. Credentials are the AWS SDK's business. */
  mediaS3: { bucket: string; region: string; prefix: string | undefined; endpoint: string | undefined } | null;
  currency: z.output<typeof currencySchema>;
  dataDir: string;
  sessionSecret: string;
  /** How many proxies of ours stand before the API and add to X-Forwarded-For. */
  trustedProxies: number;
  /** Multiplies the limits of sign-in and the like, for load and browser tests that come from one machine. */
  authLimitFactor: number;
  authAddressLimitFactor: number;
  internalSecret: string;
  testPaymentsSecret: string;
  /** What providers keep that do not say so themselves. */
  paymentFees: z.output<typeof paymentFees>;
  /** Days after delivery, until a seller's money can be paid out. */
  payoutHoldDays: number;
  /** After delivery, until when something may be sent back. */
  returnDays: number;
  /** Null: PayPal is not offered. */
  paypal: PayPalConfig | null;
  /** Null: Stripe is not offered. */
  stripe: StripeConfig | null;
  /** Who carries messages to people. */
  channels: ChannelsConfig;
  /** Services of Amazon beside storage, keys and messages. */
  aws: AwsConfig;
  /** Whether the built-in test provider is offered. */
  testPayments: boolean;
  apiUrl: string;
  shellUrl: string;
  sellerUrl: string;
  /** Origins that may change state from a browser. */
  trustedOrigins: string[];
  /** `local` runs the functions in this process's own executor. */
  inngest: { baseUrl: string | null; localPort: number; eventKey: string | undefined; signingKey: string | undefined };
  /** Where the master key of personal data is; null: a file in the data folder. */
  kms: { keyId: string; region: string | undefined; endpoint: string | undefined } | null;
  logLevel: (typeof logLevels)[number];
  mailbox: boolean;
  /** Sellers' webhooks may also go to private addresses and over plain http; for development. */
  webhooksAnywhere: boolean;
}

/** Names the variable, what is wrong with it, and what to do. */
export class ConfigError extends Error {}

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const remedies: Record<string, string> = {
  SESSION_SECRET: '`npm start` makes one and keeps it; by hand: openssl rand -hex 32. Shell and seller need the same.',
  INTERNAL_SECRET: '`npm start` makes one and keeps it; by hand: openssl rand -hex 32. Shell and seller need the same.',
  TEST_PAYMENTS_WEBHOOK_SECRET: '`npm start` makes one and keeps it; by hand: openssl rand -hex 32.',
};

/** Both names of this machine, since a browser may use either. */
function withLoopbackNames(url: string): string[] {
  const { origin, hostname, port, protocol } = new URL(url);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return [origin];
  return ['localhost', '127.0.0.1'].map((name) => `${protocol}//${name}${port ? `:${port}` : ''}`);
}

/**
 * Every look at `process.env` asks the operating system for that variable, and the Inngest SDK looks at all of them with
 * each call. A copy is an ordinary object; nothing changes a variable while the API runs.
 */
export function copyEnvironment(): void {
  process.env = { ...process.env };
}

/** Parsed once, at start. Throws ConfigError. */
export function readConfig(source: Record<string, string | undefined> = process.env): Config {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path: [name], message }) => {
      const remedy = remedies[String(name)] ?? 'Correct it or unset it to use the default.';
      return `${String(name)} ${message}. ${remedy}`;
    });
    throw new ConfigError(lines.join('\n'));
  }
  const values = parsed.data;
  const local = (offset: number) => `http://localhost:${values.PORT_BASE + offset}`;
  const dataDir = path.resolve(repository, values.MALLHIVE_DATA_DIR ?? '.mallhive/data');
  const databaseUrl = values.DATABASE_URL ?? runningEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres') });
  if (!databaseUrl) {
    throw new ConfigError(
      'DATABASE_URL is missing and no embedded PostgreSQL runs. Use `npm start`, or name a server: postgresql://user:password@host:5432/mallhive',
    );
  }
  const paypal = paypalConfig(values);
  if (typeof paypal === 'string') throw new ConfigError(paypal);
  const stripe = stripeConfig(values);
  if (typeof stripe === 'string') throw new ConfigError(stripe);
  const aws = awsConfig(values);
  if (typeof aws === 'string') throw new ConfigError(aws);
  const channels = channelsConfig(values);
  if (typeof channels === 'string') throw new ConfigError(channels);
  const port = values.PORT ?? values.PORT_BASE + 7;
  const shellUrl = values.SHELL_URL ?? local(0);
  const sellerUrl = values.SELLER_URL ?? local(6);
  const apiUrl = values.API_URL ?? `http://127.0.0.1:${port}`;
  const remotes = [
    values.REMOTE_HOME_URL ?? local(1),
    values.REMOTE_PRODUCT_URL ?? local(2),
    values.REMOTE_CART_URL ?? local(3),
    values.REMOTE_CHECKOUT_URL ?? local(4),
    values.REMOTE_PROFILE_URL ?? local(5),
  ];
  const production = values.NODE_ENV === 'production';
  if (production && values.WEBHOOK_TARGETS === 'any') {
    throw new ConfigError(
      'WEBHOOK_TARGETS=any is for development: sellers could have our own network asked. Unset it.',
    );
  }
  return {
    production,
    host: values.HOST,
    port,
    databaseUrl,
    databaseConnections: values.DATABASE_CONNECTIONS,
    openSearch: values.OPENSEARCH_URL
      ? { url: values.OPENSEARCH_URL, username: values.OPENSEARCH_USERNAME, password: values.OPENSEARCH_PASSWORD }
      : null,
    redisUrl: values.REDIS_URL ?? null,
    mediaS3: values.MEDIA_S3_BUCKET
      ? {
          bucket: values.MEDIA_S3_BUCKET,
          region: values.MEDIA_S3_REGION,
          prefix: values.MEDIA_S3_PREFIX,
          endpoint: values.MEDIA_S3_ENDPOINT,
        }
      : null,
    currency: values.SHOP_CURRENCY,
    dataDir,
    sessionSecret: values.SESSION_SECRET,
    trustedProxies: values.TRUSTED_PROXIES,
    authLimitFactor: values.AUTH_LIMIT_FACTOR,
    authAddressLimitFactor: values.AUTH_ADDRESS_LIMIT_FACTOR,
    internalSecret: values.INTERNAL_SECRET,
    testPaymentsSecret: values.TEST_PAYMENTS_WEBHOOK_SECRET,
    paymentFees: values.PAYMENT_FEES,
    payoutHoldDays: values.PAYOUT_HOLD_DAYS,
    returnDays: values.RETURN_DAYS,
    paypal,
    stripe,
    channels,
    aws,
    testPayments: (values.TEST_PAYMENTS ?? (stripe || paypal ? 'off' : 'on')) === 'on',
    apiUrl,
    shellUrl,
    sellerUrl,
    trustedOrigins: [...new Set([shellUrl, sellerUrl, apiUrl, ...remotes].flatMap(withLoopbackNames))],
    inngest: {
      baseUrl: values.INNGEST_BASE_URL ?? null,
      localPort: values.PORT_BASE + 9,
      eventKey: values.INNGEST_EVENT_KEY,
      signingKey: values.INNGEST_SIGNING_KEY,
    },
    kms: values.KMS_KEY_ID
      ? { keyId: values.KMS_KEY_ID, region: values.AWS_REGION, endpoint: values.KMS_ENDPOINT }
      : null,
    logLevel: values.LOG_LEVEL,
    webhooksAnywhere: values.WEBHOOK_TARGETS === 'any',
    mailbox: (values.MAILBOX ?? (production ? 'off' : 'on')) === 'on',
  };
}
