import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../bootstrap/prepare.mjs';
import { Problem } from '../bootstrap/problem.mjs';

/** Offsets from PORT_BASE. */
export const portOffsets = {
  shell: 0,
  home: 1,
  product: 2,
  cart: 3,
  checkout: 4,
  profile: 5,
  seller: 6,
  api: 7,
  postgres: 8,
  inngest: 9,
} as const;
export type ServiceName = keyof typeof portOffsets;
/** What the workspace itself runs; the rest is brought. */
export type AppName = Exclude<ServiceName, 'postgres' | 'inngest'>;
export const remoteNames = ['home', 'product', 'cart', 'checkout', 'profile'] as const;

const optionalUrl = (protocols: string[]) =>
  z
    .url({ error: 'is not an address' })
    .refine((value) => !URL.canParse(value) || protocols.includes(new URL(value).protocol), {
      error: `must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    })
    .optional();

const environmentSchema = z.object({
  PORT_BASE: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(1024, 'must be at least 1024')
    .max(65_500, 'must be at most 65500')
    .default(3000),
  DATABASE_URL: optionalUrl(['postgres:', 'postgresql:']),
  REDIS_URL: optionalUrl(['redis:', 'rediss:']),
  OPENSEARCH_URL: optionalUrl(['http:', 'https:']),
  INNGEST_BASE_URL: optionalUrl(['http:', 'https:']),
  MALLHIVE_DATA_DIR: z.string().min(1).optional(),
  SHOP_CURRENCY: z.enum(['GBP', 'EUR', 'USD', 'JPY'], { error: 'must be GBP, EUR, USD or JPY' }).default('GBP'),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  INTERNAL_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  INNGEST_EVENT_KEY: z.string().min(1).optional(),
  INNGEST_SIGNING_KEY: z.string().min(1).optional(),
  TEST_PAYMENTS_WEBHOOK_SECRET: z.string().min(16).optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be trace, debug, info, warn, error or silent',
    })
    .default('info'),
});

export interface LauncherConfig {
  portBase: number;
  dataDir: string;
  /** An outside database; undefined means the embedded one. */
  databaseUrl: string | undefined;
  /** What every service is given. */
  environment: Record<string, string>;
  /** Whether a variable has a value, for what only a service reads. */
  isSet(variable: string): boolean;
  port(service: ServiceName): number;
}

/** Secrets that nobody set are made once and kept beside the data, readable by the owner alone. */
function keptSecrets(dataDir: string): Record<string, string> {
  const file = path.join(dataDir, 'secrets.json');
  const names = [
    'SESSION_SECRET',
    'INTERNAL_SECRET',
    'TEST_PAYMENTS_WEBHOOK_SECRET',
    'INNGEST_SIGNING_KEY',
    'INNGEST_EVENT_KEY',
  ];
  const kept: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const missing = names.filter((name) => !kept[name]);
  if (missing.length > 0) {
    for (const name of missing)
      kept[name] =
        name === 'INNGEST_SIGNING_KEY'
          ? `signkey-prod-${randomBytes(32).toString('hex')}`
          : randomBytes(32).toString('hex');
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return kept;
}

/** What the pages of a shop that offers Stripe load from elsewhere. */
const stripeSources = {
  CSP_SCRIPT_SRC: 'https://js.stripe.com',
  CSP_FRAME_SRC: 'https://js.stripe.com https://hooks.stripe.com',
  CSP_CONNECT_SRC: 'https://api.stripe.com',
  CSP_IMG_SRC: 'https://*.stripe.com',
};

/** Reads the environment once. Throws Problem naming the variable that is wrong. */
export function readConfig(source: Record<string, string | undefined> = process.env): LauncherConfig {
  const envFile = path.join(root, '.env');
  if (source === process.env && existsSync(envFile)) process.loadEnvFile(envFile);
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name} ${issue.message}${/SECRET|KEY/.test(name) ? '' : ` (it is "${(present[name] ?? '').replace(/\/\/[^/@]*@/, '//…@')}")`}`;
    });
    throw new Problem(
      lines.join('\n'),
      'Correct the variable or unset it to use the default; the README lists them all.',
    );
  }
  const values = parsed.data;
  const dataDir = path.resolve(root, values.MALLHIVE_DATA_DIR ?? '.mallhive/data');
  const port = (service: ServiceName) => values.PORT_BASE + portOffsets[service];
  const environment: Record<string, string> = {
    ...keptSecrets(dataDir),
    PORT_BASE: String(values.PORT_BASE),
    MALLHIVE_DATA_DIR: dataDir,
    SHOP_CURRENCY: values.SHOP_CURRENCY,
    LOG_LEVEL: values.LOG_LEVEL,
    API_URL: `http://127.0.0.1:${port('api')}`,
    SHELL_URL: `http://localhost:${port('shell')}`,
    SELLER_URL: `http://localhost:${port('seller')}`,
    NEXTAUTH_URL: `http://localhost:${port('shell')}`,
    MAILBOX: 'on',
    ...Object.fromEntries(
      remoteNames.map((name) => [`REMOTE_${name.toUpperCase()}_URL`, `http://localhost:${port(name)}`]),
    ),
  };
  // What the person set wins over every default above.
  for (const [name, value] of Object.entries(present))
    if (value !== undefined && name in environment) environment[name] = value;
  for (const name of ['REDIS_URL', 'OPENSEARCH_URL', 'INNGEST_BASE_URL'] as const)
    if (values[name]) environment[name] = values[name];
  if (present.STRIPE_PUBLISHABLE_KEY) {
    for (const [name, origins] of Object.entries(stripeSources))
      environment[name] = present[name] ? `${present[name]} ${origins}` : origins;
  }
  environment.PORT_BASE = String(values.PORT_BASE);
  environment.MALLHIVE_DATA_DIR = dataDir;
  return {
    portBase: values.PORT_BASE,
    dataDir,
    databaseUrl: values.DATABASE_URL,
    environment,
    isSet: (name) => present[name] !== undefined,
    port,
  };
}
