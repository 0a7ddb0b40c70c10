import { type RateLimiter, type RateLimitRule, tooManyRequests } from '@mallhive/kernel';
import type { Keyed } from './keyed.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Each longer wait replaces a shorter one: the delay grows with the attempts. */
const growing: RateLimitRule[] = [
  { limit: 5, windowSeconds: minute },
  { limit: 10, windowSeconds: 15 * minute },
  { limit: 30, windowSeconds: day },
];
/** What one address may do, whatever the account. */
const perAddress = {
  signIn: { limit: 100, windowSeconds: 10 * minute },
  register: { limit: 20, windowSeconds: hour },
  mail: { limit: 20, windowSeconds: hour },
  link: { limit: 60, windowSeconds: 10 * minute },
  token: { limit: 300, windowSeconds: 10 * minute },
  check: { limit: 120, windowSeconds: minute },
} as const satisfies Record<string, RateLimitRule>;
/** Mails to one account; beyond it they are silently not sent. */
const mailsPerAccount: RateLimitRule = { limit: 5, windowSeconds: hour };
/** Attempts from devices that the account does not know before such a device gets `suspicious` tries instead of many. */
const perAccount: RateLimitRule = { limit: 100, windowSeconds: day };
const suspicious: RateLimitRule = { limit: 2, windowSeconds: hour };
/** Codes tried by one who knows the password. A reset of the password begins a new count. */
const codesPerAccount: RateLimitRule = { limit: 50, windowSeconds: day };

export type AddressLimit = keyof typeof perAddress;

/** An IPv6 customer has a whole network; it counts as one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const groups = [
    ...before,
    ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'),
    ...after,
  ];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Where an attempt comes from. No address: the shop itself, which is not limited. */
export interface Source {
  address?: string | undefined;
  /** Id of a device that the account knows. */
  device?: string | null;
}

/**
 * Limits of the authentication routes. Nobody can lock out somebody else: an account's own counts are kept per place
 * that tries (a known device, else a network), and many places together only get fewer tries each, never none.
 */
export function createLimits(deps: {
  limiter: RateLimiter;
  keyed: Keyed;
  /** Multiplies every limit. */
  factor: number;
  /** Multiplies what one address may do once more. */
  addressFactor: number;
}) {
  const { limiter, keyed } = deps;
  const scaled = ({ limit, windowSeconds }: RateLimitRule) => ({ limit: limit * deps.factor, windowSeconds });
  // No personal data in the keys.
  const opaque = (text: string) => keyed.sign('limits', text).slice(0, 22);

  async function demand(takes: readonly (readonly [key: string, rule: RateLimitRule])[]): Promise<void> {
    const answers = await Promise.all(takes.map(([key, rule]) => limiter.take(key, scaled(rule))));
    const refused = answers.filter(({ allowed }) => !allowed);
    if (refused.length > 0) {
      throw tooManyRequests({ retryAfterSeconds: Math.max(...refused.map((answer) => answer.retryAfterSeconds)) });
    }
  }
  const placeOf = (kind: string, account: string, { address, device }: Source) =>
    `identity:${kind}:${opaque(`${account} ${device ?? networkOf(address ?? '')}`)}`;

  return {
    /** One call of a kind from this address. */
    byAddress: async (kind: AddressLimit, address: string | undefined): Promise<void> => {
      const { limit, windowSeconds } = perAddress[kind];
      const rule = { limit: limit * deps.addressFactor, windowSeconds };
      if (address) await demand([[`identity:${kind}:${opaque(networkOf(address))}`, rule]]);
    },

    /** One attempt to prove to be the owner of an account; `kind` is `password` or `code`. */
    attempt: async (kind: 'password' | 'code', account: string, source: Source): Promise<void> => {
      if (!source.address) return;
      const place = placeOf(kind, account, source);
      if (source.device) return demand(growing.map((rule) => [place, rule] as const));
      const whole = await limiter.take(`identity:${kind}-all:${opaque(account)}`, scaled(perAccount));
      await demand((whole.allowed ? growing : [suspicious]).map((rule) => [place, rule] as const));
    },

    /** A success: what this place tried before is forgotten. */
    succeeded: async (kind: 'password' | 'code', account: string, source: Source): Promise<void> => {
      if (!source.address) return;
      const place = placeOf(kind, account, source);
      await Promise.all([
        ...[...growing, suspicious].map((rule) => limiter.reset(place, scaled(rule))),
        limiter.reset(`identity:${kind}-all:${opaque(account)}`, scaled(perAccount)),
      ]);
    },

    /** All codes tried for an account, wherever from, since its password was set. */
    codes: (userId: string, passwordChangedAt: Date | null): Promise<void> =>
      demand([[`identity:codes:${userId}:${passwordChangedAt?.getTime() ?? 0}`, codesPerAccount]]),

    /** False: this account had enough mails of the kind for now. */
    mayMail: async (kind: string, account: string): Promise<boolean> =>
      (await limiter.take(`identity:mail-${kind}:${opaque(account)}`, scaled(mailsPerAccount))).allowed,
  };
}

export type Limits = ReturnType<typeof createLimits>;

/** For tests and operations that have no visitors. */
export const unlimited: RateLimiter = {
  take: async (_key, rule) => ({ allowed: true, remaining: rule.limit, retryAfterSeconds: 0 }),
  reset: async () => undefined,
};
