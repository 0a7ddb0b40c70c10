import { createHmac, timingSafeEqual } from 'node:crypto';
import { idSchema, type Locale, localisedUrl } from '@mallhive/kernel';
import type { Deps } from './deps.ts';
import { unsubscribeLinkInvalid } from './errors.ts';
import { type Kind, kindSchema, kinds } from './kinds.ts';
import { isWanted } from './preferences.ts';

interface Subscription {
  userId: string;
  kind: Kind;
}

function proofOf(secret: string, { userId, kind }: Subscription): string {
  return createHmac('sha256', secret).update(`unsubscribe ${userId} ${kind} email`).digest('base64url');
}

/** Stops one kind of mail to one person, without a sign-in. It does nothing else, and never ends. */
export function unsubscribeToken(secret: string, subscription: Subscription): string {
  return [subscription.userId, subscription.kind, proofOf(secret, subscription)].join('.');
}

/** Throws `unsubscribe_link_invalid` for everything that we did not make. */
function readToken(secret: string, token: string): Subscription {
  const [userId, kind, proof = '', ...rest] = token.split('.');
  const [id, known] = [idSchema.safeParse(userId), kindSchema.safeParse(kind)];
  if (!id.success || !known.success || rest.length > 0 || kinds[known.data].mandatory) throw unsubscribeLinkInvalid();
  const subscription = { userId: id.data, kind: known.data };
  const [given, right] = [Buffer.from(proof), Buffer.from(proofOf(secret, subscription))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw unsubscribeLinkInvalid();
  return subscription;
}

type Links = Pick<Deps, 'linkSecret' | 'shellUrl'>;

/** The page that the link leads to; a mail program that posts to it (RFC 8058) is done with that. */
export const unsubscribeUrl = (deps: Links, subscription: Subscription, locale: Locale): string =>
  `${localisedUrl(deps.shellUrl, locale, '/unsubscribe')}?token=${encodeURIComponent(unsubscribeToken(deps.linkSecret, subscription))}`;

export const unsubscribeHeaders = (url: string): Record<string, string> => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

type Reading = Pick<Deps, 'preferences' | 'linkSecret' | 'clock'>;

/** What a link is about, for the page that asks. */
export async function readSubscription(deps: Reading, token: string): Promise<{ kind: Kind; wanted: boolean }> {
  const { userId, kind } = readToken(deps.linkSecret, token);
  return { kind, wanted: isWanted(await deps.preferences.ofPeople([userId]), kind, 'email') };
}

/** Done twice it is still done; of somebody who was erased nothing is kept. */
export async function unsubscribe(deps: Reading, token: string): Promise<{ kind: Kind; wanted: boolean }> {
  const { userId, kind } = readToken(deps.linkSecret, token);
  await deps.preferences.setByMail(userId, [{ kind, channel: 'email', wanted: false }], deps.clock.now());
  return { kind, wanted: false };
}
